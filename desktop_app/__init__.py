"""Handrail: help for a person who is being blackmailed online, one step at a time, without a network.

`app` joins the parts, `ui` is all Qt and all sentences, `core` is plain Python without either.
"""

# "+unchecked" stays until a person has rung every crisis and emergency number that ships. It is PEP 440's way to say
# "this build is not quite the release of that number"; installers and `pip` order it directly after plain 0.1.0.
__version__ = "0.1.0+unchecked"
