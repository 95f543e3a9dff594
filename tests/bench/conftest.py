"""The stall hunter for the tests of the bench."""

from tests.bench.stall_fixture import stalls

__all__ = ["stalls"]
