"""An answer as the contract has it, for tests of its rendering; hostile strings."""

from typing import Any

LIEN = "https://www.legifrance.gouv.fr/conv_coll/id/KALIARTI000005773437/"
PASSAGES = {
    "z231-classement": "Classement :\nÉchelon du contenu : 23\nÉchelons majorés : 24 / 25",
    "regle-longue": "Avant. " * 60 + "La phrase citée." + " Après." * 60,
}

HOSTILES = [
    "<script>window.pris=1</script>",
    "<img src=x onerror=window.pris=1>",
    "<svg/onload=window.pris=1>",
    '"><b onmouseover=window.pris=1>survol</b>',
    "' autofocus onfocus=window.pris=1 x='",
    "[lien](javascript:window.pris=1)",
    "![image](https://exemple.invalid/x.png)",
    "<iframe srcdoc='<script>parent.pris=1</script>'></iframe>",
    "<a href='javascript:window.pris=1'>clic</a>",
    "${window.pris=1}",
    "{{constructor.constructor('window.pris=1')()}}",
    "</article></section><style>*{display:none}</style>",
    "<details open ontoggle=window.pris=1>",
    "`</script><script>window.pris=1</script>`",
    "&lt;script&gt;window.pris=1&lt;/script&gt;",
]


def une_reponse(**autres: Any) -> dict[str, Any]:
    """A full answer; the arguments replace its fields."""
    reponse: dict[str, Any] = {
        "answer": "Échelon de référence **23**.\n\n- 24 possible ;\n- 25 possible.",
        "behaviour": "answer",
        "language": "fr",
        "fiches": ["Z.23.1"],
        "outcome": "majore_possible",
        "echelon_reference": 23,
        "echelons_majores": [24, 25],
        "accessible": [24, 25],
        "montant": {
            "valeur": 2652,
            "base": 2652,
            "heures": 35,
            "date_effet": "2025-10-01",
            "avenant": "n° 109",
        },
        "citations": [
            {
                "source": "Fiche Gestionnaire, paragraphe 5",
                "article": None,
                "fiche": "Z.23.1",
                "passage": "z231-classement",
                "quote": "Échelons majorés : 24 / 25",
                "url": LIEN,
                "edition": "2008-11-18",
                "superseded_by": "2021-04-08",
            }
        ],
        "situation": {
            "fiche": {"valeur": "Z.23.1", "origine": "dit"},
            "certification_rncsa": {"valeur": False, "origine": "dit"},
            "extensions_exercees": {"valeur": ["informatique", "paie"], "origine": "dit"},
        },
        "missing": [
            {
                "fait": "reconnu_par_employeur",
                "question": "Votre employeur la reconnaît-il ?",
                "choix": ["oui", "non", "je ne sais pas"],
            }
        ],
        "provenance": {"knowledge": "0123456789ab", "rules": "ba9876543210"},
        "motifs": [
            {
                "regle": "reference",
                "fait": "fiche Z.23.1",
                "consequence": "échelon 23",
                "article": "3B.02 a",
                "url": LIEN,
            }
        ],
        "suggestions": ["Et avec un BTS ?"],
    }
    return reponse | autres
