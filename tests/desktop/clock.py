"""A clock for tests."""


class Clock:
    """Stands still until it is moved. Called, it gives its time in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += seconds
