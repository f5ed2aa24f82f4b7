"""What the rendering needs of the knowledge: texts of passages, titles of fiches."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Savoir"]


@dataclass(frozen=True, slots=True)
class Savoir:
    """`passages`: verbatim text by id; `fiches`: "Gestionnaire (Z.23.1)" by code.

    `entieres`: codes of the fiches whose own text is known.
    """

    passages: Mapping[str, str] = field(default_factory=dict)
    fiches: Mapping[str, str] = field(default_factory=dict)
    entieres: tuple[str, ...] = ()
