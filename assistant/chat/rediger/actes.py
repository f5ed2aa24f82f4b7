"""What a turn does with the answer before it: thanks, in short, where it is written, what to ask…

``r`` is that answer, worked out again; each act says of it what is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from assistant.chat.comprendre import Comprehension
from assistant.chat.comprendre.actes import Acte
from assistant.chat.motif import motif
from assistant.chat.rediger.actes_discutes import (
    rediger_difference,
    rediger_doute,
    rediger_obligation,
    rediger_pourquoi,
)
from assistant.chat.rediger.actes_dus import rediger_demander, rediger_manque
from assistant.chat.rediger.brouillon import Brouillon, ou, placement
from assistant.chat.rediger.demande import AU_PLUS, demander_fiche
from assistant.chat.rediger.dernier_dit import choix, emploi, prendre, question_en_cours, redire
from assistant.chat.reponse import Behaviour
from assistant.classification import Outcome, euros

__all__ = ["rediger_acte"]

_Ecrire = Callable[[Brouillon, Brouillon, Acte, date], None]
_SEULS = frozenset(("merci", "accuse", "laisser"))
_ARTICLE = motif(r"\bart(?:icle)?s?\.?\s+(\d[B]?\.\d\d(?:\s[a-h]\b)?)")
_PHRASE = motif(r"(?<=[.;)])\s+(?=[A-ZÀ-Ý])")
_EN_FIN = motif(r"\s*\((?:art|avenant)[^()]*\)")
_EXTENSIONS, _LARGEUR = 4, 130
_CHIFFRES = frozenset(("minimum", "bareme"))


def rediger_acte(r: Brouillon, comprehension: Comprehension, aujourdhui: date) -> Brouillon:
    """The answer to a turn that is about the answer ``r``."""
    acte = comprehension.acte
    assert acte is not None
    if acte.nom in ("langue_en", "langue_fr"):
        r.comprehension = comprehension
        return r
    b = Brouillon(r.c, comprehension)
    if acte.nom in _SEULS:
        b.dire("accuse" if acte.nom == "accuse" else f"acte_{acte.nom}")
        return b
    prendre(b, r)
    _ECRIRE[acte.nom](b, r, acte, aujourdhui)
    return b


def _rappel(b: Brouillon, r: Brouillon, acte: Acte, _: date) -> None:
    """Where the conversation stands, after an insult, a greeting, a turn that says nothing."""
    b.dire(f"acte_{acte.nom}")
    redire(b, r)
    question_en_cours(b, r)


def _resume(b: Brouillon, r: Brouillon, _: Acte, __: date) -> None:
    b.dire("acte_resume")
    redire(b, r)
    if choix(r):
        question_en_cours(b, r)


def _chiffre(b: Brouillon, r: Brouillon, _: Acte, __: date) -> None:
    fiche, p = emploi(r), r.positionnement
    if r.comprehension.intention.id in _CHIFFRES and r.montant:
        b.dire("acte_chiffre_euros", valeur=euros(Decimal(str(r.montant["valeur"]))))
    elif p is not None and p.outcome is Outcome.PRIME_SUPPLEANCE and p.prime:
        b.dire("acte_chiffre_prime", valeur=euros(p.prime.valeur))
    elif codes := choix(r):
        references = sorted({b.c.kb.fiches[code].reference for code in codes})
        if len(references) == 1:
            b.dire("acte_chiffre", placement=placement(b, b.c.kb.fiches[codes[0]]))
            return
        b.dire("acte_chiffre_selon", echelons=ou(references, b.langue))
        redire(b, r)
        question_en_cours(b, r)
    elif fiche is not None and p is not None and p.reference is not None:
        sienne = p.outcome in (Outcome.MAJORE_DU, Outcome.REFERENCE) and p.accessibles
        du = p.accessibles[0] if sienne else p.reference
        b.dire("acte_chiffre", placement=placement(b, fiche) if du == fiche.reference
               else b.texte("nom_echelon", echelon=du))
        b.lignes[-1] = b.lignes[-1][:1].upper() + b.lignes[-1][1:]
    else:
        redire(b, r)


def _ou_ecrit(b: Brouillon, r: Brouillon, _: Acte, __: date) -> None:
    """Articles, then the fiches and the pay table the answer stands on."""
    dits: dict[str, str] = {}
    for phrase in (p for ligne in r.lignes for p in _PHRASE.split(ligne)):
        for article in _ARTICLE.findall(phrase):
            dits.setdefault(" ".join(article.split()), _court(phrase))
    if not dits:
        for m in r.positionnement.motifs if r.positionnement else ():
            dits.setdefault(m.article.article, m.consequence(b.langue).rstrip("."))
            b.citer_regle(m.regle.id, m.article.categorie)
    if not dits:
        dits = {c.article: "" for c in r.citations if c.article}
    lignes = [b.texte("acte_ecrit_article", article=a) + (f" : {quoi}" if quoi else "")
              for a, quoi in dits.items() if not a.startswith("fiche")]
    for code in dict.fromkeys(c.fiche for c in r.citations if c.fiche):
        lignes.append(b.texte("acte_ecrit_fiche", code=code))
    if r.montant and r.montant.get("avenant"):
        lignes.append(b.texte("acte_ecrit_minima", avenant=r.montant["avenant"]))
    if not lignes:
        b.behaviour = Behaviour.ABSTAIN
        b.dire("acte_ecrit_nulle_part")
        redire(b, r)
        return
    b.dire("acte_ecrit")
    b.lignes += lignes
    b.dire("acte_ecrit_lien")


def _court(phrase: str) -> str:
    """What an article is given for, without its reference and on one line."""
    dite = _EN_FIN.sub("", phrase).strip(" -.")
    return dite if len(dite) <= _LARGEUR else dite[:_LARGEUR].rsplit(" ", 1)[0] + "…"


def _partiel(b: Brouillon, r: Brouillon, acte: Acte, _: date) -> None:
    """ "Un peu", "ça dépend": what each answer leads to, then the question that is left."""
    if r.separation is not None:
        for cle, code in (("oui", r.separation.oui), ("non", r.separation.non)):
            fiche = b.c.kb.fiches[code]
            b.dire(f"acte_partiel_{cle}", titre=b.titre(fiche), code=code, placement=placement(b, fiche))
        b.dire("acte_partiel_regulier")
        b.missing = list(r.missing)
        return
    montres = choix(r) or (tuple(dict.fromkeys(r.fiches))[:AU_PLUS] if emploi(r) is None else ())
    if len(montres) > 1:
        demander_fiche(b, montres)
        b.lignes[0] = b.texte("acte_laquelle")
        return
    if b.comprehension.etat.fait_demande == "extensions_exercees" and emploi(r) is not None:
        _lesquelles(b, r, acte)
        return
    if b.comprehension.etat.fait_demande is None:
        _rappel(b, r, Acte("incompris"), _)
        return
    b.dire("acte_partiel_courant")
    question_en_cours(b, r)


def _lesquelles(b: Brouillon, r: Brouillon, acte: Acte) -> None:
    """Asked what is done beyond the fiche and told "oui" or "parfois": which, and what it changes."""
    fiche = emploi(r)
    assert fiche is not None
    b.dire("acte_lesquelles" if acte.nom == "oui" else "acte_parfois")
    if not fiche.majores:
        b.dire("sans_majore", echelon=fiche.reference)
    elif fiche.texte_connu and (dites := b.dit(fiche, "extensions")[:_EXTENSIONS]):
        b.dire("acte_extensions", code=fiche.code, items=" ; ".join(dites))
        b.citer_section(fiche, "extensions")
    regle = b.c.kb.regles["majore_extension"].article(fiche.categorie)
    if fiche.majores:
        b.dire("acte_extensions_effet", reference=fiche.reference, majores=ou(fiche.majores, b.langue),
               article=regle.article)
        b.citer_regle("majore_extension", fiche.categorie)
    b.demander("extensions_exercees")


def _sait_pas(b: Brouillon, r: Brouillon, _: Acte, __: date) -> None:
    fiche = emploi(r)
    if fiche is not None:
        b.dire("acte_parti_de", titre=b.titre(fiche), code=fiche.code)
        redire(b, r)
    elif choix(r):
        redire(b, r)
    b.dire("acte_racontez")


_ECRIRE: dict[str, _Ecrire] = {
    "agacement": _rappel, "incompris": _rappel, "salut": _rappel, "resume": _resume,
    "chiffre": _chiffre, "ou_ecrit": _ou_ecrit, "partiel": _partiel, "oui": _partiel,
    "sait_pas": _sait_pas, "demander": rediger_demander, "manque": rediger_manque,
    "doute": rediger_doute, "pourquoi": rediger_pourquoi, "difference": rediger_difference,
    "obligation": rediger_obligation,
}
