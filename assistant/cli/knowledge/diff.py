"""`echelon knowledge diff`: two states of the directory, fiche by fiche and section by section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.corpus.differences import Changement, Differences
    from assistant.corpus.editions import EtatFiche

__all__ = ["diff"]

_SECTIONS = "secteurs objet contenu extensions classement degres acces evolution".split()


@click.command("diff", cls=Commande)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--fiche", metavar="CODE", help="Une seule fiche, en détail.")
@click.option("--section", metavar="SECTION", help=f"Une seule section ({', '.join(_SECTIONS)}).")
@click.option("--json", "en_json", is_flag=True, help="Écrire les différences en JSON.")
def diff(a: str, b: str, fiche: str | None, section: str | None, en_json: bool) -> int:
    """Comparer le répertoire de A et celui de B.

    A et B sont des dates (2016-06-22 : les fiches alors imprimées) ou des versions du dossier de
    données (« courant », « precedent » ou leur nom). Les mots comptent, pas la ponctuation.
    """
    from assistant.cli.contexte import reglages
    from assistant.cli.knowledge.etats import Lecteur
    from assistant.cli.sortie import ecrire_json
    from assistant.corpus.differences import comparer

    _verifier(a, b, section)
    lecteur = Lecteur(reglages())
    cotes = lecteur.lire(a.strip().lower()), lecteur.lire(b.strip().lower())
    etats = [dict(c.etats) for c in cotes]
    if fiche is not None:
        etats = _une_fiche(fiche, etats)
    d = comparer(etats[0], etats[1], section)
    if en_json:
        ecrire_json({"a": cotes[0].nom, "b": cotes[1].nom} | _en_dict(d))
    else:
        _ecrire(cotes[0].nom, cotes[1].nom, d, detail=fiche is not None or section is not None)
    return 0


def _verifier(a: str, b: str, section: str | None) -> None:
    from assistant.cli.entree import verifier_texte
    from assistant.cli.erreurs import ErreurDUsage

    for mot in (a, b):
        verifier_texte(mot, "Ce qu'il faut comparer")
    if section is not None and section not in _SECTIONS:
        raise ErreurDUsage(
            f"La section « {section[:40]} » n'existe pas. On attend : {', '.join(_SECTIONS)}."
        )


def _une_fiche(fiche: str, etats: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Both states cut down to one code, in any spelling; an unknown one is refused."""
    from assistant.classification import Code
    from assistant.cli.entree import verifier_texte
    from assistant.cli.erreurs import ErreurDUsage

    verifier_texte(fiche, "Le code")
    code = str(Code.lire(fiche))
    if not any(code in etat for etat in etats):
        raise ErreurDUsage(f"{code} n'est au répertoire d'aucun des deux côtés.")
    return [{code: etat[code]} if code in etat else {} for etat in etats]


def _en_dict(d: Differences) -> dict[str, object]:
    return {
        "crees": [_fait(c) | {"creation_imprimee": bool(c.apres and c.apres.creee)} for c in d.crees],
        "supprimes": [_fait(c) for c in d.supprimes],
        "repris": [_titres(c) for c in d.repris],
        "renommes": [_titres(c) for c in d.renommes],
        "changes": [
            _fait(c) | {
                "texte_avant": _jour(c.avant), "texte_apres": _jour(c.apres),
                "sections": {
                    s.section: {
                        "ajoutes": list(s.ajoutes), "retires": list(s.retires),
                        "modifies": [{"avant": x, "apres": y} for x, y in s.modifies],
                    } for s in c.sections
                },
            } for c in d.changes
        ],
        "modifies_sans_texte": [
            _fait(c) | {"accords": [jour.isoformat() for jour in jours]} for c, jours in d.sans_texte
        ],
        "inchanges": d.inchanges,
    }


def _fait(c: Changement) -> dict[str, Any]:
    return {"code": c.code, "titre": c.titre} | ({"origine": "entreprise"} if _propre(c) else {})


