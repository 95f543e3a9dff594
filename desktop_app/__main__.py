"""`python -m desktop_app` is the same as `handrail`."""

from desktop_app.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
