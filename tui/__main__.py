"""`python -m tui` is `jinbiao`."""

from tui.cli import main

if __name__ == "__main__":
    main()
