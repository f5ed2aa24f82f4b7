"""One person, two jobs: where the story is cut."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.retrieval.fiches import Rang, partager


def classer(texte: str, mots_seuls: bool = False, /) -> Sequence[Rang]:
    """A ranking that knows two words."""
    pneus, caisse = texte.count("pneu"), texte.count("caisse")
    if pneus and caisse:
        return [Rang("A.3.4", 0.5, -0.2), Rang("I.3.1", 0.5, -0.2)]
    if pneus or caisse:
        return [Rang("A.3.4" if pneus else "I.3.1", 0.95, 0.5)]
    return [Rang("Z.3.1", 0.1, -0.9)]


def test_each_half_gives_its_fiche_the_first_told_first() -> None:
    texte = "le matin je monte des pneus neufs, et l'après-midi je tiens la caisse du magasin"
    deux = partager(texte, classer, classer(texte))
    assert deux is not None
    assert [r.code for r in deux] == ["A.3.4", "I.3.1"]


def test_a_half_that_says_nothing_is_not_believed() -> None:
    texte = "le matin je monte des pneus neufs, et l'après-midi je rentre tard chez moi"
    assert partager(texte, classer, classer(texte)) is None


def test_too_few_words_are_no_half() -> None:
    assert partager("pneus, et caisse", classer, classer("pneus, et caisse")) is None


def test_within_one_filiere_a_fiche_that_explains_all_is_believed() -> None:
    def voisines(texte: str, mots_seuls: bool = False, /) -> Sequence[Rang]:
        return [Rang("A.3.4" if "pneu" in texte else "A.6.4", 0.95, 0.5)]

    texte = "je monte des pneus de voiture, je fais aussi les camions la nuit"
    assert partager(texte, voisines, [Rang("A.6.4", 0.97, 1.0)]) is None


def test_of_a_long_story_few_halves_are_read_wholly() -> None:
    lus: list[str] = []

    def compter(texte: str, mots_seuls: bool = False, /) -> Sequence[Rang]:
        if not mots_seuls:
            lus.append(texte)
        return classer(texte)

    texte = ", ".join(["le matin je monte des pneus", *["je parle un peu aux gens"] * 12, "puis je tiens la caisse"])
    deux = partager(texte, compter, classer(texte))
    assert deux is not None
    assert {r.code for r in deux} == {"A.3.4", "I.3.1"}
    assert len(lus) <= 4
