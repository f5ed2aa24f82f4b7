"""What became of a former title: renamed fiches, codes given again to another qualification."""

from __future__ import annotations

from datetime import date

from assistant.chat.rediger.brouillon import Brouillon, placement
from assistant.classification import Fiche, sans_accents
from assistant.corpus import lien_legifrance
from assistant.corpus.schemas import EntreeRepertoire

__all__ = ["dire_ancien_titre", "nomme_l_ancien_titre", "titre_change_par_accord"]


def dire_ancien_titre(b: Brouillon, fiche: Fiche) -> bool:
    """Say each former title of a code, until when, and what the code names now; True if any."""
    entree = b.c.kb.repertoire[str(fiche.code)]
    for ancien in entree.anciens_titres:
        commun = {
            "ancien": ancien.titre, "code": fiche.code, "titre": fiche.titres[0] if fiche.titres else b.texte("sans_titre"),
            "placement": placement(b, fiche), "date": _jour(ancien.jusqu_au),
        }
        if entree.depuis is None:
            cle = "renommee" if titre_change_par_accord(entree) else "titre_atteste"
            b.dire(f"statut_{cle}", **commun, lien=_lien(entree))
        elif ancien.jusqu_au < entree.depuis:
            b.dire("statut_code_repris", **commun, depuis=_jour(entree.depuis), lien=_lien(entree))
        else:
            b.dire("statut_code_redonne", **commun, lien=_lien(entree))
    return bool(entree.anciens_titres)


def titre_change_par_accord(entree: EntreeRepertoire) -> bool:
    """True where a known agreement gave a fiche its new title, by name or by its print."""
    fins = {a.jusqu_au for a in entree.anciens_titres}
    dates = {m.date for m in entree.modifications if m.objet == "renomme"}
    return bool(fins & (dates | ({entree.edition} if entree.edition else set())))


def nomme_l_ancien_titre(b: Brouillon, fiche: Fiche) -> bool:
    """True when the question uses a former title of the fiche."""
    dits = {_plat(m.texte) for m in b.comprehension.mentions.de("fiche", "ancien")}
    anciens = b.c.kb.repertoire[str(fiche.code)].anciens_titres
    return any(
        _plat(a.titre) in dits or _plat(a.titre) in _plat(b.comprehension.question) for a in anciens
    )


def _plat(texte: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in sans_accents(texte)).split())


def _lien(entree: EntreeRepertoire) -> str:
    """The agreement that renamed or created the fiche, else the article that attests its title."""
    dit = next((m.texte for m in entree.modifications if m.objet in ("renomme", "cree")), None)
    return lien_legifrance(dit or entree.source)


def _jour(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"
