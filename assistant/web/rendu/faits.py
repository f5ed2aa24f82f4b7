"""The facts understood, as chips: each can be removed, which recomputes."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.web.rendu.savoir import Savoir
from assistant.web.rendu.surete import bouton, echapper
from assistant.web.textes import Textes

__all__ = ["en_mots", "faits_compris", "nom_du_fait"]


def faits_compris(
    situation: Mapping[str, Any], t: Textes, savoir: Savoir, *, modifiable: bool
) -> str:
    """Chips of the contract's `situation`; a list gives one chip per item. "" when empty."""
    puces = [
        _puce(nom, element, texte, t, modifiable)
        for nom, fait in situation.items()
        for element, texte in _valeurs(nom, fait, t, savoir)
    ]
    if not puces:
        return ""
    aide = f'<p class="aide">{t("faits.aide")}</p>' if modifiable else ""
    return (
        f'<section class="carte faits"><h3 class="carte-titre">{t("faits.titre")}</h3>{aide}'
        f'<ul class="puces">{"".join(puces)}</ul></section>'
    )


def nom_du_fait(nom: str, valeur: object, t: Textes) -> str:
    """The fact as its chip says it: « Fiche : Gestionnaire (Z.23.1) »."""
    deux_points = " : " if t.langue == "fr" else ": "
    etiquette = t.un_de("fait", nom, nom.replace("_", " "))
    return f"{etiquette}{deux_points}{valeur}"


def _puce(nom: str, element: str | None, texte: str, t: Textes, modifiable: bool) -> str:
    dit = nom_du_fait(nom, texte, t)
    etiquette = t.un_de("fait", nom, nom.replace("_", " "))
    contenu = (
        f'<span class="puce-nom">{echapper(etiquette)}</span> '
        f'<span class="puce-valeur">{echapper(texte)}</span>'
    )
    if not modifiable:
        return f'<li class="puce">{contenu}</li>'
    donnees = {"fait": nom} if element is None else {"fait": nom, "element": element}
    croix = '<span aria-hidden="true">×</span>'
    retirer = bouton("retirer", "retirer", croix, t("faits.retirer", fait=dit), **donnees)
    return f'<li class="puce">{contenu}{retirer}</li>'


def _valeurs(nom: str, fait: Any, t: Textes, savoir: Savoir) -> Iterator[tuple[str | None, str]]:
    """(item of the list or None, words) for each chip of one fact."""
    valeur = fait.get("valeur") if isinstance(fait, Mapping) else fait
    if isinstance(valeur, list | tuple):
        if not valeur:
            yield None, t("faits.aucun")
        for element in valeur:
            yield str(element), en_mots(element, nom, t, savoir)
    elif valeur is not None:
        yield None, en_mots(valeur, nom, t, savoir)


def en_mots(valeur: object, nom: str, t: Textes, savoir: Savoir) -> str:
    """The value of the fact `nom` in words, in the language of `t`."""
    if isinstance(valeur, list | tuple):
        return ", ".join(en_mots(v, nom, t, savoir) for v in valeur) or t("faits.aucun")
    if isinstance(valeur, bool):
        return t("valeur.oui") if valeur else t("valeur.non")
    if nom == "fiche":
        return savoir.fiches.get(str(valeur), str(valeur))
    if nom == "date":
        return t.date(valeur)
    if nom == "salaire_base":
        return t.euros(valeur)
    if isinstance(valeur, int | float):
        return t.nombre(valeur)
    return t.un_de("valeur", valeur, str(valeur))
