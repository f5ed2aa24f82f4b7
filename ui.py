"""Starts the web application; nothing else."""

from assistant.web import main

if __name__ == "__main__":
    raise SystemExit(main())
