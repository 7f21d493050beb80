"""What a sentence states that no rewrite may lose or make up: figures, dates, names, law, gaps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from traek.dates import DAYS, MONTHS
from traek.engine.stress import only_stressed
from traek.engine.tokens import PLACEHOLDER
from traek.model import Span
from traek.reading import Sentence

_UNITS = frozenset(
    "kr kr. kroner procent pct. % dag dage uge uger måned måneder mdr. år time timer minutter "
    "hverdage arbejdsdage bankdage kilometer km meter m2 kvadratmeter gange".split()
)
_COUNTS = frozenset(
    "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten tyve tredive "
    "fyrre halvtreds tres hundrede tusind tusinde halvanden million millioner".split()
)
_TURNS = frozenset(
    "første anden andet tredje fjerde femte sjette syvende ottende niende tiende".split()
)
_LIMITS = frozenset("senest inden tidligst".split())
_LAW = re.compile(r"\w{3,}(?:lov|loven|bekendtgørelse|bekendtgørelsen|cirkulære|cirkulæret)s?")
_NOT_NAMES = frozenset({"De", "Dem", "Deres", "I", "Du"})
_QUESTION_OPENERS = frozenset({":", ".", "!", "?", "-", "–", '"', "(", "•"})
_FILL_IN = re.compile(r"\[udfyld: [^\[\]]*\]")
_SHOUTS = 3


def hard_facts(sentence: Sentence) -> dict[str, str]:
    """What must stand whatever happens, as it is compared and as it is shown."""
    found: dict[str, str] = {}
    for token, word in enumerate(sentence.words):
        if word == PLACEHOLDER:
            gap = sentence.block.text[sentence.starts[token] : sentence.ends[token]]
            found[gap.casefold()] = gap
        elif any(sign.isdigit() for sign in word):
            shown = _with_unit(sentence, token)
            found[_plain(shown)] = shown
        elif _is_hard(sentence, token):
            found[_plain(word)] = word
    return found


def soft_facts(sentence: Sentence, outside: Iterable[Span] = ()) -> dict[str, str]:
    """What must stand but where it is the very words that a rule marks, in the spans `outside`.

    A count stands even there: how many times somebody wrote may matter to whoever reads the case.
    """
    spans = tuple(outside)
    return {
        _plain(word): word
        for token, word in enumerate(sentence.words)
        if sentence.lowers[token] in _COUNTS | _TURNS | _LIMITS
        and (
            counts_something(sentence, token)
            or not any(
                span.start <= sentence.starts[token] and sentence.ends[token] <= span.end
                for span in spans
            )
        )
    }


def counts_something(sentence: Sentence, token: int) -> bool:
    """Whether the token is a number, or a turn: »to breve«, »tredje gang«; not »I to«, »to sider«."""
    lower = sentence.lowers[token]
    if lower in _TURNS:
        return sentence.lowers[token + 1 : token + 2] == ["gang"]
    both = sentence.words[token - 1 : token] in (["I"], ["jer"], ["vi"], ["os"])
    return lower in _COUNTS and not both and sentence.lowers[token + 1 : token + 2] != ["sider"]


def lost(before: Sentence, after: Collection[Sentence], markers: Iterable[Span]) -> str | None:
    """A fact of the sentence that is not in what it becomes, or None."""
    kept = _everything(after)
    facts = hard_facts(before) | soft_facts(before, markers)
    return next((shown for fact, shown in facts.items() if not _stands(fact, kept)), None)


def invented(before: Sentence, after: Collection[Sentence]) -> str | None:
    """A fact in what the sentence becomes that it did not have, or None; gaps to fill in are none."""
    known = _everything([before])
    for sentence in after:
        facts = hard_facts(sentence) | {
            fact: shown for fact, shown in soft_facts(sentence).items() if fact in _COUNTS
        }
        for fact, shown in facts.items():
            if not _FILL_IN.fullmatch(shown) and not _stands(fact, known):
                return shown
    return None


def _is_hard(sentence: Sentence, token: int) -> bool:
    word, lower = sentence.words[token], sentence.lowers[token]
    if lower.rstrip("s") in DAYS or lower in MONTHS or lower == "§":
        return True
    if "@" in word or lower.startswith(("http", "www.")) or _LAW.fullmatch(lower):
        return True
    return word[0].isupper() and _is_name(sentence, token)


def _is_name(sentence: Sentence, token: int) -> bool:
    """Whether a capital is no sentence's, no form of address's and no shout's."""
    word = sentence.words[token]
    if word in _NOT_NAMES or (word.isupper() and _shouts(sentence, token)):
        return False
    if token and sentence.words[token - 1] not in _QUESTION_OPENERS:
        return True
    told = bool(sentence.parts) and sentence.parts[token] == "PROPN"
    following = sentence.words[token + 1 : token + 2]
    return told or bool(following and following[0][0].isupper() and following[0] not in _NOT_NAMES)


def _shouts(sentence: Sentence, token: int) -> bool:
    """Whether capitals stress the word, or half the sentence, rather than name something."""
    words = [word for word in sentence.words if word.isalpha()]
    if len(words) > 1 and all(word.isupper() for word in words):
        return True
    if only_stressed(sentence, token):
        return True
    return sum(word.isupper() and len(word) > 1 for word in sentence.words) >= _SHOUTS


def _with_unit(sentence: Sentence, token: int) -> str:
    """»7 arbejdsdage«: a figure is another where its unit changes."""
    following = sentence.lowers[token + 1 : token + 2]
    end = token + 1 if following and following[0] in _UNITS else token
    return " ".join(sentence.words[token : end + 1])


def _plain(words: str) -> str:
    return words.casefold().strip(" .,:;!?()\"'")


def _everything(sentences: Iterable[Sentence]) -> tuple[frozenset[str], str]:
    """Every word, and all of the text with single spaces."""
    words: set[str] = set()
    texts = []
    for sentence in sentences:
        plain = [_plain(word) for word in sentence.words]
        gaps = [token for token, word in enumerate(sentence.words) if word == PLACEHOLDER]
        words.update(plain)
        words.update(sentence.block.text[slice(*sentence.span(t, t + 1))].casefold() for t in gaps)
        texts += [sentence.text.casefold(), " ".join(plain)]
    return frozenset(words), "\n".join(texts)


def _stands(fact: str, kept: tuple[frozenset[str], str]) -> bool:
    words, text = kept
    if " " in fact or not fact[:1].isalnum():
        return fact in words or fact in text
    return fact in words or f"{fact}s" in words or fact.removesuffix("s") in words
