"""Words that name nothing, so that capitals can only be stress: »SENEST«, »IKKE«, »HUSK«."""

from __future__ import annotations

from traek.reading import Sentence

STRESSED = frozenset(
    "skal ikke husk vigtigt obs kun altid aldrig nu straks senest må alle ingen inden før er hele "
    "bør kan mindst engang samme uden med og eller til frist betal mangler sidste bemærk læs".split()
)
_NAME_NOTHING = frozenset({"ADV", "ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "VERB"})


def only_stressed(sentence: Sentence, token: int) -> bool:
    """Whether the word, if it stands in capitals, is stressed and no name: by itself or by its class."""
    told = bool(sentence.parts) and sentence.parts[token] in _NAME_NOTHING
    return told or sentence.lowers[token] in STRESSED
