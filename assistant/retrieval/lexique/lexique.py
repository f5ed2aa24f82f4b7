"""Text → linked mentions: fiches, échelons, certifications, criteria. No intent here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.classification import Critere, Fiche, Referentiel, sans_accents
from assistant.retrieval.lexique.abreviations import Abreviations
from assistant.retrieval.lexique.codes import codes_ecrits
from assistant.retrieval.lexique.faux_amis import (
    autre_chose,
    compte_des_choses,
    parle_des_cadres,
)
from assistant.retrieval.lexique.jetons import Jeton, jetons, tige
from assistant.retrieval.lexique.mentions import Mention, Mentions
from assistant.retrieval.lexique.noms import Noms

__all__ = ["Lexique"]

_MOT_ECHELON = r"(?:l?echelons?|echelont?s?|echlons?|eche?l?\.?|ech|step|steps|grade|grades|level|levels)"
_ECHELON = re.compile(
    rf"\b{_MOT_ECHELON}\s*(?:no|numero|n°|number|:)?\s*(-?\d{{1,4}})"
    rf"((?:\s*(?:/|,|et|ou|a|and|or|to|-)\s*\d{{1,2}}(?!\d|[ \u202f.,]?\d{{3}}\b)(?![\d.,]*\s*(?:€|euros?|h|ans|mois|jours|e|%|years?|days?|hours?|months?)))*)"
)
_AMBIGUS = frozenset({"but", "mc", "bp", "bm", "tps"})  # "tps" is "temps"
_NOMBRES = re.compile(r"\d{1,4}")
_CADRE = re.compile(
    r"\b(?:niveau|niv\.?|cadre|level|degree|cadres)\s+(iv|v|i{1,3})\b"
    r"(?:\s*[-/]?\s*(?:degre\s+)?([abc])\b(?!\s+(?:combien|des|un|une|le|la|droit|quoi)))?"
    r"|\b(iv|i{1,3})\s?([abc])\b"
)
_DE_A = re.compile(r"\b(?:de|du|from)\s+(?:1[7-9]|2[0-5])\s+(?:a|au|to)\s+(?:1[7-9]|2[0-5])\b")
_AU = re.compile(r"\b(?:suis|classee?|licenciee?|reste|semaine|mois|mini|minimum)\s+au\s+\d{1,2}\b")  # "suis au 12"
_MOIS = (
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_NU = re.compile(
    r"\b(?:le|au|aux|du|de|a|en|un|qu'un|the|to|from|on|at|reach|passer|passe|suis|ou|et|or|and|entre|"
    r"between|vise|viser|demander?|gestionnaire|/)\s*(\d{1,2})\b(?![.,:/-]\d|\s*°|er\b)"
    r"(?!\s*(?:h\b|heures?|ans?\b|mois|jours?|j\b|euros?|e\b|%|personnes?|salarie|collegues|gars|"
    r"employe|people|years?|days?|hours?|months?|semaines?|weeks?|points?|fiches|echelons|voitures|"
    rf"{_MOIS}))"
)


_COUPURE = re.compile(r"[,;:?!]")


class Lexique:
    """Linker over the names the knowledge holds."""

    def __init__(
        self,
        referentiel: Referentiel,
        alias: Mapping[str, Iterable[str]] | None = None,
        connus: Iterable[str] = (),
        anciens: Mapping[str, Iterable[str]] | None = None,
        abreviations: Mapping[str, Iterable[str]] | None = None,
        usages: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """``anciens``: titles of another qualification that a code bore before it was given again.

        ``abreviations``: short forms of words of titles, as knowledge/parler/noms.yaml has them;
        ``usages``: everyday names, read only whole.
        """
        self._referentiel = referentiel
        noms = {
            code: (*fiche.titres, *(alias or {}).get(code, ()))
            for code, fiche in referentiel.fiches.items()
            if fiche.statut != "supprime"
        }
        mots_connus = {j.mot for phrase in connus for j in jetons(phrase)}
        morts = {c: f.titres for c, f in referentiel.fiches.items() if f.statut == "supprime"}
        self._noms = Noms(
            noms, mots_connus, {**(anciens or {}), **morts}, Abreviations(abreviations), usages
        )
        self._certifications = _index_certifications(referentiel)
        self._criteres = _index_criteres(referentiel.criteres)

    def lier(self, texte: str, contexte: bool = False) -> Mentions:
        """All mentions of a text, in order of place.

        ``contexte``: an échelon or a fiche is being talked about already, so that a bare
        number ("et le 25 ?") can be an échelon.
        """
        plat = sans_accents(texte)
        mots = jetons(texte)
        codes = codes_ecrits(texte, plat, self._referentiel)
        trouvees = list({m.debut: m for m in codes}.values())
        occupes = [(m.debut, m.fin) for m in trouvees]
        for mention in (
            *self._groupes(plat, mots, self._certifications, "certification"),
            *self._groupes(plat, mots, self._criteres, "critere"),
            *self._echelons(plat),
            *self._fiches(plat, mots),
        ):
            if mention.texte in _AMBIGUS and mention.texte.upper() not in texte.split():
                continue  # "but" is no BUT
            if mention.genre == "certification" and autre_chose(plat, mention):
                continue
            if all(mention.fin <= d or mention.debut >= f for d, f in occupes):
                trouvees.append(mention)
                occupes.append((mention.debut, mention.fin))
        if contexte or _DE_A.search(plat) or _AU.search(plat) or "echelon" in plat or any(m.genre in ("fiche", "echelon") for m in trouvees):
            for mention in self._nus(plat):
                if all(mention.fin <= d or mention.debut >= f for d, f in occupes):
                    trouvees.append(mention)
        return Mentions(tuple(sorted(trouvees, key=lambda m: m.debut)))

    def fiche(self, code: str) -> Fiche:
        """The fiche of a linked code."""
        return self._referentiel.fiches[code]

    def _fiches(self, plat: str, mots: list[Jeton]) -> Iterable[Mention]:
        for t in self._noms.chercher(mots):
            genre = "fiche" if t.complet else "partiel"
            if t.ancien and any(self.fiche(c).statut != "supprime" for c in t.codes):
                genre = "ancien"
            yield Mention(genre, t.codes, plat[t.debut : t.fin], t.debut, t.fin, t.exact)

    @staticmethod
    def _groupes(
        plat: str, mots: list[Jeton], index: Mapping[tuple[str, ...], str], genre: str
    ) -> Iterable[Mention]:
        pleins = [j for j in mots if not j.liaison]
        longueur = max(map(len, index), default=0)
        i = 0
        while i < len(pleins):
            for n in range(min(longueur, len(pleins) - i), 0, -1):
                if nom := index.get(tuple(j.tige for j in pleins[i : i + n])):
                    debut, fin = pleins[i].debut, pleins[i + n - 1].fin
                    if _COUPURE.search(plat, debut, fin):
                        continue  # "auto, le contrôle" is no autocontrôle
                    yield Mention(genre, (nom,), plat[debut:fin], debut, fin)
                    i += n
                    break
            else:
                i += 1

    @staticmethod
    def _echelons(plat: str) -> Iterable[Mention]:
        for m in _ECHELON.finditer(plat):
            for n in _NOMBRES.finditer(plat, m.start(1), m.end()):
                valeur = n[0] if n.start() > m.start(1) else m[1]
                yield Mention("echelon", (valeur,), n[0], n.start(), n.end())
        for m in _CADRE.finditer(plat):
            if m[0] == "ia" and not parle_des_cadres(plat, m.start(), m.end()):
                continue
            niveau, degre = m[1] or m[3], m[2] or m[4]
            valeur = " ".join(filter(None, (niveau.upper(), (degre or "").upper())))
            yield Mention("echelon", (valeur,), m[0], m.start(), m.end())

    @staticmethod
    def _nus(plat: str) -> Iterable[Mention]:
        """Numbers that stand where an échelon can: "passer au 24", "de 23 à 24"."""
        place = 0
        while m := _NU.search(plat, place):
            if 3 <= int(m[1]) <= 40 and not compte_des_choses(plat, m.end(1)):
                yield Mention("echelon", (m[1],), m[1], m.start(1), m.end(1))
            place = m.end(1)


_TITRE = re.compile(r"titre (?:à finalité professionnelle|professionnel) ", re.IGNORECASE)


def _index_certifications(referentiel: Referentiel) -> dict[tuple[str, ...], str]:
    index: dict[tuple[str, ...], str] = {}
    for famille in referentiel.registre.familles:
        for nom in famille.noms:
            if cle := _cle(nom):
                index[cle] = famille.noms[0]
    for certification in referentiel.registre.certifications:
        for nom in certification.noms:
            if cle := _cle(nom):
                index[cle] = nom
            if _TITRE.match(nom) and (court := _cle(_TITRE.sub("titre ", nom))):
                index.setdefault(court, nom)  # "le titre vendeur automobile"
        if certification.nom_rncp:
            index.setdefault(_cle(certification.nom_rncp), certification.nom_rncp)
    return index


def _index_criteres(criteres: Iterable[Critere]) -> dict[tuple[str, ...], str]:
    index: dict[tuple[str, ...], str] = {}
    for critere in criteres:
        for nom in (*critere.noms["fr"], *critere.noms["en"]):
            cle = _cle(nom)
            if cle and sans_accents(nom) not in ("qualite", "quality"):
                index.setdefault(cle, critere.noms["fr"][0])
    return index


def _cle(nom: str) -> tuple[str, ...]:
    return tuple(tige(j.mot) for j in jetons(nom) if not j.liaison)
