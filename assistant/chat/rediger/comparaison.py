"""Two fiches side by side, and a job that touches two fiches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from assistant.chat.comprendre.metiers import Nomme, departager
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie, ou
from assistant.chat.rediger.fiche import placement
from assistant.chat.rediger.parcours import citer_codes, dire_lecture, prevenir_generique
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour, Manque
from assistant.classification import Fiche, euros
from assistant.classification.comparaison import Comparaison, comparer
from assistant.corpus import mention_de_l_accord

__all__ = ["rediger_comparaison", "rediger_deux_fiches"]

_SECTIONS = ("contenu", "extensions", "acces")  # objet is a paragraph, not a list
_INTERTITRE = motif(r"[A-Z]\s*\.\s*[–-]")  # "B. – Organisation…" only heads a list
_ITEMS = 3
_LARGEUR = 110


def rediger_comparaison(b: Brouillon, un: Nomme, deux: Nomme, aujourdhui: date) -> None:
    """Placement, catégorie, majorés and minimum of two fiches, then their texts by section."""
    a, z = _choisir(b, un, deux)
    if a is z:
        b.dire("meme_fiche", titre=b.titre(a), code=a.code)
        citer_codes(b, (str(a.code),))
        b.fiches.append(str(a.code))
        return
    kb, jour = b.c.kb, b.comprehension.jour or aujourdhui
    b.fiches.extend((str(a.code), str(z.code)))
    c = comparer(
        a, z, _textes(b, a), _textes(b, z), kb.referentiel.concepts, kb.baremes, jour,
    )
    b.dire("comparaison_tete", a=b.titre(a), code_a=a.code, b=b.titre(z), code_b=z.code)
    citer_codes(b, (str(a.code), str(z.code)))
    _faits(b, c)
    _minima(b, c)
    _sections(b, c)
    prevenir_generique(b, (str(a.code), str(z.code)))


def _choisir(b: Brouillon, un: Nomme, deux: Nomme) -> tuple[Fiche, Fiche]:
    fiches = b.c.kb.fiches
    lettres = {x: fiches[x].code.filiere for x in (*un.codes, *deux.codes)}
    de, vers = departager(un, deux, lettres)
    autre = next((x for x in vers if x != de[0]), vers[0])
    dire_lecture(b, (un, de[:1]), (deux, (autre,)))
    return fiches[de[0]], fiches[autre]


def _textes(b: Brouillon, fiche: Fiche) -> dict[str, list[str]]:
    if not fiche.texte_connu:
        return {}
    return {
        nom: [dit for dit in b.dit(fiche, nom) if not _INTERTITRE.match(dit)] for nom in _SECTIONS
    }


def _faits(b: Brouillon, c: Comparaison) -> None:
    aucun = b.texte("aucun_majore")
    lignes: tuple[tuple[str, Callable[[Fiche], str]], ...] = (
        ("reference", lambda f: placement(b, f)),
        ("majores", lambda f: ou(f.majores, b.langue) or aucun),
        ("categorie", lambda f: nom_de_categorie(f.categorie, b.langue)),
        ("filiere", lambda f: f.filiere),
    )
    for cle, lire in lignes:
        _ligne(b, b.texte(f"comparaison_{cle}"), lire(c.a), lire(c.b), c)


def _ligne(b: Brouillon, nom: str, de_a: str, de_b: str, c: Comparaison) -> None:
    if de_a == de_b:
        b.dire("comparaison_egal", nom=nom, valeur=de_a)
    else:
        b.dire("comparaison_ligne", nom=nom, a=de_a, b=de_b, code_a=c.a.code, code_b=c.b.code)


def _minima(b: Brouillon, c: Comparaison) -> None:
    de_a, de_b = c.minima
    if de_a is None or de_b is None:
        return
    nom = b.texte("comparaison_minimum", avenant=de_a.bareme.avenant,
                  effet=f"{de_a.bareme.date_effet:%d/%m/%Y}")
    dits = [
        b.texte("comparaison_euros", valeur=euros(m.base))
        + (f" ({m.echelon})" if m.echelon.degre else "")
        for m in (de_a, de_b)
    ]
    _ligne(b, nom, dits[0], dits[1], c)
    for m in (de_a, de_b):
        b.citer(b.c.kb.par_id.get(f"bareme:{m.bareme.id}/{m.echelon}"))
        b.calcules.append(m.base)


def _sections(b: Brouillon, c: Comparaison) -> None:
    muettes = [str(f.code) for f in (c.a, c.b) if not f.texte_connu]
    if muettes:
        b.dire("comparaison_sans_texte", codes=", ".join(muettes))
        return
    for nom, r in c.sections.items():
        b.dire("comparaison_section", section=b.texte(f"section_{nom}"))
        if r.communs:
            b.dire("comparaison_commun", items=_items(b, [x for x, _ in r.communs]))
        for fiche, seuls in ((c.a, r.seuls_a), (c.b, r.seuls_b)):
            if seuls:
                b.dire("comparaison_seul", code=fiche.code, items=_items(b, seuls))
            _citer_items(b, fiche, nom, seuls[:_ITEMS])
        _citer_items(b, c.a, nom, [x for x, _ in r.communs[:_ITEMS]])
    for fiche in (c.a, c.b):
        _edition(b, fiche)


def _edition(b: Brouillon, fiche: Fiche) -> None:
    """Which print was compared, and what changed it since."""
    lue = b.c.kb.textes.get(str(fiche.code))
    if lue is None or lue.edition is None:
        return
    edition = f"{lue.edition:%d/%m/%Y}"
    if fiche.superseded_by and fiche.superseded_by > lue.edition:
        b.dire("comparaison_edition_modifiee", code=fiche.code, edition=edition,
               date=f"{fiche.superseded_by:%d/%m/%Y}")
        b.citer(mention_de_l_accord(b.c.kb, str(fiche.code)))
    else:
        b.dire("comparaison_edition", code=fiche.code, edition=edition)


def _citer_items(b: Brouillon, fiche: Fiche, section: str, items: Sequence[str]) -> None:
    for item in items:
        b.citer_section(fiche, section, item)


def _items(b: Brouillon, items: Sequence[str]) -> str:
    courts = (x if len(x) <= _LARGEUR else x[:_LARGEUR].rsplit(" ", 1)[0] + "…" for x in items)
    dit = " ; ".join(list(courts)[:_ITEMS])
    reste = len(items) - _ITEMS
    return dit + (" " + b.texte("comparaison_et", n=reste) if reste > 0 else "")


def rediger_deux_fiches(b: Brouillon, un: Nomme, deux: Nomme) -> None:
    """A job over two fiches (3.02 a, 3B.02 a, 5.02 a): both told, and which one decides."""
    paires = _choisir(b, un, deux)
    if paires[0] is paires[1]:
        return
    b.behaviour = Behaviour.ASK
    b.dire("deux_tete")
    choix = []
    for fiche in paires:
        b.fiches.append(str(fiche.code))
        cle = "deux_ligne" if fiche.majores else "deux_ligne_sans"
        majores = {"majores": ou(fiche.majores, b.langue)} if fiche.majores else {}
        b.dire(cle, titre=b.titre(fiche), code=fiche.code, placement=placement(b, fiche), **majores)
        choix.append(f"{b.titre(fiche)} ({fiche.code})")
    citer_codes(b, (str(f.code) for f in paires))
    bas = min(paires, key=lambda f: f.reference)
    rediger_regle(b, "emploi_sur_deux_fiches", categorie=bas.categorie)
    _en_plus(b, bas)
    prevenir_generique(b, (str(f.code) for f in paires))
    b.dire("deux_question")
    b.missing.append(Manque("fiche", b.texte("deux_question"), tuple(choix)))


def _en_plus(b: Brouillon, fiche: Fiche) -> None:
    """What the work of the other fiche can bring, below the cadres."""
    regles = b.c.kb.regles
    possible, due = regles.get("activite_complementaire"), regles.get("certification_majore_du")
    if possible is None or due is None or not fiche.majores:
        return
    b.dire("deux_suite", article=possible.article(fiche.categorie).article,
           article_du=due.article(fiche.categorie).article)
    b.citer_regle("activite_complementaire", fiche.categorie)
    b.citer_regle("certification_majore_du", fiche.categorie)
