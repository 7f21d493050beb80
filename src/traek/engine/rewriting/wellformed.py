"""Whether a rewritten sentence still reads as one: its verb, its signs, its form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from traek.engine.clauses import is_finite
from traek.reading import Sentence

_STOPS = (".", "!", "?", ":", ";")
_PAIRS = (("(", ")"), ("[", "]"), ("»", "«"), ("“", "”"))
_SLIPS = re.compile(r"  | [,.;:!?](?=\s|$)|,\s*[,.;:!?]|(?<!\.)\.\.(?!\.)|[!?;:],|\( | \)|^[,.;:]")
_SORRY = re.compile(r"\b(?:beklag\w*|undskyld\w*|kede? af)\b", re.IGNORECASE)
_NOMINATIVE = frozenset({"du", "de", "vi", "jeg", "han", "hun", "man"})
_FRONT_CLOSED = frozenset(
    "og men eller for så at hvis når da fordi som der om mens før inden såfremt hvad hvem hvor "
    "hvordan hvornår hvorfor hvilken hvilket hvilke end".split()
)
_BETWEEN = re.compile(
    r"\bat (?:fremover|herefter|snarest|straks|altid|senest|venligst|i stedet|i øvrigt|navnlig|især|"
    r"særligt|endvidere|ligeledes|omgående|desuden|dernæst|derefter) [a-zæøå]+"
)
"""An adverb between »at« and its verb: »beder dig om at fremover læse«."""
_LATE_VERB = re.compile(
    r"\b(?:for|af|til|med|på|ved) (?:har|er|var|havde)\b"
    r"|^[^,]+ efter \w+ (?:opfattelse|vurdering|skøn|mening) (?:er|har|kan|skal|vil)\b"
)
"""A verb that came to stand wrong: »Muligheden for har mikroovn«, »Flere efter hans mening er«."""
_MODALS = frozenset({"kan", "kunne", "skal", "må", "bør", "vil"})
_MAY_DOUBLE = frozenset({"at", "der", "det", "som", "i", "på", "til"})


def flaw(before: Sentence, after: Sequence[Sentence], form: str) -> str | None:
    """What is wrong with the rewritten sentence, in Danish, or None."""
    return next(_flaws(before, after, form), None)


def _flaws(before: Sentence, after: Sequence[Sentence], form: str) -> Iterator[str]:
    old, new = before.text, after[0].block.text if after else ""
    if not new.strip():
        return
    if _SORRY.search(new) and not _SORRY.search(old):
        yield "det ville sige undskyld på jeres vegne"
    if _slips(new) > _slips(old):
        yield "tegn og mellemrum passer ikke sammen"
    if any(_unpaired(new, *pair) and not _unpaired(old, *pair) for pair in _PAIRS):
        yield "et tegn, der hører til et par, mangler sin makker"
    if _doubled(after) - _doubled([before]):
        yield "et ord kommer til at stå to gange"
    if old[:1].isupper() and new[:1].islower():
        yield "sætningen begynder ikke med stort"
    if old.endswith(_STOPS) and not new.rstrip("\"'»«”)").endswith(_STOPS):
        yield "sætningen mangler sit sluttegn"
    if forms := _forms(after) - _forms([before]) - {form}:
        yield f"teksten skifter tiltaleform til {min(forms)}"
    if before.features and all(each.features for each in after):
        yield from _grammar_flaws(before, after)


def _grammar_flaws(before: Sentence, after: Sequence[Sentence]) -> Iterator[str]:
    if _has_verb(before) and not all(_has_verb(each) for each in after):
        yield "sætningen mister sit udsagnsord"
    if any(map(_is_misordered, after)) and not _is_misordered(before):
        yield "ordstillingen passer ikke"
    if any(_LATE_VERB.search(each.text) for each in after) and not _LATE_VERB.search(before.text):
        yield "ordstillingen passer ikke"
    if any(map(_has_two_verbs, after)) and not _has_two_verbs(before):
        yield "sætningen får to udsagnsord ved siden af hinanden"
    if any(_BETWEEN.search(each.text) for each in after) and not _BETWEEN.search(before.text):
        yield "et biord står mellem »at« og sit udsagnsord"


def _slips(text: str) -> int:
    return len(_SLIPS.findall(" ".join(text.split("\n"))))


def _unpaired(text: str, opening: str, closing: str) -> bool:
    return text.count(opening) != text.count(closing)


def _doubled(sentences: Sequence[Sentence]) -> set[str]:
    return {
        word
        for sentence in sentences
        for word, following in zip(sentence.lowers, sentence.lowers[1:], strict=False)
        if word == following and word.isalpha() and word not in _MAY_DOUBLE
    }


def _forms(sentences: Sequence[Sentence]) -> set[str]:
    """The forms of address that the sentences use; a first De or I may be something else."""
    found = set()
    for sentence in sentences:
        for token, word in enumerate(sentence.words):
            if sentence.lowers[token] in {"du", "dig", "din", "dit", "dine"}:
                found.add("du")
            elif token and word in {"De", "Dem", "Deres"}:
                found.add("De")
            elif sentence.lowers[token] in {"jer", "jeres"} or (token and word == "I"):
                found.add("I")
    return found


def _has_verb(sentence: Sentence) -> bool:
    """Whether a verb is finite or an order; thanks and a line without letters need none."""
    if sentence.lowers[:2] == ["tak", "for"]:
        return True
    return not any(word[0].isalpha() for word in sentence.words) or any(
        is_finite(sentence, token) or "Mood=Imp" in sentence.features[token]
        for token in range(len(sentence.words))
    )


def _has_two_verbs(sentence: Sentence) -> bool:
    """»kunne vi gør«, where the verb was to be an infinitive."""
    return any(
        word in _MODALS
        and sentence.lowers[token + 1] in _NOMINATIVE
        and is_finite(sentence, token)
        and is_finite(sentence, token + 2)
        for token, word in enumerate(sentence.lowers[:-2])
    )


def _is_misordered(sentence: Sentence) -> bool:
    """»Derfor du skal«, where the verb should be second; »skal du søge.«, where nothing is first."""
    words = sentence.lowers
    verb = next((t for t in range(len(words)) if is_finite(sentence, t)), None)
    if verb is None:
        return False
    if verb == 0:
        subject = len(words) > 1 and words[1] in _NOMINATIVE
        return subject and words[-1] == "." and "," not in words
    front = words[: verb - 1]
    return (
        words[verb - 1] in _NOMINATIVE
        and bool(front)
        and front[0].isalpha()
        and not any(word in _FRONT_CLOSED or not word[0].isalnum() for word in front)
    )
