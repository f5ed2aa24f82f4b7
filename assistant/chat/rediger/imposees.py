"""Rules that bring in an échelon which is not one of the fiche's own, and when they answer first."""

from __future__ import annotations

from assistant.chat.comprendre import Comprehension
from assistant.chat.motif import motif
from assistant.classification import Outcome, Positionnement, sans_accents

__all__ = ["IMPOSEES", "mene_plus_haut", "s_impose"]

IMPOSEES = frozenset(
    "fiche_autre_imposee fiche_autre_a_verifier fiche_echelon_impose fiche_delai "
    "fiche_delai_a_venir fiche_delai_decision fiche_promotion_possible engagement_ecrit".split()
)
_DU_PARCOURS = frozenset("parcours evolution progresser echelon situation promotion acces".split())
_D_UNE_FICHE = frozenset(
    "contenu extensions criteres trouver_fiche certification generique recherche grille "
    "sans_qualification alternance degres evolution acces parcours".split()
)
_D_UNE_PAIE = frozenset(("minimum", "denomination", "deux_fiches", "statut", "bareme"))
_REMPLIES = frozenset(("fiche_autre_imposee", "fiche_majore_obligatoire"))
_DELAIS = frozenset(("fiche_delai", "fiche_delai_a_venir", "fiche_promotion_possible"))
_LE_MINIMUM = motif(r"\b(?:minimum|minima|mini|smic|bareme|minimal|combien (?:brut|par mois)|least)\b")
_DE_LA_FICHE = motif(
    r"\b(?:contenu|extensions?|fait partie|font partie|compris\w*|inclus\w*|dans la fiche|prevue?s?|"
    r"content|part of|included)\b"
)


def s_impose(x: Comprehension, intention: str, p: Positionnement) -> bool:
    """True when a rule of the fiche's own answers, whatever else the words could be asking.

    A condition told in this turn decides; one told in part does, unless it is the fiche's text
    that is asked about.
    """
    regles = set(p.regles())
    if intention.removeprefix("regle:") in IMPOSEES:
        return True  # asked in general, of a fiche that is named
    if IMPOSEES & regles and intention in _DU_PARCOURS:
        return True
    if _dite_en_passant(x, intention, regles):
        return True
    if "activites_complementaires" not in x.nouveaux or intention not in _D_UNE_FICHE:
        return False
    if regles & _REMPLIES:
        return True
    return "fiche_autre_a_verifier" in regles and (
        _DE_LA_FICHE.search(sans_accents(x.question)) is None
    )


def _dite_en_passant(x: Comprehension, intention: str, regles: set[str]) -> bool:
    """True where pay or a title is spoken of, and what was told beside it makes a rule apply.

    "Still paid 6, 14 months now, ok or not?" asks about the échelon; "quel est le minimum ?"
    asks for the amount.
    """
    if intention not in _D_UNE_PAIE or _LE_MINIMUM.search(sans_accents(x.question)):
        return False
    if "activites_complementaires" in x.nouveaux and regles & _REMPLIES:
        return True
    return "anciennete" in x.nouveaux and bool(regles & _DELAIS)


def mene_plus_haut(p: Positionnement) -> bool:
    """True when a rule gives an échelon above the fiche's own, which its majorés do not reach."""
    return p.outcome is Outcome.REFERENCE and p.accessibles[:1] != (p.reference,)
