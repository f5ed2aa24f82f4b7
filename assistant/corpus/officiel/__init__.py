"""The official texts: reading them, keeping them, and what they are once read."""
