"""Titles and codes are found however they are typed."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from assistant.chat.connaissances import Connaissances
from assistant.retrieval import Lexique
from tests.retrieval.aide_fautes_de_titres import glissements

_PART_VOULUE = 0.99


@pytest.fixture(scope="module")
def connaissances() -> Connaissances:
    return Connaissances.charger()


@pytest.fixture(scope="module")
def lexique(connaissances: Connaissances) -> Lexique:
    return connaissances.lexique


def _noms(lexique: Lexique, question: str) -> list[tuple[str, ...]]:
    return [m.valeurs for m in lexique.lier(question).de("fiche", "partiel")]


def test_chaque_titre_se_lie_malgre_les_fautes(connaissances: Connaissances) -> None:
    """Every title of the directory, every slip: at least 99 % name its fiche and no other."""
    kb = connaissances.kb
    porteurs: dict[str, set[str]] = defaultdict(set)
    for code, fiche in kb.fiches.items():
        anciens = [a.titre for a in kb.repertoire[code].anciens_titres]
        if fiche.statut != "supprime":
            for titre in (*fiche.titres, *anciens):
                porteurs[titre.casefold()].add(code)
    justes: Counter[str] = Counter()
    fautes: list[str] = []
    essais = [
        (code, titre, genre, ecrit)
        for code, fiche in kb.fiches.items() if fiche.statut != "supprime"
        for titre in fiche.titres for genre, ecrit in glissements(titre)
    ]
    for code, titre, genre, ecrit in essais:
        noms = _noms(connaissances.lexique, f"{ecrit}, quel échelon ?")
        if noms and code in noms[0] and set(noms[0]) <= porteurs[titre.casefold()]:
            justes[genre] += 1
        else:
            fautes.append(f"{ecrit} → {noms}, attendu {code}")
    assert sum(justes.values()) >= _PART_VOULUE * len(essais), fautes
    sans_faute = sum(1 for *_, genre, _ in essais if genre == "tel quel")
    assert justes["tel quel"] == justes["minuscules"] == justes["sans accents"] == sans_faute


@pytest.mark.parametrize(("ecrit", "code"), [
    ("a 6 4", "A.6.4"), ("B201", "B.20.1"), ("bcii1", "B.C.II.1"), ("k 12 5", "K.12.5"),
    ("b c ii 1", "B.C.II.1"), ("A 6 10", "A.6.10"), ("a/6/1", "A.6.1"), ("cc 6 1", "CC.6.1"),
    ("CCI1", "C.C.I.1"), ("A.A.9.2", "AA.9.2"), ("a a 9 2", "AA.9.2"), ("n231", "N.23.1"),
    ("d 3 1", "D.3.1"), ("a.6 .4", "A.6.4"), ("A,6,1", "A.6.1"), ("z231", "Z.23.1"),
])
def test_un_code_se_lit_de_toutes_facons(lexique: Lexique, ecrit: str, code: str) -> None:
    mentions = lexique.lier(f"{ecrit} majorés ?")
    assert [m.valeurs[0] for m in mentions.de("fiche") if m.par_code] == [code]


@pytest.mark.parametrize("question", [
    "je passe de 3 à 6 4 ans après", "a 6 h 4", "il a 6 4 h", "permis B 96 obligatoire ?",
    "il y a 6 3 personnes à l'atelier", "de 17 a 20 1 mois après", "j'ai 6 1 ans de boîte",
    "à 9 1 personne sur 2", "autoroute A 64",
])
def test_des_nombres_ne_font_pas_un_code(lexique: Lexique, question: str) -> None:
    assert not [m for m in lexique.lier(question).toutes if m.par_code]


def test_un_code_annonce_mais_absent_est_dit_inconnu(lexique: Lexique) -> None:
    inconnus = lexique.lier("la fiche b 20 9 c'est quoi ?").de("code_inconnu")
    assert [m.valeurs[0] for m in inconnus] == ["B.20.9"]


@pytest.mark.parametrize(("question", "codes"), [
    ("attaché commercial VU/VI les extensions", ("C.23.2",)),
    ("attachée commerciale utilitaires", ("C.23.2",)),
    ("attaché commercial, les extensions ?", ("C.23.1",)),
    ("adjoint au responsable de stationnement", ("L.17.1",)),
    ("hotesse daccueil en concession", ("C.3.1",)),
    ("operateur préparation vehicules", ("E.3.1",)),
    ("opérateur spécialiste vitrage", ("A.6.7",)),
    ("mécano vélo en boutique", ("A.3.5",)),
    ("technicien expert sav moto", ("A.12.2",)),
    ("responsable de station service", ("I.C.I.1",)),
    ("cheffe d'équipe vitrage", ("A.20.7",)),
    ("gestionnaire compta", ("N.23.1",)),
])
def test_le_titre_le_plus_precis_gagne(
    lexique: Lexique, question: str, codes: tuple[str, ...]
) -> None:
    assert _noms(lexique, question)[0] == codes


def test_les_petits_mots_departagent_deux_titres(connaissances: Connaissances) -> None:
    """K.17.1 and K.20.5 differ by them alone."""
    for code in ("K.17.1", "K.20.5"):
        titre = connaissances.kb.fiches[code].titre.lower()
        assert _noms(connaissances.lexique, f"{titre} : quel échelon ?")[0] == (code,)


def test_un_autre_nom_arrete_le_premier(lexique: Lexique) -> None:
    assert _noms(lexique, "différence entre gestionnaire et chef de service") == [
        ("Z.23.1",), ("Z.C.III.1",)]


def test_un_critere_ne_chevauche_pas_une_virgule(lexique: Lexique) -> None:
    mentions = lexique.lier("je suis mécanicien spécialiste auto, le contrôle des freins")
    assert not mentions.de("critere")
    assert mentions.codes() == ("A.6.1",)
