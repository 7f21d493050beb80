"""Passives found in a sentence, with their verbs as they are in the active."""

from __future__ import annotations

from typing import NamedTuple

from traek.engine.clauses import is_finite, is_verb
from traek.inflection import inflected
from traek.reading import Sentence

_NOT_TURNED = frozenset(
    "være blive have kunne skulle ville måtte burde berettige forpligte omfatte få skride bekende "
    "forefinde underlægge".split()
)
"""Verbs without a passive, participles that tell a state and no act, and »fås«, which is »can be had«."""

_COMES_ABOUT = frozenset(
    "møde indgå gå komme ske blive udeblive bortfalde udløbe stige falde vokse begynde starte ophøre "
    "fremkomme indkomme indløbe tilgå opstå forsvinde fratræde tiltræde overgå dø ankomme udgå indtræffe træde rejse flytte "
    "begrænse forbinde kende indstille forberede interessere engagere bekymre skuffe overraske "
    "frustrere beregne basere egne tilpasse lykkes glæde slutte standse lande nå samle enes "
    "begrunde forankre rette relatere knytte bygge tænke mene skrue indrette motivere rodfæste".split()
)
"""Verbs whose participle behind »er« tells where somebody is or how something stands: »er mødt«."""

_PERFECT = {"er": "har", "var": "havde"}
_REACH = 9


class Verbs(NamedTuple):
    """The verbs of a passive: its finite verb, its last token, and both as they are in the active."""

    finite: int
    last: int
    new_finite: str
    infinite: str


def passive_verb(sentence: Sentence) -> int | None:
    """The token of the first passive's own verb: »indsendes«, »afvist«."""
    found = (passive_at(sentence, token) for token in range(len(sentence.words)))
    return next((verbs.last for verbs in found if verbs is not None), None)


def passive_at(sentence: Sentence, token: int) -> Verbs | None:
    """The passive whose last verb stands at the token, or None."""
    if sentence.lemmas[token] in _NOT_TURNED:
        return None
    if "Voice=Pass" in sentence.features[token] and sentence.lowers[token].endswith("s"):
        return _with_s(sentence, token)
    if not sentence.lowers[token].endswith("t"):
        return None
    told = "VerbForm=Part" in sentence.features[token]
    if told or (sentence.parts[token] in {"ADV", "ADJ"} and _after_become(sentence, token)):
        return _with_participle(sentence, token)
    return None


def _after_become(sentence: Sentence, token: int) -> bool:
    """Whether a form of »blive« makes a passive of what the tagger took for another word."""
    return any(sentence.lemmas[t] == "blive" for t in _helpers(sentence, token))


def _with_s(sentence: Sentence, token: int) -> Verbs | None:
    word, lemma = sentence.lowers[token], sentence.lemmas[token]
    finite = _finite_before(sentence, token)
    if finite is None and is_finite(sentence, token):
        past = "Tense=Past" in sentence.features[token]
        if past and inflected(word, "præsens,passiv", "VERB", lemma) == word:
            past = inflected(word, "datid,passiv", "VERB", lemma) == word  # »afsluttes« is present
        tense = "datid" if past else "præsens"
        new = inflected(word, f"{tense},aktiv", "VERB", lemma)
        return Verbs(token, token, new, "") if new else None
    infinitive = inflected(word, "infinitiv,aktiv", "VERB", lemma)
    if finite is None or infinitive is None:
        return None
    return Verbs(finite, token, sentence.words[finite].lower(), infinitive)


def _with_participle(sentence: Sentence, token: int) -> Verbs | None:
    word = sentence.lowers[token]
    told = is_verb(sentence, token) or "VerbForm=Part" in sentence.features[token]
    lemma = sentence.lemmas[token] if told else None
    helpers = _helpers(sentence, token)
    if not helpers or _describes(sentence, token) or _is_noun_here(sentence, token):
        return None
    finite, said = helpers[0], _said(sentence, helpers)
    if sentence.lemmas[token] in _COMES_ABOUT and said in (["er"], ["var"]):
        return None

    def form(name: str) -> str | None:
        return inflected(word, name, "VERB", lemma)

    new: tuple[str | None, str | None]
    match said:
        case ["bliver"]:
            new = form("præsens"), ""
        case ["blev"]:
            new = form("datid"), ""
        case ["er" | "var" as be] | ["er" | "var" as be, "blevet"]:
            new = _PERFECT[be], form("participium")
        case ["vil", "blive"]:  # »vi vil ikke behandle« says that somebody does not want to
            new = form("præsens"), ""
        case [modal, "blive"]:
            new = modal, form("infinitiv")
        case [modal, "være"] | [modal, "være", "blevet"]:
            new = modal, f"have {form('participium')}"
        case _:
            return None
    first, second = new
    return None if first is None or second is None else Verbs(finite, token, first, second)


def _is_noun_here(sentence: Sentence, token: int) -> bool:
    """Whether the tagger took a noun for a participle: »af tankregistret«, »medlemmet selv, der«."""
    after = sentence.lowers[token + 1 : token + 3]
    own = after[:1] == ["selv"] or (after[:1] == [","] and after[1:] in (["der"], ["som"]))
    return own or (sentence.parts[token - 1] == "ADP" and sentence.lowers[token - 1] != "på")


def _said(sentence: Sentence, helpers: list[int]) -> list[str]:
    """The helping verbs; »vil kunne« is »kan«."""
    said = [sentence.lowers[helper] for helper in helpers]
    return ["kan", *said[2:]] if said[:2] == ["vil", "kunne"] else said


def _describes(sentence: Sentence, token: int) -> bool:
    """Whether the participle belongs to the noun behind it: »en autoriseret installatør«."""
    article = sentence.parts[token - 1] in {"DET", "ADJ", "CCONJ", "NUM"}
    return article and sentence.parts[token + 1 : token + 2] == ["NOUN"]


def _helpers(sentence: Sentence, token: int) -> list[int]:
    """The forms of »blive« and »være« before a participle, and the modal before these."""
    found: list[int] = []
    for before in range(token - 1, max(-1, token - _REACH), -1):
        if sentence.words[before] == "," or sentence.lowers[before] == "at":
            break
        if is_finite(sentence, before):
            return [before, *found]
        if sentence.lowers[before] in {"blive", "blevet", "være", "kunne"}:
            found.insert(0, before)
        elif is_verb(sentence, before):
            break
    return []


def _finite_before(sentence: Sentence, token: int) -> int | None:
    for before in range(token - 1, max(-1, token - _REACH), -1):
        if sentence.words[before] == "," or sentence.lowers[before] == "at":
            return None
        if is_finite(sentence, before):
            modal = sentence.lemmas[before] in {"kunne", "skulle", "ville", "måtte", "burde"}
            return before if modal else None
    return None
