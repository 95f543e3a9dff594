"""Everything that the bench measures, with its limits, and what is told of it in the end."""

from statistics import median

from tests.bench import bundle
from tests.bench.figures import Row, table
from tests.bench.stall_table import StallTable


class Rows:
    """Everything that is measured. `peers`: the bundle beside another program too."""

    def __init__(self, peers: bool = False) -> None:
        self.start = Row("start to first painted window", "x", 1.35, goal=1.25)
        self.memory = Row("memory at Home (PSS)", "x", 1.35)
        names = (
            *("Home to the plan", "step to step", "the crisis page", "a sheet", "back to what was there"),
            *("back to Home", "Read and learn", "a page to read"),
        )
        self.pages = {name: Row(f"click to paint: {name}", "ms", 50, at_95=True) for name in names}
        self.pages["the first search"] = Row("the first search, from going into its field", "ms", 60)
        self.pages["a key in the search box"] = Row(
            "a key in the search box to results on the screen", "ms", 16, at_95=True
        )
        screens = ("Home", "the plan", "an open menu", "a sheet")
        self.hidden = {name: Row(f"Leave now from {name}: hidden", "ms", 100, at_95=True) for name in screens}
        self.gone = {name: Row(f"Leave now from {name}: gone", "ms", 500, at_95=True) for name in screens}
        self.covered = Row("another window takes the keyboard: page covered", "ms", 200, at_95=True)
        self.again = Row("a second start, until the first shows the cover", "ms", None)
        self.watchdog = Row("frozen, until it is gone", "ms", 3500, at_95=True)
        no_peer = bundle.why_not_beside_peer(peers)
        self.peer = Row("the bundle: start beside KeePassXC", "x", 1.35, goal=1.0, instead=no_peer)
        self.files = Row("the bundle: its files", "MB", None, instead=bundle.NOT_BUILT)
        self.installed = Row("the bundle: on the disk", "MB", 130, instead=bundle.NOT_BUILT)
        self.stalls = StallTable()
        self.plain: dict[str, list[float]] = {}

    def all(self) -> list[Row]:
        """In the order of the table; the stalls have tables of their own."""
        leaving = [row for name in self.hidden for row in (self.hidden[name], self.gone[name])]
        others = [self.covered, self.again, self.watchdog, self.peer, self.files, self.installed]
        return [self.start, self.memory, *self.pages.values(), *leaving, *others]

    @property
    def fail(self) -> bool:
        """Whether one of them does."""
        return any(row.fails for row in (*self.all(), *self.stalls.rows))

    def report(self) -> str:
        """The tables, and the plain numbers behind the ratios."""
        middle = {name: median(values) for name, values in self.plain.items()}
        starts = (
            f"{name} {middle[name]:.0f} ms and {middle[f'{name} MiB']:.1f} MiB" for name in middle if "MiB" not in name
        )
        return (
            f"{table(self.all())}\n\n{self.stalls.report()}\n\n"
            f"Start and memory in the middle: {', '.join(starts)}. "
            "x: times the bare window, the bundle times KeePassXC.\n"
            "Quarter, half and three quarters are of the rounds, each with its worst; 95 % is of all measurements.\n"
            '"over": above the limit, but not in three rounds of four: it may be this computer. "FAILS": in three.'
        )
