"""Four processes at once on one file, from its creation on."""

import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

from assistant.store import Magasin

PROCESSUS, TOURS = 4, 25

ECRIRE = """
import sys
from pathlib import Path
from types import SimpleNamespace
from assistant.store import Magasin
sys.stdin.readline()  # all start together, on a file that does not exist
magasin = Magasin.ouvrir(SimpleNamespace(data_dir=Path(sys.argv[1])))
conversation, nom = magasin.nouvelle(), sys.argv[2]
for n in range(int(sys.argv[3])):
    magasin.ajouter_tour(conversation, f"{nom}-{n}", {"answer": nom * 500}, {"n": n})
    magasin.lister()
print(conversation)
"""


def test_four_processes_create_the_file_and_write_at_once(tmp_path: Path) -> None:
    enfants = [
        subprocess.Popen(
            [sys.executable, "-c", ECRIRE, str(tmp_path), f"p{n}", str(TOURS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(PROCESSUS)
    ]
    for enfant in enfants:
        assert enfant.stdin
        enfant.stdin.write("\n")
        enfant.stdin.flush()
    sorties = [enfant.communicate(timeout=60) for enfant in enfants]
    assert [enfant.returncode for enfant in enfants] == [0] * PROCESSUS, sorties

    magasin = Magasin.ouvrir(SimpleNamespace(data_dir=tmp_path))
    for n, (sortie, _) in enumerate(sorties):
        tours = magasin.tours(sortie.strip())
        assert [t.question for t in tours] == [f"p{n}-{i}" for i in range(TOURS)]
        assert [t.numero for t in tours] == list(range(1, TOURS + 1))
    assert len(magasin.lister()) == PROCESSUS


def test_threads_that_share_a_conversation_number_its_turns_once_each(magasin: Magasin) -> None:
    conversation = magasin.nouvelle()
    numeros: list[int] = []

    def ecrire() -> None:
        for _ in range(10):
            numeros.append(magasin.ajouter_tour(conversation, "q", {}, {}))

    fils = [threading.Thread(target=ecrire) for _ in range(4)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert sorted(numeros) == list(range(1, 41))
