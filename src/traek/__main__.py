"""`python -m traek`, for where the command itself is not on the path."""

from traek.cli import main

if __name__ == "__main__":
    main()
