"""Échelon: tells a person in the French automotive services branch (IDCC 1090) their échelon."""

__all__ = ["__version__"]

__version__ = "0.1.0"
