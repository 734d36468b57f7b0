"""`python -m landed` is the command `landed`."""

from landed.cli import main

if __name__ == "__main__":
    main()
