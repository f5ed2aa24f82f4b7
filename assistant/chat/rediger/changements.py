"""What changed in a fiche, and when; fiches created, changed or deleted in a year; a filière's birth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.chat.comprendre.histoire_dite import Histoire
from assistant.chat.rediger.anciens_titres import dire_ancien_titre
from assistant.chat.rediger.brouillon import Brouillon, placement
from assistant.chat.rediger.parcours import citer_codes, titres_en_francais
from assistant.chat.rediger.regles_de_fiche import rappeler_regles
from assistant.chat.rediger.statut import dire_code_atteste, dire_suppression, rediger_statut
from assistant.chat.reponse import Behaviour
from assistant.classification import Code, Fiche, Positionnement
from assistant.corpus import REGLES_COMMUNES, EditionFiche, lien_legifrance, mention_de_l_accord
from assistant.corpus.differences import differences_d_editions
from assistant.corpus.editions import PANORAMA, edition_au, periodes

__all__ = ["rediger_changement", "rediger_filieres", "rediger_mouvements"]

_LIGNES = 15
_POINTS = 12  # items of two prints shown at most


def rediger_changement(
    b: Brouillon, fiche: Fiche, histoire: Histoire, p: Positionnement | None, aujourdhui: date
) -> None:
    """When the fiche changed, by which agreements and prints, and whether its text is up to date."""
    code = str(fiche.code)
    if not fiche.nationale:
        rediger_statut(b, fiche, aujourdhui, sans_jour=True)
        return
    b.fiches.append(code)
    siennes = _editions(b, fiche)
    if len(histoire.annees) > 1 and _dire_entre(b, fiche, histoire.annees):
        _citer(b, code)
        return
    if fiche.statut == "supprime":
        b.behaviour = Behaviour.CORRECT_PREMISE
        dire_suppression(b, fiche)
    elif not fiche.titres:
        dire_code_atteste(b, fiche)
    _dire_dates(b, fiche, histoire.depuis, siennes)
    dire_ancien_titre(b, fiche)
    _dire_a_jour(b, fiche, siennes)
    if len(siennes) > 1 and (histoire.depuis is None or siennes[-1].date >= histoire.depuis):
        _dire_sections(b, siennes[-2], siennes[-1])
    if p is not None:
        rappeler_regles(b, p, fiche)
    _citer(b, code)
    b.suggestions.append(b.texte("suite_contenu_fiche", code=code))


def _editions(b: Brouillon, fiche: Fiche) -> tuple[EditionFiche, ...]:
    """The prints of the qualification that holds the code today, oldest first."""
    imprimees = b.c.kb.editions.get(str(fiche.code), ())
    debut = periodes(b.c.kb.repertoire[str(fiche.code)], imprimees)[-1].debut
    return tuple(e for e in imprimees if e.date >= debut)


def _dire_dates(
    b: Brouillon, fiche: Fiche, depuis: date | None, editions: Sequence[EditionFiche]
) -> None:
    """Every agreement that changed the fiche since a day (None: since the last print but one)."""
    code = str(fiche.code)
    entree = b.c.kb.repertoire[code]
    commun = {"code": code, "titre": b.titre(fiche), "placement": placement(b, fiche)}
    faits: list[tuple[date, str, str]] = [(m.date, "commune" if m.texte in REGLES_COMMUNES else m.objet, lien_legifrance(m.texte))
             for m in entree.modifications if m.objet in ("modifie", "renomme", "cree")]
    faits += [(e.date, "imprime" if rang else "premiere", e.lieu.lien)
              for rang, e in enumerate(editions)]
    if not editions and entree.edition and entree.edition_article:
        faits.append((entree.edition, "imprime", lien_legifrance(entree.edition_article)))
    if depuis is not None:
        faits = [f for f in faits if f[0] >= depuis]
    changes = [f for f in sorted(faits) if f[1] not in ("premiere", "cree")]
    if changes and depuis:
        b.dire("change_depuis", **commun, depuis=_jour(depuis), n=len(changes),
               derniere=_jour(changes[-1][0]), lien=changes[-1][2])
    elif changes:
        b.dire("change_derniere", **commun, derniere=_jour(changes[-1][0]), lien=changes[-1][2])
    elif depuis:
        b.dire("change_pas_depuis", **commun, depuis=_jour(depuis))
    else:
        b.dire("change_jamais", **commun)
    for jour, objet, lien in sorted(faits):
        b.dire(f"change_ligne_{objet}", date=_jour(jour), lien=lien)


def _dire_a_jour(b: Brouillon, fiche: Fiche, editions: Sequence[EditionFiche]) -> None:
    """Whether the last print is still the text in force."""
    entree = b.c.kb.repertoire[str(fiche.code)]
    edition = editions[-1].date if editions else entree.edition
    if edition is None or fiche.statut == "supprime" or fiche.entreprise:
        return
    dernier = entree.dernier_changement
    if dernier and dernier.date > edition and dernier.texte in REGLES_COMMUNES:
        b.dire("texte_regle_commune", edition=_jour(edition), date=_jour(dernier.date),
               lien=lien_legifrance(dernier.texte))
    elif dernier and dernier.date > edition:
        b.dire("change_a_jour_non", edition=_jour(edition), date=_jour(dernier.date),
               lien=lien_legifrance(dernier.texte))
    else:
        b.dire("change_a_jour_oui", edition=_jour(edition))


def _dire_sections(b: Brouillon, avant: EditionFiche, apres: EditionFiche) -> None:
    """Which sections differ between two prints, in numbers."""
    diffs = differences_d_editions(avant, apres)
    commun = {"avant": _jour(avant.date), "apres": _jour(apres.date)}
    if not diffs:
        b.dire("change_memes_mots", **commun)
        return
    b.dire("change_sections_tete", **commun)
    for d in diffs:
        b.dire("change_section", section=b.texte(f"partie_{d.section}"), ajoutes=len(d.ajoutes),
               retires=len(d.retires), modifies=len(d.modifies))


def _dire_entre(b: Brouillon, fiche: Fiche, annees: Sequence[int]) -> bool:
    """The prints in force at the end of two years, item by item; False without two such prints."""
    imprimees = b.c.kb.editions.get(str(fiche.code), ())
    un, deux = min(annees), max(annees)
    avant, apres = edition_au(imprimees, date(un, 12, 31)), edition_au(imprimees, date(deux, 12, 31))
    if avant is None or apres is None:
        return False
    if avant.date == apres.date:
        b.dire("change_meme_edition", code=fiche.code, un=un, deux=deux, edition=_jour(avant.date),
               lien=avant.lieu.lien)
        return True
    b.dire("change_entre_tete", code=fiche.code, titre=", ".join(apres.titres) or b.titre(fiche),
           avant=_jour(avant.date), apres=_jour(apres.date))
    diffs = differences_d_editions(avant, apres)
    if not diffs:
        b.dire("change_memes_mots", avant=_jour(avant.date), apres=_jour(apres.date))
    points = [
        (cle, b.texte(f"partie_{d.section}"), texte) for d in diffs
        for cle, textes in (("ajoute", d.ajoutes), ("retire", d.retires),
                            ("recrit", [y for _, y in d.modifies])) for texte in textes
    ]
    for cle, section, texte in points[:_POINTS]:
        b.dire(f"change_{cle}", section=section, texte=texte.rstrip(" ,;."))
    if len(points) > _POINTS:
        b.dire("reste", n=len(points) - _POINTS)
    b.dire("change_liens", avant=avant.lieu.lien, apres=apres.lieu.lien)
    return True


def rediger_filieres(b: Brouillon, lettres: Sequence[str]) -> None:
    """By which agreement a filière came, or the first trace of it, and its fiches."""
    for lettre in lettres:
        entrees = [e for c, e in b.c.kb.repertoire.items() if Code.lire(c).filiere == lettre and e.source]
        commun = {"lettre": lettre, "nom": b.c.kb.filieres[lettre]}
        debuts = [periodes(e, b.c.kb.editions.get(e.code, ()))[0] for e in entrees]
        premier = min((m for e in entrees for m in e.modifications if m.objet == "cree"),
                      key=lambda m: m.date, default=None)
        if premier and premier.date <= min(p.debut for p in debuts):
            b.dire("filiere_creee", **commun, date=_jour(premier.date),
                   lien=lien_legifrance(premier.texte))
        else:
            b.dire("filiere_attestee", **commun, lien=lien_legifrance(PANORAMA[0]),
                   date=_jour(min((p.debut for p in debuts), default=PANORAMA[1])))
        codes = [e.code for e in entrees if e.statut == "en_vigueur"]
        b.dire("filiere_fiches")
        _lister(b, [(c, b.c.kb.repertoire[c].depuis) for c in codes])


def rediger_mouvements(
    b: Brouillon, objet: str, annee: int, depuis: bool, lettres: Sequence[str]
) -> None:
    """The fiches that agreements of a year (or since it) created, changed or deleted."""
    fin = date.max if depuis else date(annee, 12, 31)
    objets = ("modifie", "renomme") if objet == "modifie" else (objet,)
    trouves: list[tuple[str, date | None]] = []
    for code, entree in b.c.kb.repertoire.items():
        dates = [m.date for m in entree.modifications
                 if m.objet in objets and date(annee, 1, 1) <= m.date <= fin]
        if dates and (not lettres or Code.lire(code).filiere in lettres):
            trouves.append((code, max(dates)))
    quand = b.texte("mouvements_depuis" if depuis else "mouvements_en", annee=annee)
    if lettres:
        quand += b.texte("mouvements_filiere", filiere=", ".join(b.c.kb.filieres[x] for x in lettres))
    cle = f"mouvements_{objet}" if trouves else f"mouvements_{objet}_aucun"
    b.dire(cle, quand=quand, n=len(trouves))
    _lister(b, trouves)
    if objet == "cree" and annee <= PANORAMA[1].year:
        b.dire("mouvements_avant_panorama", panorama=_jour(PANORAMA[1]))


def _lister(b: Brouillon, codes: Sequence[tuple[str, date | None]]) -> None:
    for code, jour in codes[:_LIGNES]:
        fiche = b.c.kb.fiches[code]
        quand = f" ({_jour(jour)})" if jour else ""
        b.lignes.append(b.texte("ligne_fiche", titre=", ".join(fiche.titres) or b.titre(fiche),
                                code=code, placement=placement(b, fiche)).rstrip() + quand)
        b.fiches.append(code)
    if len(codes) > _LIGNES:
        b.dire("reste", n=len(codes) - _LIGNES)
    citer_codes(b, [c for c, _ in codes[:_LIGNES]])
    titres_en_francais(b)


def _citer(b: Brouillon, code: str) -> None:
    b.citer(b.c.kb.par_id.get(f"repertoire:{code}"), mention_de_l_accord(b.c.kb, code))


def _jour(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"
