"""`python tests/soak/arrets.py [--arrets 30] [--graine 1]`: imports of the whole agreement, killed.

Each round starts `echelon knowledge import` of the official file, changed in one paragraph, in
a process of its own and kills it (SIGKILL) at a random point; what serves afterwards must be
the old version or the new one, whole. The file: ECHELON_KALI_FILE, else the folder beside the
project. Exit 1 at the first round that breaks, 2 without the file.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from assistant.corpus.officiel import version_courante
from assistant.corpus.officiel.conservation import compter, lire

_RACINE = Path(__file__).resolve().parents[2]
_VOISIN = _RACINE.parent / "shared/kali/KALICONT000005635191.json"
FICHE = _RACINE / "knowledge/fiches/gestionnaire.md"


def main() -> int:
    """Run the rounds; print one line each."""
    options = argparse.ArgumentParser()
    options.add_argument("--arrets", type=int, default=30)
    options.add_argument("--graine", type=int, default=1)
    choix = options.parse_args()
    officiel = Path(os.environ.pop("ECHELON_KALI_FILE", "") or _VOISIN)
    if not officiel.is_file():
        print(f"Textes officiels absents ({officiel}) : donnez ECHELON_KALI_FILE.")
        return 2
    with tempfile.TemporaryDirectory() as dossier:
        return Epreuve(Path(dossier), officiel, choix.graine).mener(choix.arrets)


class Epreuve:
    """One data folder, imported into again and again."""

    def __init__(self, dossier: Path, officiel: Path, graine: int) -> None:
        self.dossier, self.donnees = dossier, dossier / "donnees"
        self.convention = json.loads(officiel.read_text(encoding="utf-8"))
        self.article = _un_article(self.convention)
        self.texte = self.article["data"]["content"]
        self.hasard, self.graine = random.Random(graine), graine  # noqa: S311

    def mener(self, arrets: int) -> int:
        """Rounds until that many imports were killed; 0 when each left a whole version serving."""
        duree = self.entier(0)
        self.lancer("import", str(FICHE), "--code", "Z.23.1").wait()
        comptes, tues, tour = self.servie()[1], 0, 0
        print(f"Import entier : {duree:.1f} s, {comptes} ; graine {self.graine}")
        while tues < arrets and tour < 4 * arrets:
            tour += 1
            avant, debut = self.servie()[0], time.monotonic()
            enfant, attente = self.importer(tour), self.hasard.random() * duree
            with contextlib.suppress(subprocess.TimeoutExpired):
                enfant.wait(attente)
                duree = (duree + time.monotonic() - debut) / 2  # the machine is quicker by now
            enfant.kill()
            mort = enfant.wait() != 0
            tues += mort
            apres, lus = self.servie()
            print(f"{tour:3d}  {attente:5.2f} s  {'tué' if mort else 'fini'}  {avant} → {apres}")
            if lus != comptes or (apres == avant and not mort):
                print(f"Perdu : {lus} au lieu de {comptes}")
                return 1
        self.entier(tour + 1)
        restes = [p.name for p in (self.donnees / "connaissances").glob(".*") if p.name != ".verrou"]
        print(f"{tues} arrêts en {tour} tours ; à la fin {self.servie()[0]}, restes : {restes}")
        return 1 if restes or tues < arrets else 0

    def entier(self, numero: int) -> float:
        """Import to the end; seconds it took."""
        debut = time.monotonic()
        assert self.importer(numero).wait() == 0
        return time.monotonic() - debut

    def importer(self, numero: int) -> subprocess.Popen[bytes]:
        """Start importing the agreement with one paragraph more."""
        self.article["data"]["content"] = f"{self.texte}<p>Ajout {numero}.</p>"
        fichier = self.dossier / "KALI.json"
        fichier.write_text(json.dumps(self.convention, ensure_ascii=False), encoding="utf-8")
        return self.lancer("import", str(fichier))

    def lancer(self, *args: str) -> subprocess.Popen[bytes]:
        """Start a knowledge command on the data folder."""
        env = os.environ | {"ECHELON_DATA_DIR": str(self.donnees)}
        commande = [sys.executable, "-m", "assistant", "knowledge", *args]
        return subprocess.Popen(commande, env=env, cwd=_RACINE, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def servie(self) -> tuple[str, dict[str, int]]:
        """The version that serves, read wholly, and its counts."""
        dossier = version_courante(self.donnees)
        assert dossier is not None, "nothing serves"
        lecture = lire(dossier)
        assert list(lecture.manifeste.entreprise) in ([], ["Z.23.1"])
        siens = {"entreprise": len(lecture.manifeste.entreprise)}
        return dossier.name, compter(lecture) | siens


def _un_article(noeud: dict[str, Any]) -> dict[str, Any]:
    """The first article of the base text."""
    return noeud if noeud["type"] == "article" else _un_article(noeud["children"][0])


if __name__ == "__main__":
    sys.exit(main())
