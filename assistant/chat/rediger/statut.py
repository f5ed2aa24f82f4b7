"""Answers on the status of a fiche: in force or not, since when, under which titles and prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.chat.motif import motif
from assistant.chat.rediger.anciens_titres import dire_ancien_titre
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.fiche import placement
from assistant.chat.reponse import Behaviour
from assistant.classification import Fiche, sans_accents
from assistant.corpus import EditionFiche, lien_legifrance, mention_de_l_accord
from assistant.corpus.editions import PANORAMA, edition_au, periodes
from assistant.corpus.proches import fiches_proches
from assistant.corpus.schemas import EntreeRepertoire

__all__ = [
    "dire_code_atteste",
    "dire_en_vigueur_ce_jour",
    "dire_hors_periode",
    "dire_proches",
    "dire_suppression",
    "rediger_statut",
]

_PERSONNEL = motif(r"\b(?:suis|classee?|mon|ma|notre|nos|i am|i'm|my|our)\b")


def rediger_statut(
    b: Brouillon, fiche: Fiche, aujourdhui: date, sans_jour: bool = False
) -> None:
    """Write all that is known of a fiche's status and history, or of its print on a past day.

    ``sans_jour``: the date of the question is no day to look at ("créée en 2023 ?").
    """
    code = str(fiche.code)
    b.fiches.append(code)
    jour = None if sans_jour else b.comprehension.jour
    if not fiche.nationale:
        b.dire("statut_entreprise", code=code, titre=", ".join(fiche.titres),
               placement=placement(b, fiche))
        b.citer_classement(fiche)
        return
    if jour is not None and jour < aujourdhui:
        _dire_edition_au(b, fiche, jour)
    elif fiche.statut == "supprime":
        if _PERSONNEL.search(sans_accents(b.comprehension.question)):
            b.behaviour = Behaviour.CORRECT_PREMISE
        dire_suppression(b, fiche)
    else:
        b.dire("statut_en_vigueur", code=code, titre=", ".join(fiche.titres) or b.titre(fiche),
               placement=placement(b, fiche))
        _dire_origine(b, fiche)
        dire_ancien_titre(b, fiche)
    _dire_editions(b, fiche)
    _citer(b, fiche)
    b.suggestions.append(b.texte("suite_contenu_fiche", code=code))


def dire_suppression(b: Brouillon, fiche: Fiche) -> None:
    """Say that a fiche is deleted: by which agreement, and which fiches come nearest to it."""
    entree = b.c.kb.repertoire[str(fiche.code)]
    commun = {"code": fiche.code, "titre": ", ".join(fiche.titres), "placement": placement(b, fiche)}
    accord = next((m for m in entree.modifications if m.objet == "supprime"), None)
    if accord:
        b.dire("statut_supprimee", **commun, date=_jour(accord.date),
               lien=lien_legifrance(accord.texte))
    else:
        b.dire("statut_supprimee_sans_accord", **commun, lien=lien_legifrance(PANORAMA[0]))
    dire_proches(b, str(fiche.code))
    b.suggestions.append(b.texte("suite_decrire"))


def dire_proches(b: Brouillon, code: str, titres: Iterable[str] | None = None) -> None:
    """Name the fiches in force that come nearest to a deleted one."""
    proches = fiches_proches(b.c.kb.fiches, code, titres)
    if proches.meme_titre:
        b.dire("statut_meme_titre", fiches=_enumerer(b, proches.meme_titre))
    if proches.voisines:
        b.dire("statut_voisines", fiches=_enumerer(b, proches.voisines))
    for autre in (*proches.meme_titre, *proches.voisines):
        b.citer(b.c.kb.par_id.get(f"repertoire:{autre}"))
    if not (proches.meme_titre or proches.voisines):
        b.dire("statut_sans_voisine")


def _enumerer(b: Brouillon, codes: Sequence[str]) -> str:
    fiches = (b.c.kb.fiches[c] for c in codes)
    return " ; ".join(f"{f.titres[0]} ({f.code}, {placement(b, f)})" for f in fiches)


def _dire_origine(b: Brouillon, fiche: Fiche) -> None:
    """Since when the fiche stands: created by an agreement, or first attested on a day."""
    code = str(fiche.code)
    entree, imprimees = b.c.kb.repertoire[code], b.c.kb.editions.get(code, ())
    creation = next((m for m in entree.modifications if m.objet == "cree"), None)
    debut = periodes(entree, imprimees)[-1].debut
    if creation:
        b.dire("statut_creee", date=_jour(creation.date), lien=lien_legifrance(creation.texte))
    elif not fiche.titres:
        dire_code_atteste(b, fiche)
    elif imprimees and debut == imprimees[0].date:
        b.dire("statut_attestee_edition", date=_jour(debut), lien=imprimees[0].lieu.lien)
    else:
        b.dire("statut_attestee", date=_jour(debut))


def dire_code_atteste(b: Brouillon, fiche: Fiche) -> None:
    """Say that a code is only named by agreements: no title, no text of it is printed."""
    entree = b.c.kb.repertoire[str(fiche.code)]
    premiere = min(entree.modifications, key=lambda m: m.date, default=None)
    b.dire("statut_code_atteste", code=fiche.code, placement=placement(b, fiche),
           date=_jour(premiere.date) if premiere else "?",
           lien=lien_legifrance(premiere.texte if premiere else entree.source))


def _dire_editions(b: Brouillon, fiche: Fiche) -> None:
    """The prints with their dates and links, and the agreements that changed the fiche since."""
    code = str(fiche.code)
    entree = b.c.kb.repertoire[code]
    siennes = _siennes(b, fiche)
    if siennes:
        b.dire("statut_editions")
        for e in siennes:
            nom = "" if set(e.titres) & set(fiche.titres) or not e.titres else f" (« {e.titres[0]} »)"
            b.dire("statut_edition_ligne", date=_jour(e.date), titre=nom, lien=e.lieu.lien)
    elif entree.edition and entree.edition_article:
        b.dire("statut_derniere_edition", date=_jour(entree.edition),
               lien=lien_legifrance(entree.edition_article))
    elif fiche.titres:
        b.dire("statut_sans_edition", code=code)
    _dire_modifications(b, fiche, siennes[-1].date if siennes else entree.edition)


def _siennes(b: Brouillon, fiche: Fiche) -> tuple[EditionFiche, ...]:
    """The prints of the qualification that holds the code today, oldest first."""
    imprimees = b.c.kb.editions.get(str(fiche.code), ())
    debut = periodes(b.c.kb.repertoire[str(fiche.code)], imprimees)[-1].debut
    return tuple(e for e in imprimees if e.date >= debut)


def _dire_modifications(b: Brouillon, fiche: Fiche, depuis: date | None) -> None:
    entree = b.c.kb.repertoire[str(fiche.code)]
    apres = [m for m in entree.modifications
             if m.objet in ("modifie", "renomme") and (depuis is None or m.date > depuis)]
    if apres:
        b.dire("statut_modifications", dates=", ".join(_jour(m.date) for m in apres),
               derniere=_jour(apres[-1].date), lien=lien_legifrance(apres[-1].texte))
    elif fiche.statut == "en_vigueur" and depuis:
        b.dire("statut_pas_modifiee")


def _dire_edition_au(b: Brouillon, fiche: Fiche, jour: date) -> None:
    """Which print held on a past day, under which title, and what had changed it by then."""
    code = str(fiche.code)
    entree, imprimees = b.c.kb.repertoire[code], b.c.kb.editions.get(code, ())
    periode = next((p for p in periodes(entree, imprimees) if p.contient(jour)), None)
    commun = {"code": code, "jour": _jour(jour), "placement": placement(b, fiche)}
    if periode is None:
        _dire_hors_periode(b, fiche, entree, jour)
        return
    edition = edition_au([e for e in imprimees if e.date >= periode.debut], jour)
    if edition is None:
        avant = next((a.titre for a in entree.anciens_titres if jour < a.jusqu_au), None)
        b.dire("statut_edition_inconnue_au", **commun, titre=avant or b.titre(fiche))
        if avant:
            dire_ancien_titre(b, fiche)
        return
    b.dire("statut_edition_au", **commun, titre=", ".join(edition.titres),
           edition=_jour(edition.date), lien=edition.lieu.lien)
    b.citer(b.c.kb.par_id.get(f"edition:{code}@{edition.date}/titres/1"))
    entre = [m.date for m in entree.modifications if edition.date < m.date <= jour]
    if entre:
        b.dire("statut_modifiee_entre", dates=", ".join(map(_jour, entre)), jour=_jour(jour))
    if fiche.statut == "supprime":
        dire_suppression(b, fiche)
    elif periode.fin is not None:
        dire_ancien_titre(b, fiche)


def dire_en_vigueur_ce_jour(b: Brouillon, fiche: Fiche, jour: date | None) -> bool:
    """Of a deleted fiche: say that it still stood on a past day; False where it did not, or may not."""
    code = str(fiche.code)
    siennes = periodes(b.c.kb.repertoire[code], b.c.kb.editions.get(code, ()))
    if jour is None or not siennes[-1].fin_sure or not siennes[-1].contient(jour):
        return False
    b.dire("statut_en_vigueur_au", code=code, jour=_jour(jour), titre=", ".join(fiche.titres),
           placement=placement(b, fiche))
    return True


def dire_hors_periode(b: Brouillon, fiche: Fiche, jour: date) -> bool:
    """Say that on a day the code named no qualification yet, or another one; False if it named this.

    A fiche without a creation in print is told of only where no agreement names it before.
    """
    code = str(fiche.code)
    siennes = periodes(b.c.kb.repertoire[code], b.c.kb.editions.get(code, ()))
    if not fiche.nationale or siennes[-1].contient(jour) or (
        siennes[-1].fin is not None and jour >= siennes[-1].fin
    ):
        return False
    b.fiches.append(code)
    _dire_edition_au(b, fiche, jour)
    b.behaviour = Behaviour.CORRECT_PREMISE if siennes[-1].creee else Behaviour.ABSTAIN
    _citer(b, fiche)
    return True


def _dire_hors_periode(b: Brouillon, fiche: Fiche, entree: EntreeRepertoire, jour: date) -> None:
    """No qualification known under this code on that day."""
    b.behaviour = Behaviour.CORRECT_PREMISE
    if fiche.statut == "supprime" and entree.fin and jour >= entree.fin:
        dire_suppression(b, fiche)
        return
    creee = periodes(entree, b.c.kb.editions.get(str(fiche.code), ()))[-1].creee
    b.dire("statut_n_existait_pas" if creee else "statut_pas_encore", code=fiche.code,
           titre=", ".join(fiche.titres) or b.titre(fiche), jour=_jour(jour))
    _dire_origine(b, fiche)
    dire_ancien_titre(b, fiche)


def _citer(b: Brouillon, fiche: Fiche) -> None:
    code = str(fiche.code)
    b.citer(b.c.kb.par_id.get(f"repertoire:{code}"), mention_de_l_accord(b.c.kb, code))


def _jour(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"
