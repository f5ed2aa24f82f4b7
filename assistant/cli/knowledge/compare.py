"""`echelon knowledge compare`: two fiches side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.groupe import Commande

if TYPE_CHECKING:
    from assistant.classification import Fiche
    from assistant.classification.comparaison import Comparaison, Rapprochement
    from assistant.corpus import KnowledgeBase

__all__ = ["compare"]

_SECTIONS = ("objet", "contenu", "extensions", "acces", "evolution")


@click.command(cls=Commande)
@click.argument("un", metavar="A")
@click.argument("deux", metavar="B")
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Jour des minima (aujourd'hui).")
@click.option("--json", "en_json", is_flag=True, help="Écrire la comparaison en JSON.")
def compare(un: str, deux: str, jour: str | None, en_json: bool) -> int:
    """Comparer deux fiches : classement, minimum, et ce que chaque section a de commun."""
    from assistant.classification.comparaison import comparer
    from assistant.cli.contexte import connaissances
    from assistant.cli.entree import lire_jour, verifier_texte
    from assistant.cli.sortie import ecrire_json

    verifier_texte(un, "Le code A")
    verifier_texte(deux, "Le code B")
    le = (lire_jour(jour) if jour else None) or date.today()
    kb = connaissances()
    a, b = kb.referentiel.fiche(un), kb.referentiel.fiche(deux)
    c = comparer(a, b, _textes(kb, a), _textes(kb, b), kb.referentiel.concepts, kb.baremes, le)
    if en_json:
        ecrire_json(_en_objet(c, le))
    else:
        _montrer(c, le, kb.lecture is not None)
    return 0


def _textes(kb: KnowledgeBase, fiche: Fiche) -> dict[str, list[str]]:
    lue = kb.textes.get(str(fiche.code))
    return {n: list(lue.textes(n)) for n in _SECTIONS if lue and n in lue.sections}


def _en_objet(c: Comparaison, jour: date) -> dict[str, Any]:
    from assistant.cli.knowledge.routes import resume

    minima = [None if m is None else {"valeur": float(m.base), "avenant": m.bareme.avenant}
              for m in c.minima]
    return {
        "a": resume(c.a) | {"texte_connu": c.a.texte_connu, "minimum": minima[0]},
        "b": resume(c.b) | {"texte_connu": c.b.texte_connu, "minimum": minima[1]},
        "date": jour.isoformat(),
        "sections": {
            nom: {"communs": [list(p) for p in r.communs], "seuls_a": list(r.seuls_a),
                  "seuls_b": list(r.seuls_b)}
            for nom, r in c.sections.items()
        },
    }


def _montrer(c: Comparaison, jour: date, officiels: bool) -> None:
    from assistant.classification import euros
    from assistant.cli.knowledge.routes import en_bref
    from assistant.cli.sortie import ligne, titre

    titre(f"{en_bref(c.a)} et {en_bref(c.b)}")
    montants = ["inconnu" if m is None else f"{euros(m.base)} €" for m in c.minima]
    faits = (
        ("Classement de référence", str(c.a.reference), str(c.b.reference)),
        ("Échelons majorés", *(", ".join(map(str, f.majores)) or "aucun" for f in (c.a, c.b))),
        ("Catégorie", c.a.categorie.value, c.b.categorie.value),
        ("Filière", c.a.filiere, c.b.filiere),
        (f"Minimum au {jour:%d/%m/%Y}", *montants),
    )
    for nom, de_a, de_b in faits:
        ligne(f"{nom} : {de_a if de_a == de_b else f'{de_a} | {de_b}'}", "  ")
    muettes = [str(f.code) for f in (c.a, c.b) if not f.texte_connu]
    if muettes:
        suite = ("les données officielles n'en impriment aucun." if officiels
                 else "lancez « echelon knowledge pull ».")
        ligne(f"Texte inconnu : {', '.join(muettes)} ; {suite}", "  ")
    for fiche in (c.a, c.b):
        if fiche.entreprise:
            quoi = "le texte de" if fiche.nationale else "la fiche"
            ligne(f"À savoir : {quoi} {fiche.code} est propre à l'entreprise, pas au répertoire "
                  "national.", "  ")
    for nom, r in c.sections.items():
        titre(nom.capitalize())
        _section(r, str(c.a.code), str(c.b.code))


def _section(r: Rapprochement, code_a: str, code_b: str) -> None:
    from assistant.cli.sortie import ligne

    for qui, items in (("les deux", [x for x, _ in r.communs]), (code_a, r.seuls_a),
                       (code_b, r.seuls_b)):
        for item in items:
            ligne(f"{qui} : {item}", "  - ")
