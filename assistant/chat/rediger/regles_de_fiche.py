"""The rules a fiche carries itself, said with its quote: another fiche, a delay, a majoré due."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.effets import nom_du_placement
from assistant.classification import Code, Fiche, Positionnement, RegleDeFiche, TypeDeRegle

__all__ = ["dire_fiche_a_verifier", "dire_fiche_imposee", "mene_ailleurs", "rappeler_regles"]

_RAPPELEES = (
    TypeDeRegle.MAJORE_OBLIGATOIRE, TypeDeRegle.AUTRE_FICHE_IMPOSEE, TypeDeRegle.ECHELON_IMPOSE,
    TypeDeRegle.DELAI_DE_PASSAGE,
)


def dire_fiche_imposee(b: Brouillon, p: Positionnement, fiche: Fiche | None) -> None:
    """Name the other fiche that a rule of this one imposes."""
    if fiche is None or "fiche_autre_imposee" not in p.regles():
        return
    for regle in fiche.regles:
        autre = b.c.kb.fiches.get(str(regle.parametres.get("vers", "")))
        if regle.type is TypeDeRegle.AUTRE_FICHE_IMPOSEE and autre and (
            autre.reference == p.accessibles[0]
        ):
            b.dire("fiche_imposee", titre=" / ".join(autre.titres) or b.titre(autre), code=autre.code,
               placement=nom_du_placement(autre.reference, b.c, b.langue))
            b.citer(b.c.kb.par_id.get(f"repertoire:{autre.code}"))
            return


def dire_fiche_a_verifier(b: Brouillon, p: Positionnement) -> None:
    """Say first that another fiche may be the right one, where its condition is told in part."""
    motif = next((m for m in p.motifs if m.regle.id == "fiche_autre_a_verifier"), None)
    autre = b.c.kb.fiches.get(motif.variables["vers"]) if motif else None
    if autre:
        b.dire("fiche_a_verifier", titre=b.titre(autre), code=autre.code,
               placement=nom_du_placement(autre.reference, b.c, b.langue))
        b.citer(b.c.kb.par_id.get(f"repertoire:{autre.code}"))


def mene_ailleurs(b: Brouillon, fiche: Fiche | None) -> bool:
    """True when an échelon asked for is one that a rule of the fiche leads to."""
    voulus = {m.valeurs[0] for m in b.comprehension.mentions.de("echelon")}
    return fiche is not None and any(
        str(_cible(regle)) in voulus for regle in fiche.regles if regle.type in _RAPPELEES
    )


def _cible(regle: RegleDeFiche) -> object:
    """The placement a rule leads to, None where it names none."""
    if regle.parametres.get("echelon"):
        return regle.parametres["echelon"]
    vers = regle.parametres.get("vers")
    return Code.lire(str(vers)).reference if vers else None


def rappeler_regles(b: Brouillon, p: Positionnement, fiche: Fiche) -> None:
    """State the rules of the fiche that the calculation did not come to."""
    dits = {motif.article.article for motif in p.motifs}
    for regle in fiche.regles:
        ailleurs = f"fiche {regle.fiche}, {regle.lieu}"
        if regle.type not in _RAPPELEES or any(ailleurs in dit for dit in dits):
            continue
        if regle.parametres.get("certifie_avant") or regle.parametres.get("a_partir_du"):
            continue  # for certifications and dates of long ago
        _dire(b, regle, fiche)


def _dire(b: Brouillon, regle: RegleDeFiche, fiche: Fiche) -> None:
    texte = regle.textes.get(b.langue) or (f"« {regle.citation} »" if regle.citation else "")
    if not texte:
        return
    edition = regle.edition or (fiche.edition if not regle.depuis else None)
    quand = b.texte("regle_propre_edition", edition=f"{edition:%d/%m/%Y}") if edition else ""
    b.dire("regle_propre", code=fiche.code, lieu=regle.lieu, quand=quand, texte=texte.strip())
    b.citer(b.c.kb.par_id.get(regle.passage or ""))
