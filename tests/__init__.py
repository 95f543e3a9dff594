"""A package only so that `tests.desktop` means ours: one of the installed packages brings a `tests` of its own."""
