"""The certifications a question names, with all the words of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.chat.motif import motif
from assistant.classification import Certification, Registre, sans_accents
from assistant.classification.diplomes import Accord
from assistant.retrieval import Jeton, Mention, Mentions, jetons

__all__ = ["CertificationDite", "certifications_dites", "sans_les_diplomes"]

_MOTS = 9  # words after "BTS" that can belong to the diploma's name
_BORD = motif(r"[.,;:!?()\n=]")
_CCS = motif(
    r"\W*(?:et|and|plus|avec|with|\+|&)?\W*(?:le|un|mon|son|the|a|my|his|her|aussi|also)?\W*"
    r"(?:ccs|certificat complementaire de specialisation)\b")
_FIN_DU_NOM = frozenset(
    "ai as a avons avez ont est es suis sont etait etes sera c ca cela ce cette ces il elle on je j tu "
    "nous vous ils qui que quoi quel quelle quels quelles dont ou pour par dans sur sous avec sans "
    "chez mais donc car si depuis quand puis apres avant alors obtenu obtenue passe suivi suivie "
    "fait prepare valide me m mon ma mes son sa ses notre leur leurs y n ne pas plus en "
    "donne ouvre permet mene sert vaut compte correspond reste est-ce figure inscrit inscrite "
    "fais peut peux dois doit faut va vont veut veux travaille bosse moi lui rien aucun nada nothing none "
    "second first third premiere deuxieme troisieme year years apprenti apprentie apprentice alternant alternante "
    "rate ratee loupe loupee echoue failed je c chef he she they me him her you "
    "and is are i my for to in which what does do it that can with without".split()
)
_DANS_LE_NOM = frozenset("a en avec apres".split())  # in a name, where a name goes on after them
_COUPE = frozenset("et en avec a apres tout toute alternance apprentissage lycee formation ou".split())
_VIDES = frozenset(
    "niveau annee annees mention option obtention requis demande ok merci svp exact valable "
    "automobile auto branche equivalent reconnu reconnue quelconque general non oui seul seulement "
    "uniquement aussi rncsa rncp rnqsa neuf neuve recent recente complet minimum maximum "
    "obligatoire necessaire suffisant suffit existe degree diploma certificate".split()
)


@dataclass(frozen=True, slots=True)
class CertificationDite:
    """A certification as said: its name, the entries of the RNCSA that answer to it.

    ``inconnue``: the words name a diploma of their own ("BTS MCO") that is no entry.
    """

    nom: str
    entrees: tuple[Certification, ...]
    inconnue: bool
    debut: int
    fin: int


def certifications_dites(
    texte: str, mentions: Mentions, registre: Registre
) -> tuple[CertificationDite, ...]:
    """Every certification of a text, the fullest name that is one known."""
    plat = sans_accents(texte)
    mots = jetons(texte)
    dites: list[CertificationDite] = []
    for mention in mentions.de("certification"):
        if mention.texte.startswith("licenci"):
            continue  # "licencié" is no Licence
        if dites and mention.debut < dites[-1].fin:
            continue
        dite = _complete(plat, _lire(texte, plat, mots, mention, registre), registre)
        if not _rappelle(dite, dites, registre):
            dites.append(dite)
    return tuple(dites)


def sans_les_diplomes(texte: str, mentions: Mentions, registre: Registre) -> Mentions:
    """The mentions without the jobs that only stand in the name of a diploma: "le CQP tôlier"."""
    if not mentions.de("certification"):
        return mentions
    dites = [d for d in certifications_dites(texte, mentions, registre) if d.entrees]
    return Mentions(tuple(
        m for m in mentions.toutes
        if m.genre not in ("fiche", "partiel") or m.par_code
        or not any(d.debut <= m.debut and m.fin <= d.fin for d in dites)
    ))


def _rappelle(
    dite: CertificationDite, dites: Sequence[CertificationDite], registre: Registre
) -> bool:
    """ "CQP carrossier-peintre…, CQP obtenu": the family alone names the same one again."""
    lu = registre.lire(dite.nom)
    return lu.generique and any(registre.lire(d.nom).famille == lu.famille for d in dites)


def _lire(
    texte: str, plat: str, mots: Sequence[Jeton], mention: Mention, registre: Registre
) -> CertificationDite:
    suite = list(_suite(plat, mots, mention))
    fins = [mention.fin, *(j.fin for j in suite)]
    for accord in (Accord.OUI, Accord.PARTIEL):
        trouvees: tuple[Certification, ...] = ()
        place, lu = mention.fin, registre.lire(mention.valeurs[0])
        for fin in reversed(fins):
            nom = _nom(texte, plat, mention.debut, fin)
            lues = _entrees(nom, accord, registre)
            if trouvees and registre.lire(nom) != lu:
                break
            if lues:  # words that change nothing are not in the name
                trouvees, place, lu = lues, fin, registre.lire(nom)
        if trouvees:
            trouvees = _selon_la_mention(trouvees, suite)
            nom = mention.valeurs[0] if place == mention.fin else (
                _nom(texte, plat, mention.debut, place))
            return CertificationDite(nom, trouvees, False, mention.debut, place)
    propres: list[Jeton] = []
    for mot in suite:
        if mot.mot in _COUPE or not mot.mot.isalpha():
            break
        propres.append(mot)
    while propres and propres[-1].liaison:
        propres.pop()
    inconnue = registre.lire(mention.valeurs[0]).generique and any(
        not j.liaison and j.mot not in _VIDES for j in propres
    )
    fin = propres[-1].fin if inconnue else mention.fin
    entrees = () if inconnue else registre.serie_de(mention.valeurs[0])
    nom = _nom(texte, plat, mention.debut, fin) if inconnue else mention.valeurs[0]
    return CertificationDite(nom, entrees, inconnue, mention.debut, fin)


def _complete(plat: str, dite: CertificationDite, registre: Registre) -> CertificationDite:
    """ "Titre pro ECSR and the CCS": the certificate told apart belongs to the title's name."""
    if dite.inconnue or (m := _CCS.match(plat, dite.fin)) is None:
        return dite
    nom = f"{dite.nom} avec CCS"
    entrees = registre.nommees(nom)
    return CertificationDite(nom, entrees, False, dite.debut, m.end()) if entrees else dite


