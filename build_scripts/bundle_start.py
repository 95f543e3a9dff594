"""Runs inside the bundle, before Handrail."""

import os
import sys

# SAFETY: leaving network modules out is not enough. Debian's Python has one built in
# (test_in_the_bundle_python_cannot_reach_a_network).
for name in ("_socket", "_ssl"):
    sys.modules[name] = None  # type: ignore[assignment]

# SAFETY: what started us leaves word of its libraries to every program that is started from here, such as the browser
# that a person asked for: it would load ours (test_a_program_started_from_the_bundle_gets_the_old_surroundings).
for name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[name]
if sys.platform == "linux":
    os.environ.pop("LD_LIBRARY_PATH", None)
    if "LD_LIBRARY_PATH_ORIG" in os.environ:
        os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
