"""What stands on paper beside the work told: the title of the contract or payslip, the échelon,
the pay. The work is read without them; the title is kept, to be held against it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.chat.motif import motif
from assistant.classification import sans_accents
from assistant.retrieval import Mention, Mentions

__all__ = ["Papier", "demande_un_montant", "papier_dit", "recit"]

_SUPPORT = (
    r"(?:contrats?|bulletins?|(?:fiches?|feuilles?) de (?:paie|paye|salaire)|(?:ma|la|mon) (?:paie|paye)|papiers?|carte de visite|badge|"
    r"avenant|intitules?|payslips?|pay ?slips?|wage slips?|contracts?|paper|job title|paperwork|business card)"
)
_MIS = (
    r"(?:marquee?s?|notee?s?|ecrite?|inscrite?|indiquee?|classee?|classe(?= )|declaree?|baptisee?|etiquetee?|embauchee?|engagee?|"
    r"recrutee?|prise? comme|appelle|appellent|a mis|mis comme|m'a mise?|m'ont (?:mise?|colle)|collee?|titre|"
    r"hired|taken on|has me|have me|had me|puts? me|put down|listed|written|says|said|calls? me|classed|graded|classified)"
)
_AVANT = motif(rf"\b(?:{_SUPPORT}|{_MIS})\b[^.?!;\n]{{0,38}}$")
_APRES = motif(
    rf"^[^.?!;\n]{{0,25}}?\b(?:sur (?:le|la|mon|ma|son|sa)|on (?:my|the)|dans mon|in my)\s*{_SUPPORT}"
    r"|^\W{0,4}(?:voila|c'est ce)\b[^.?!;\n]{0,20}\b(?:colle|mis|ecrit|classe)"
)
_REELLEMENT = motif(r"\b(?:mais|sauf que|en vrai|en realite|en fait|or|alors que|but|actually|really|in fact|in reality)\b")
_ECHELON = motif(
    r"[,(]?\s*\b(?:(?:et |and )?(?:je suis |jsuis |chuis? )?(?:toujours |encore |still )?(?:payee?|classee?|embauchee?|laisse|mis|mise|bloquee?|paid|graded|classed|stuck)\s+)?"
    r"(?:(?:a|au|en|sur|at|on|as)\s+)?(?:l'\s*)?(?:echelons?|ech\.?|step|level|niveau)\s*:?\s*\d{1,2}\b\)?"
)
_MONTANT = motif(r"\b(?:€\s*)?[1-4][\s.,]?\d{3}(?:[.,]\d{1,2})?\s*(?:€|e\b|euros?\b|eur\b)?(?:\s*(?:bruts?|nets?|gross)\b)?(?:\s*(?:par|/|a|per)\s*(?:mois|month))?")
_PAPIER = motif(  # not those that are the work itself: "je fais les contrats", "payslips for a garage"
    rf"\b(?:sur|dans|d'apres|on)\s+(?:mon|ma|mes|le|la|my|the)\s+{_SUPPORT}\b\s*[:=]?"
    rf"|\b(?:(?:mon|ma|my)\s+)?{_SUPPORT}\s*(?:(?:dit|indique|porte|marque|says?|said|is|reads?|shows?|c'est|est)\b|[:=])"
)
_MONTANT_DEMANDE = motif(
    r"\b(?:combien|how much|minim\w*|mini|smic|bareme|salaire (?:de base|mini\w*|garanti)|dois(?:-je)? toucher|devrais (?:toucher|gagner|avoir)|"
    r"quel(?:le)? (?:est (?:le|la|mon|ma) )?(?:salaire|paye|paie|remuneration)|what (?:is |are |should )?(?:my |the )?(?:pay|wage|salary)|should (?:i |they )?(?:earn|pay|be paid|get paid)|"
    r"taux horaire|sous[- ]?paye\w*|underpaid|mieux paye\w*|gagn\w*|salaires?)\b"
)


@dataclass(frozen=True, slots=True)
class Papier:
    """The title on paper: the fiches it may be of, and its place in the folded question."""

    codes: tuple[str, ...]
    debut: int
    fin: int


def papier_dit(question: str, mentions: Mentions) -> Papier | None:
    """The title said to stand on paper, or given by the employer; None where none is."""
    plat = sans_accents(question)
    for m in mentions.de("fiche", "partiel"):
        if not _utile(m):
            continue
        avant = plat[max(0, m.debut - 70) : m.debut]
        if lu := _REELLEMENT.search(avant):
            avant = avant[lu.end() :]
        if _AVANT.search(avant) or _APRES.search(plat[m.fin :]):
            return Papier(m.valeurs, m.debut, m.fin)
    return None


def _utile(m: Mention) -> bool:
    """True for a name that tells a job: a title, or most of one that few fiches bear."""
    return m.genre == "fiche" or len(m.valeurs) == 1 or (len(m.valeurs) <= 4 and len(m.texte) > 4)


def recit(question: str, papier: Papier | None, titre: Mention | None = None) -> str:
    """The work told, without the title on paper, the échelon and the pay; ``titre``: another title
    to leave out."""
    plat = sans_accents(question)
    if len(plat) != len(question):
        return question
    coupes = [m.span() for forme in (_ECHELON, _MONTANT, _PAPIER) for m in forme.finditer(plat)]
    coupes += [(x.debut, x.fin) for x in (papier, titre) if x is not None]
    garde, lu = [], 0
    for debut, fin in sorted(coupes):
        if debut >= lu:
            garde.append(question[lu:debut])
        lu = max(lu, fin)
    return " ".join("".join((*garde, question[lu:])).split())


def demande_un_montant(question: str) -> bool:
    """True where an amount is asked for, not only told."""
    return bool(_MONTANT_DEMANDE.search(sans_accents(question)))
