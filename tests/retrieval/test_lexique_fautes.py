"""Titles and codes are found however they are typed."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from assistant.chat.connaissances import Connaissances
from assistant.retrieval import Lexique, jetons
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


_DITES = (
    "c quoi lechelon d'une {feminin}",
    "{titre} combien le mini",
    "je suis {titre}, je peux viser quoi comme majoré",
    "jsuis {plat} g droit a koi com echelon",
    "what échelon is a {titre} on?",
)


@pytest.mark.parametrize("dite", _DITES)
def test_chaque_titre_se_lie_dans_une_question_de_tous_les_jours(
    connaissances: Connaissances, dite: str
) -> None:
    """Every title of the directory, as people put it in a question, names its fiche first."""
    kb = connaissances.kb
    porteurs: dict[str, set[str]] = defaultdict(set)
    for code, fiche in kb.fiches.items():
        for titre in (*fiche.titres, *(a.titre for a in kb.repertoire[code].anciens_titres)):
            porteurs[titre.casefold()].add(code)
    fautes = []
    for code, fiche in kb.fiches.items():
        for titre in fiche.titres if fiche.statut != "supprime" else ():
            ecrits = dict(glissements(titre))
            question = dite.format(titre=titre.lower(), plat=ecrits["sans accents"].lower(),
                                   feminin=ecrits["féminin"])
            noms = _noms(connaissances.lexique, question)
            if not noms or code not in noms[0] or not set(noms[0]) <= porteurs[titre.casefold()]:
                fautes.append(f"{question} → {noms}, attendu {code}")
    assert not fautes


@pytest.mark.parametrize(("question", "codes"), [
    ("depaneur remorqueur poids lourd, kel echelon", ("F.6.1",)),
    ("depanneur remorqueur pour les poids lourds", ("F.6.1",)),
    ("remorqeur depaneur PL", ("F.6.1",)),
    ("carossier peintre c kel echelon", ("B.12.1",)),
    ("moniteur moto : échelon ?", ("K.12.5",)),
    ("cheffe comptable, quel niveau ?", ("N.C.III.1",)),
    ("responsable d'auto-école : cadre niveau ?", ("K.C.I.5",)),
    ("pompiste echelon svp", ("I.3.1",)),
    ("secrétaire d'auto-école", ("K.9.6",)),
    ("gestionnaire d'atelier carrosserie", ("B.23.1",)),
    ("which échelon for a heavy tow truck driver?", ("F.6.1",)),
    ("chief accountant: which level?", ("N.C.III.1",)),
    ("électricienne auto", ("A.6.2", "A.9.2")),
    ("warranty clerk", ("A.9.6", "A.12.6")),
])
def test_un_nom_d_usage_designe_sa_fiche_ou_les_propose_toutes(
    lexique: Lexique, question: str, codes: tuple[str, ...]
) -> None:
    assert sorted(_noms(lexique, question)[0]) == sorted(codes)


@pytest.mark.parametrize("question", [
    "mon patron m'a parlé d'une auto", "le service après la vente", "un expert m'a dit ça",
    "the sales in my garage", "la station de métro",
])
def test_les_mots_d_un_nom_d_usage_ne_nomment_rien_seuls(lexique: Lexique, question: str) -> None:
    assert not lexique.lier(question).de("fiche")


def test_un_nom_d_usage_n_est_jamais_le_titre_d_une_autre_fiche(
    connaissances: Connaissances
) -> None:
    titres = {
        tuple(j.tige for j in jetons(t) if not j.liaison): code
        for code, f in connaissances.kb.fiches.items() if f.statut != "supprime" for t in f.titres
    }
    for entree in connaissances.noms.noms:
        for nom in entree.noms:
            cle = tuple(j.tige for j in jetons(nom) if not j.liaison)
            assert titres.get(cle, entree.code) == entree.code, nom