def _propre(c: Changement) -> bool:
    """True when one side has the firm's own text."""
    return any(etat is not None and etat.propre for etat in (c.avant, c.apres))


def _nom(c: Changement) -> str:
    """Code and title, with what is the firm's own."""
    return f"{c.code} {c.titre}" + (" (texte de l'entreprise)" if _propre(c) else "")


def _titres(c: Changement) -> dict[str, Any]:
    return {
        "code": c.code, "titres_avant": list(c.avant.titres) if c.avant else [],
        "titres_apres": list(c.apres.titres) if c.apres else [],
    } | ({"origine": "entreprise"} if _propre(c) else {})


def _jour(etat: Any) -> str | None:
    return etat.texte_du.isoformat() if etat and etat.texte_du else None


def _du(etat: EtatFiche | None) -> str:
    """Whose text, or of which print."""
    return "de l'entreprise" if etat and etat.propre else f"du {_jour(etat)}"


def _ecrire(a: str, b: str, d: Differences, detail: bool) -> None:
    from assistant.cli.sortie import ligne, titre

    ligne(f"{a} → {b}, comparés mot à mot, sans la ponctuation.")
    _liste("Apparus", [_apparu(c) for c in d.crees])
    _liste("Disparus", [_nom(c) for c in d.supprimes])
    _liste("Codes repris par une autre qualification", [_renomme(c) for c in d.repris])
    _liste("Renommés", [_renomme(c) for c in d.renommes])
    if d.changes:
        titre(f"Textes changés ({len(d.changes)})")
    for c in d.changes:
        (_detail if detail else _resume)(c)
    _liste("Modifiés par un accord qui n'imprime pas leur texte", [
        f"{_nom(c)} : {', '.join(f'{j:%d/%m/%Y}' for j in jours)}" for c, jours in d.sans_texte
    ])
    titre(f"Inchangés : {d.inchanges}")
    if d.changes and not detail:
        ligne("Le détail d'une fiche : --fiche CODE ; d'une section : --section NOM ; tout : --json.")


def _liste(nom: str, lignes: Sequence[str]) -> None:
    from assistant.cli.sortie import ligne, titre

    if lignes:
        titre(f"{nom} ({len(lignes)})")
    for texte in lignes:
        ligne(texte, "  ")


def _apparu(c: Changement) -> str:
    assert c.apres is not None
    if not c.apres.nationale:
        return f"{c.code} {c.titre} (fiche de l'entreprise, absente du répertoire national)"
    comment = "créé" if c.apres.creee else "attesté pour la première fois"
    return f"{c.code} {c.titre} ({comment} le {c.apres.debut:%d/%m/%Y})"


def _renomme(c: Changement) -> str:
    avant, apres = (" / ".join(e.titres) if e else "" for e in (c.avant, c.apres))
    return f"{c.code} : {avant} → {apres}" + (" (texte de l'entreprise)" if _propre(c) else "")


def _resume(c: Changement) -> None:
    from assistant.cli.sortie import ligne

    signes = ", ".join(
        s.section + "".join(
            f" {signe}{len(items)}"
            for signe, items in (("+", s.ajoutes), ("−", s.retires), ("~", s.modifies)) if items
        ) for s in c.sections
    )
    ligne(f"{_nom(c)} : {signes}", "  ")


def _detail(c: Changement) -> None:
    from assistant.cli.sortie import ligne
    from assistant.corpus.differences import surligner

    ligne(f"{c.code} {c.titre}, texte {_du(c.avant)} → {_du(c.apres)}", "  ")
    for s in c.sections:
        ligne(s.section, "    ")
        for signe, items in (("−", s.retires), ("+", s.ajoutes)):
            for texte in items:
                ligne(texte, f"      {signe} ")
        for avant, apres in s.modifies:
            ligne(surligner(avant, apres), "      ~ ")
