"""What the audit says: a finding with its two sides, each located; kinds and severities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

__all__ = ["CONTRADICTION", "GENRES", "GRAVITES", "LACUNE", "REMARQUE", "Constat", "Cote"]

CONTRADICTION = "contradiction"
"""Two texts of today cannot both hold."""
LACUNE = "lacune"
"""Something that should be there is missing, or could not be read."""
REMARQUE = "remarque"
"""True and worth knowing: an old print, an old reference, a title shared by two codes."""

GRAVITES: Mapping[str, str] = MappingProxyType({
    CONTRADICTION: "deux textes d'aujourd'hui ne peuvent pas être vrais ensemble",
    LACUNE: "il manque un texte, une section, ou la lecture a échoué",
    REMARQUE: "à savoir : ancienne édition, ancienne référence, titre partagé",
})

GENRES: Mapping[str, str] = MappingProxyType({
    "classement_niveau": "Niveau imprimé différent du code",
    "classement_categorie": "Catégorie imprimée différente du code",
    "classement_majores": "Majorés imprimés différents de la grille",
    "code_imprime": "Code mal imprimé",
    "lettre_article": "Article ou lettre cités qui ont changé",
    "evolution_inconnue": "Évolution vers un code inconnu",
    "evolution_supprimee": "Évolution vers une fiche supprimée",
    "titre_partage": "Même titre sur plusieurs codes",
    "code_reutilise": "Code repris par une autre qualification",
    "serie_acces": "Série RNCSA plus basse que la fiche ouverte",
    "serie_cadres": "RNCSA : I A pour une fiche plus haute",
    "repertoire": "Répertoire du projet contre textes officiels",
    "texte_depasse": "Texte imprimé, modifié depuis",
    "sans_texte": "Code sans texte imprimé",
    "section_absente": "Section non imprimée ou vide",
    "fiche_entreprise": "Fiche propre à la place d'une officielle",
    "illisible": "Passage qui n'a pas pu être lu",
})
"""Kinds by id, in the order of the table, with their French name."""


@dataclass(frozen=True, slots=True)
class Cote:
    """One side of a finding: what it says and where.

    ``source``: the text for people ("Fiche A.C.II.1, accord du 7 juillet 2015"); ``lieu``: the
    article id and section, or the file and entry; ``edition``: its ISO date; ``lien``: its page.
    """

    source: str
    lieu: str
    valeur: str
    edition: str | None = None
    lien: str | None = None


@dataclass(frozen=True, slots=True)
class Constat:
    """A contradiction, a gap or a remark. ``fiche``: canonical code, None for an article.

    ``cote_a`` is what is odd, ``cote_b`` what it differs from (None: nothing stands there).
    """

    genre: str
    gravite: str
    fiche: str | None
    message: str
    cote_a: Cote
    cote_b: Cote | None

    def __post_init__(self) -> None:
        if self.genre not in GENRES or self.gravite not in GRAVITES:
            raise ValueError(f"genre ou gravité inconnus : {self.genre}, {self.gravite}")

    def en_dict(self) -> dict[str, object]:
        """The finding as JSON data."""
        return asdict(self)
