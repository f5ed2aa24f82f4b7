"""A firm's own fiche (or the one handed over) in place of the official one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.classification import plier
from assistant.corpus.audit.matiere import Matiere, cote_d_edition, en_jour
from assistant.corpus.audit.modeles import REMARQUE, Constat, Cote
from assistant.corpus.markdown import SECTIONS, Item

__all__ = ["fiches_propres"]

_MARQUE = re.compile(r"^[\s\-–—*•.]+|[\s;.,:]+$")


def fiches_propres(m: Matiere) -> Iterator[Constat]:
    """Each own fiche that stands before an official print, with the sections that differ."""
    for code, lue in m.propres.items():
        officielle = m.courante(code)
        if officielle is None:
            continue
        differentes = [
            s for s in SECTIONS
            if _mots(lue.sections.get(s, ())) != _mots(officielle.sections.get(s, ()))
        ]
        qui = "de l'entreprise" if lue.origine == "entreprise" else "remise avec ce projet"
        dit = f"diffère en : {', '.join(differentes)}" if differentes else "dit la même chose"
        yield Constat(
            "fiche_entreprise", REMARQUE, code,
            f"{code} : la fiche {qui} passe avant le texte imprimé le "
            f"{en_jour(officielle.date)} et {dit}.",
            Cote(f"Fiche {qui}", f"{lue.fichier.parent.name}/{lue.fichier.name}",
                 ", ".join(differentes) or "identique",
                 lue.edition.isoformat() if lue.edition else None, lue.lien),
            cote_d_edition(officielle, "texte entier", "texte officiel"),
        )


def _mots(items: Iterable[Item]) -> list[str]:
    """Items as compared: marks, case and typography left out."""
    return [t for i in items if (t := _MARQUE.sub("", plier(i.texte)))]
