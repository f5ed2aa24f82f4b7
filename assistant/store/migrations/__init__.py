"""Alembic's folder: it travels in the package, and `base.mettre_a_niveau` runs it."""

__all__: list[str] = []
