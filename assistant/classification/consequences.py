"""What a placement changes at once: the minimum wage (1.16 a)."""

from __future__ import annotations

from assistant.classification.dossier import Dossier
from assistant.classification.grille import Echelon
from assistant.classification.minima import Montant, PasDeBareme, minimum
from assistant.classification.suppleance import euros

__all__ = ["noter_minimum"]

_MAJORITE = 18


def noter_minimum(dossier: Dossier, echelon: Echelon) -> Montant | None:
    """The minimum of a placement for this person, with its motif.

    None where no barème is known for the day, or where the base is another one (forfait of
    1.09, salaried worker under 18 of 1.19 c): the motif then says so instead of a figure.
    """
    s = dossier.situation
    if s.forfait is not None or (s.age is not None and s.age < _MAJORITE):
        faits = tuple(n for n in ("forfait", "age") if getattr(s, n) is not None)
        dossier.noter("minimum_autre_base", faits, echelon=echelon)
        return None
    try:
        montant = minimum(dossier.referentiel.baremes, echelon, dossier.jour, s.heures_hebdo)
    except (PasDeBareme, KeyError):
        return None
    variables: dict[str, object] = {
        "echelon": echelon,
        "valeur": euros(montant.valeur),
        "base": euros(montant.base),
        "heures": f"{montant.heures.normalize():f}".replace(".", ","),
        "avenant": montant.bareme.avenant,
        "effet": f"{montant.bareme.date_effet:%d/%m/%Y}",
    }
    partiel = montant.valeur != montant.base
    regle, fait = (
        ("minimum_temps_partiel", ("heures_hebdo",)) if partiel else ("minimum", ("fiche",))
    )
    return montant if dossier.noter(regle, fait, None, **variables) else None
