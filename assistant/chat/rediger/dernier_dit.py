"""What the answer just given established, said again in few words."""

from __future__ import annotations

from decimal import Decimal

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, ou
from assistant.chat.rediger.classement import tete
from assistant.chat.rediger.demande import AU_PLUS
from assistant.chat.rediger.fiches_proposees import dire_commune, dire_ligne
from assistant.chat.reponse import Manque
from assistant.classification import Fiche, Outcome, euros

__all__ = ["choix", "emploi", "prendre", "question_en_cours", "redire", "regles_propres"]

_CLASSENT = frozenset(
    "echelon situation progresser certification alternance sans_qualification suppleance degres promotion "
    "litige decision trouver_fiche deux_fiches extensions contenu acces evolution".split()
)
_AUTRES_TETES = frozenset((
    Outcome.NON_CLASSE, Outcome.ECHELON_1_2, Outcome.PROMOTION_MAITRISE, Outcome.PROMOTION_CADRE,
    Outcome.PRIME_SUPPLEANCE, Outcome.DEGRE_CADRE,
))
_IMPOSE = frozenset((
    "fiche_majore_obligatoire", "fiche_autre_imposee", "fiche_echelon_impose", "fiche_promotion_possible",
    "fiche_delai_decision", "engagement_ecrit",
))
_PHRASE = motif(r"(?<=[^\d\s].[.!?])\s+(?=[A-ZÀ-Ý«])")
_PHRASES = 2


def prendre(b: Brouillon, r: Brouillon) -> None:
    """Carry over what the answer ``r`` stands on: fiches, placement, amounts, sources."""
    b.fiches = list(r.fiches)
    b.citations = list(r.citations)
    b.calcules = list(r.calcules)
    b.positionnement, b.montant, b.edition = r.positionnement, r.montant, r.edition


def emploi(r: Brouillon) -> Fiche | None:
    """The fiche the answer was about, None where it was left open."""
    return None if choix(r) else r.c.kb.fiches.get(r.comprehension.fiche or "")


def choix(r: Brouillon) -> tuple[str, ...]:
    """The fiches the answer left to choose from."""
    demande = r.missing[0] if r.missing else None
    ouvert = demande is not None and demande.fait == "fiche" and demande.choix
    return tuple(dict.fromkeys(r.fiches))[:AU_PLUS] if ouvert else ()


def redire(b: Brouillon, r: Brouillon) -> None:
    """The answer in a few lines: placement, way up, minimum; or its own first words."""
    p, fiche = r.positionnement, emploi(r)
    if codes := choix(r):
        _lignes(b, codes)
        return
    classe = r.comprehension.intention.id in _CLASSENT or r.comprehension.descriptif is not None
    if p is not None and classe and p.outcome in _AUTRES_TETES:
        tete(b, p, fiche)
        return
    if p is None or fiche is None or not classe:
        _premiers_mots(b, r)
        return
    if _IMPOSE.intersection(p.regles()):
        tete(b, p, fiche)
    else:
        dire_ligne(b, fiche)
    article = _article(b, "majore_extension", fiche)
    if p.outcome is Outcome.MAJORE_DU:
        b.dire("acte_majore_du", majores=ou(p.majores, b.langue),
               article=_article(b, "certification_majore_du", fiche))
    elif p.majores:
        b.dire("acte_majores", majores=ou(p.majores, b.langue), article=article)
    if p.minimum is not None:
        b.calcules.append(p.minimum.valeur)
        b.dire("acte_minimum", valeur=euros(p.minimum.valeur), heures=heures(p.minimum.heures))
    b.lignes += regles_propres(r)


def regles_propres(r: Brouillon) -> list[str]:
    """What the answer said of the rules that its fiche has of its own."""
    debut = r.texte("regle_propre", code=r.comprehension.fiche, lieu="", quand="", texte="").split("(")[0]
    return [ligne for ligne in r.lignes if ligne.startswith(debut)]


def heures(n: Decimal) -> str:
    """Hours a week as written."""
    return f"{round(n, 2).normalize():f}".replace(".", ",")


def question_en_cours(b: Brouillon, r: Brouillon) -> None:
    """Ask again what was asked, where something still is."""
    fait = b.comprehension.etat.fait_demande
    if choix(r):
        b.missing = list(r.missing)
        b.separation = None
        b.dire("acte_question", question=r.missing[0].question)
    elif fait is not None:
        question = b.c.question(fait, b.langue)
        b.missing.append(Manque(fait, question, b.c.choix(fait, b.langue)))
        b.dire("acte_question", question=question)


def _lignes(b: Brouillon, codes: tuple[str, ...]) -> None:
    fiches = [b.c.kb.fiches[code] for code in codes]
    for fiche in fiches:
        dire_ligne(b, fiche)
    dire_commune(b, fiches)


def _premiers_mots(b: Brouillon, r: Brouillon) -> None:
    lignes = [x for x in r.lignes if x]
    if not lignes:
        return
    b.lignes.append(" ".join(_PHRASE.split(lignes[0])[:_PHRASES]))
    if lignes[0].rstrip().endswith(":"):
        b.lignes += lignes[1:4]


def _article(b: Brouillon, regle: str, fiche: Fiche) -> str:
    b.citer_regle(regle, fiche.categorie)
    return b.c.kb.regles[regle].article(fiche.categorie).article
