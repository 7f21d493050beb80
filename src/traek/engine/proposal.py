"""A pattern out of marked examples: what they share, in as few words as will find them all.

Hits are laid beside each other word by word. Words that are alike stay as they are, inflected
ones become `ord~`, pronouns and other words of one list `@liste`, the rest a choice, and what only
some hits have may be left out. Subject and verb are put in one order first and in `{ }` after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from traek.patterns import base_lists
from traek.patterns.parse import CLOSED
from traek.reading import Sentence

_LISTS = ("læser", "læser-genstand", "læsers", "afsender", "afsender-genstand", "måned", "ugedag")
_PRONOUNS = frozenset({"læser", "afsender"})
_FINITE = frozenset({"VerbForm=Fin", "Mood=Imp"})
_MOST_BRANCHES = 5
_SAME, _INFLECTED, _LISTED, _ALIKE, _OTHER, _GAP = 5, 4, 4, 1, -2, -1
_SIGNS = frozenset('[](){}|!^$<>@#"')


@dataclass(frozen=True, slots=True)
class Marked:
    """An example's marked words: the annotated sentence and the tokens, half-open."""

    sentence: Sentence
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    lemma: str
    part: str

    @property
    def lists(self) -> frozenset[str]:
        """The standard lists that hold the word."""
        known = base_lists()
        return frozenset(name for name in _LISTS if self.form in known[name])


