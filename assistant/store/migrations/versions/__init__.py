"""One file per change of the schema, in order; never edit one that was released."""

__all__: list[str] = []
