"""What may stand between `<` and `>`: parts of speech, Danish names of features, helpers.

Parts of speech and features are Universal Dependencies v2 for Danish
(https://universaldependencies.org/da/).
"""

from __future__ import annotations

PARTS = frozenset(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)

FEATURES: dict[str, tuple[str, ...]] = {
    "inf": ("VerbForm=Inf",),
    "præs": ("Tense=Pres", "VerbForm=Fin"),
    "præt": ("Tense=Past", "VerbForm=Fin"),
    "fin": ("VerbForm=Fin",),
    "part": ("VerbForm=Part",),
    "imp": ("Mood=Imp",),
    "pass": ("Voice=Pass",),
    "akt": ("Voice=Act",),
    "ent": ("Number=Sing",),
    "flert": ("Number=Plur",),
    "best": ("Definite=Def",),
    "ubest": ("Definite=Ind",),
    "gen": ("Case=Gen",),
    "nom": ("Case=Nom",),
    "akk": ("Case=Acc",),
    "komp": ("Degree=Cmp",),
    "sup": ("Degree=Sup",),
    "1p": ("Person=1",),
    "2p": ("Person=2",),
    "3p": ("Person=3",),
}

HELPERS = frozenset(
    {
        "passiv",
        "passiv-uden-aktør",
        "bydeform",
        "du-subjekt",
        "vi-subjekt",
        "nægtet",
        "modal",
        "partikel",
        "vurdering",
        "betingelse",
        "citat",
        "undskyldning",
        "borgers-handling",
        "myndigheds-handling",
    }
)

RELATIONS: dict[str, tuple[str, ...]] = {
    "subj": ("nsubj", "nsubj:pass", "csubj"),
    "obj": ("obj", "iobj"),
    "agent": ("obl:agent",),
}

SHAPES: dict[str, str] = {
    "tal": "et ord med cifre, eller et flettefelt",
    "navn": "et ord med stort begyndelsesbogstav, eller et flettefelt",
    "felt": "et flettefelt",
    "versaler": "et ord på mindst tre bogstaver, der alle er store",
    "ordenstal": "et tal med punktum efter",
    "udråb": "et eller flere udråbstegn",
}
"""What `#` may name: how a word looks, without grammar."""