@dataclass(frozen=True, slots=True)
class _Slot:
    """What stands at one place in the hits; `everywhere` is whether all of them have it."""

    words: tuple[_Word, ...]
    everywhere: bool = True


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A hit in one order: `group` words of subject, verb and adverbs stand first after `before`.

    `plain` are the words in the order of the sentence.
    """

    words: tuple[_Word, ...]
    plain: tuple[_Word, ...]
    before: int = 0
    group: int = 0


def proposals(marked: Sequence[Marked]) -> Iterator[dict[str, str]]:
    """What could stand under `[find]`, the likeliest first; the last always finds the hits.

    Each is to be tried by the caller: a pattern may find less, or more, than was marked.
    """
    phrases = [_phrase(each) for each in marked]
    seen: list[dict[str, str]] = []
    for grouped in _by_group(phrases):
        for loose in (False, True):
            slots = _aligned(grouped)
            find = {"find": _written(slots, grouped[0], loose=loose)}
            if find not in seen:
                seen.append(find)
                yield find
    each_by_itself = list(dict.fromkeys(_alone(phrase) for phrase in phrases))
    last = {f"find_{n}" if n > 1 else "find": source for n, source in enumerate(each_by_itself, 1)}
    if last not in seen:
        yield last


def _by_group(phrases: list[_Phrase]) -> Iterator[list[_Phrase]]:
    """All hits with subject and verb in one order, where they all have them; else as they are."""
    shapes = {(phrase.before, phrase.group) for phrase in phrases}
    if len({before for before, _ in shapes}) == 1 and all(group for _, group in shapes):
        shared = min(group for _, group in shapes)
        yield [_Phrase(p.words, p.plain, p.before, shared) for p in phrases]
    else:
        yield [_Phrase(p.plain, p.plain) for p in phrases]


def _phrase(marked: Marked) -> _Phrase:
    sentence = marked.sentence
    tokens = list(range(marked.start, marked.end))
    order, before, group = _ordered(sentence, tokens)
    known = {
        token: _Word(_form(sentence, token), sentence.lemmas[token].lower(), sentence.parts[token])
        for token in tokens
    }
    plain = tuple(known[token] for token in tokens)
    return _Phrase(tuple(known[token] for token in order), plain, before, group)


def _ordered(sentence: Sentence, tokens: list[int]) -> tuple[list[int], int, int]:
    """The tokens with a pronoun that is subject before its verb, and adverbs after both.

    With them: the words before the group, and those in it; 0 where there is no such pair.
    """
    for at, token in enumerate(tokens):
        if not _is_subject(sentence, token):
            continue
        if at and _is_finite(sentence, tokens[at - 1]):
            adverbs = _adverbs(sentence, tokens[at + 1 :])
            rest = tokens[at + 1 + len(adverbs) :]
            return (
                [*tokens[: at - 1], token, tokens[at - 1], *adverbs, *rest],
                at - 1,
                2 + len(adverbs),
            )
        adverbs = _adverbs(sentence, tokens[at + 1 :])
        verb = at + 1 + len(adverbs)
        if verb < len(tokens) and _is_finite(sentence, tokens[verb]):
            adverbs = adverbs or _adverbs(sentence, tokens[verb + 1 :])
            used = {*tokens[: at + 1], tokens[verb], *adverbs}
            rest = [other for other in tokens if other not in used]
            return [*tokens[: at + 1], tokens[verb], *adverbs, *rest], at, 2 + len(adverbs)
    return tokens, 0, 0


def _is_subject(sentence: Sentence, token: int) -> bool:
    lists = base_lists()
    return any(_form(sentence, token) in lists[name] for name in _PRONOUNS)


def _is_finite(sentence: Sentence, token: int) -> bool:
    return sentence.parts[token] in {"VERB", "AUX"} and bool(_FINITE & sentence.features[token])


def _adverbs(sentence: Sentence, tokens: Sequence[int]) -> list[int]:
    """The adverbs that stand first among the tokens."""
    count = next((n for n, t in enumerate(tokens) if sentence.parts[t] != "ADV"), len(tokens))
    return list(tokens[:count])


def _form(sentence: Sentence, token: int) -> str:
    """The word as a pattern writes it: small, but for De, Dem, Deres and I."""
    word = sentence.words[token]
    return word if word in CLOSED - {word.lower()} else sentence.lowers[token]


def _aligned(phrases: Sequence[_Phrase]) -> list[_Slot]:
    slots = [_Slot((word,)) for word in phrases[0].words]
    for phrase in phrases[1:]:
        slots = _merged(slots, phrase.words)
    return slots


def _merged(slots: list[_Slot], words: Sequence[_Word]) -> list[_Slot]:
    """The slots with one more hit laid beside them, so that as much as can be is alike."""
    rows, columns = len(slots) + 1, len(words) + 1
    score = [[_GAP * (r + c) for c in range(columns)] for r in range(rows)]
    for r in range(1, rows):
        for c in range(1, columns):
            score[r][c] = max(
                score[r - 1][c - 1] + _likeness(slots[r - 1], words[c - 1]),
                score[r - 1][c] + _GAP,
                score[r][c - 1] + _GAP,
            )
    found: list[_Slot] = []
    r, c = rows - 1, columns - 1
    while r or c:
        if r and c and score[r][c] == score[r - 1][c - 1] + _likeness(slots[r - 1], words[c - 1]):
            r, c = r - 1, c - 1
            found.append(_Slot((*slots[r].words, words[c]), slots[r].everywhere))
        elif r and score[r][c] == score[r - 1][c] + _GAP:
            r -= 1
            found.append(_Slot(slots[r].words, everywhere=False))
        else:
            c -= 1
            found.append(_Slot((words[c],), everywhere=False))
    return found[::-1]


def _likeness(slot: _Slot, word: _Word) -> int:
    if any(word.form == other.form for other in slot.words):
        return _SAME
    if any(word.lemma == other.lemma for other in slot.words):
        return _INFLECTED
    if any(word.lists & other.lists for other in slot.words):
        return _LISTED
    return _ALIKE if any(word.part == other.part for other in slot.words) else _OTHER


def _written(slots: list[_Slot], phrase: _Phrase, *, loose: bool) -> str:
    pieces = [_piece(slot, loose=loose) for slot in slots]
    if phrase.group and all(slot.everywhere for slot in slots[: phrase.before + 2]):
        end = phrase.before + phrase.group
        inside = " ".join(pieces[phrase.before : end])
        pieces[phrase.before : end] = ["{" + inside + "}"]
    return _with_gaps(pieces) if loose else " ".join(pieces)


def _with_gaps(pieces: list[str]) -> str:
    """The pieces with a gap for each run of words that may be left out."""
    written: list[str] = []
    for optional, run in groupby(pieces, key=lambda piece: piece.startswith("(")):
        held = list(run)
        written += [".."] if optional and len(held) > 1 else held
    return " ".join(written).removeprefix(".. ").removesuffix(" ..")


def _piece(slot: _Slot, *, loose: bool) -> str:
    written = _words(slot.words, loose=loose)
    return written if slot.everywhere else f"({written.strip('[]')})"


def _words(words: Sequence[_Word], *, loose: bool) -> str:
    forms = list(dict.fromkeys(word.form for word in words))
    shared = frozenset.intersection(*(word.lists for word in words))
    if shared & _PRONOUNS or (shared and len(forms) > 1):
        return "@" + min(shared, key=_LISTS.index)
    lemmas = {word.lemma for word in words}
    inflects = {word.part for word in words} <= {"VERB", "AUX", "NOUN", "ADJ"}
    if len(lemmas) == 1 and inflects and (len(forms) > 1 or (loose and _is_inflected(words[0]))):
        return f"{words[0].lemma}~"
    if len(forms) == 1:
        return forms[0]
    parts = {word.part for word in words}
    if len(forms) > _MOST_BRANCHES or (loose and parts in ({"NOUN"}, {"ADJ"})):
        return f"<{'|'.join(sorted(parts))}>"
    return f"[{'|'.join(forms)}]"


def _is_inflected(word: _Word) -> bool:
    """Whether a verb is no adjective in disguise: »manglende«."""
    return word.part == "VERB" and not word.form.endswith("ende")


def _alone(phrase: _Phrase) -> str:
    slots = [_Slot((word,)) for word in phrase.words]
    return _written(slots, phrase, loose=False)
