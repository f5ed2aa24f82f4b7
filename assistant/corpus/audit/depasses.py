"""Prints that a later agreement changed, and the directory against what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.corpus.audit.matiere import OBJETS, Matiere, cote_d_edition, en_jour
from assistant.corpus.audit.modeles import CONTRADICTION, LACUNE, Constat, Cote
from assistant.corpus.base import lien_legifrance

__all__ = ["repertoire_et_textes", "textes_depasses"]


def textes_depasses(m: Matiere) -> Iterator[Constat]:
    """Fiches in force whose newest print was changed since without its text being reproduced."""
    for code, entree in m.repertoire.items():
        if entree.statut != "en_vigueur" or entree.edition is None:
            continue
        depuis = [x for x in entree.modifications if x.date > entree.edition]
        if not depuis:
            continue
        dernier = depuis[-1]
        imprimee = m.courante(code)
        cote_a = cote_d_edition(imprimee, "texte entier", "dernier texte imprimé") if imprimee else (
            Cote(f"Fiche {code}, accord du {en_jour(entree.edition)}", entree.edition_article or code,
                 "dernier texte imprimé", entree.edition.isoformat(),
                 lien_legifrance(entree.edition_article) if entree.edition_article else None)
        )
        fois = f" ({len(depuis)} accords depuis cette édition)" if len(depuis) > 1 else ""
        yield Constat(
            "texte_depasse", LACUNE, code,
            f"{code} : texte du {en_jour(entree.edition)}, modifié par l'accord du "
            f"{en_jour(dernier.date)}, sans texte reproduit{fois}.",
            cote_a,
            Cote(f"Accord du {en_jour(dernier.date)}", dernier.texte, OBJETS[dernier.objet],
                 dernier.date.isoformat(), lien_legifrance(dernier.texte)),
        )


def repertoire_et_textes(m: Matiere) -> Iterator[Constat]:
    """Codes that are printed but not in repertoire.yaml, and editions it does not know.

    A fiche of ours has the date of its own text there, not the print's.
    """
    for code, siennes in m.editions.items():
        derniere, entree = siennes[-1], m.repertoire.get(code)
        cote = cote_d_edition(derniere, "texte entier", f"imprimée le {en_jour(derniere.date)}")
        if entree is None:
            yield Constat(
                "repertoire", CONTRADICTION, code,
                f"{code} est imprimé le {en_jour(derniere.date)} et n'est pas dans le répertoire.",
                cote, Cote("Répertoire", "repertoire.yaml", f"aucun code {code}"),
            )
            continue
        courante = m.courante(code)
        lue = courante.date if courante else None
        if lue != entree.edition and code not in m.propres:
            yield Constat(
                "repertoire", CONTRADICTION, code,
                f"{code} : le répertoire donne pour dernière édition "
                f"{en_jour(entree.edition) if entree.edition else 'aucune'}, les textes "
                f"{en_jour(lue) if lue else 'aucune'}.",
                cote,
                Cote("Répertoire", f"repertoire.yaml, {code}, edition",
                     entree.edition.isoformat() if entree.edition else "null"),
            )