def _selon_la_mention(
    trouvees: tuple[Certification, ...], suite: Sequence[Jeton]
) -> tuple[Certification, ...]:
    """Of a certification with and without a mention, the one that is said."""
    dite = any(j.mot.startswith("mention") for j in suite)
    avec = [" avec mention" in c.noms[0] for c in trouvees]
    if len(set(avec)) < 2:
        return trouvees
    return tuple(c for c, a in zip(trouvees, avec, strict=True) if a is dite)


def _entrees(nom: str, accord: Accord, registre: Registre) -> tuple[Certification, ...]:
    if accord is Accord.OUI:
        return registre.nommees(nom)
    # a family alone is any of its diplomas
    return () if registre.lire(nom).generique else registre.reconnues(nom, Accord.PARTIEL)


def _suite(plat: str, mots: Sequence[Jeton], mention: Mention) -> Iterator[Jeton]:
    """The words after the mention that can still be its name."""
    place = mention.fin
    apres = [j for j in mots if j.debut >= mention.fin][:_MOTS]
    for rang, mot in enumerate(apres):
        if _BORD.search(plat, place, mot.debut):
            return
        suivant = apres[rang + 1].mot if rang + 1 < len(apres) else ""
        continue_ = mot.mot in _DANS_LE_NOM and suivant and suivant not in _FIN_DU_NOM
        if mot.mot in _FIN_DU_NOM and not continue_:
            return
        yield mot
        place = mot.fin


def _nom(texte: str, plat: str, debut: int, fin: int) -> str:
    """The words as written, where folding kept the places; else folded."""
    return (texte if len(texte) == len(plat) else plat)[debut:fin].strip()
