"""Whether a clause or a sentence says what a letter cannot do without, however sharply it is said."""

from __future__ import annotations

from collections.abc import Sequence

from traek.engine.clauses import is_finite
from traek.engine.rewriting.facts import counts_something
from traek.reading import Sentence

_REASONS = frozenset(
    "fordi eftersom derfor grundet skyldes skyldtes årsagen grunden vægt vurderet vurderes".split()
)
_MAYBE_REASONS = frozenset({"da", "idet"})
_REFUSALS = frozenset(
    "afslag afslås afslår afslået afvist afvises afviser fritager fritages bortfalder imødekommes "
    "imødekommet bevilges dækkes dækker refunderes erstattes accepteres godkendes".split()
)
_DUTIES = frozenset(
    "bedes kræver kræves krav forpligtet forpligtede pligt pligten påhviler påregne påregnes "
    "skyldig hæfter varsles indskærpes forudsættes forudsætter gælder".split()
)
_ASKED = frozenset("skal må".split())
_READERS = frozenset({"du", "De", "I", "man"})
_MODALS = frozenset("kan skal må vil kunne skulle måtte ville gælder godtages".split())
_FOUND = frozenset(
    "fundet påvist konstateret målt registreret observeret dokumenteret modtaget bemærkninger "
    "indvendinger indsigelser".split()
)
"""What somebody looked for, and found or did not find, is the matter itself."""
_ENCLOSED = frozenset("vedlagt vedlagte vedlægges vedlægger vedhæftet vedhæftede".split())
DENIALS = frozenset({"ikke", "ingen", "intet", "hverken"})
_CONDITIONS = frozenset({"når", "hvis", "såfremt", "medmindre"})
_RULED = frozenset(
    "kan begrænses ansvarlig ansvarlige ret pligt gælder hæfter kun betaler dækker kræver".split()
)
"""Words of a rule, which holds on its conditions and not without."""
_ALLOWED = frozenset({"lov", "ret", "tilladelse", "fritager"})
_JUDGED = frozenset("vi jeg kommunen styrelsen skolen ansøgningen sagen klagen anmodningen".split())
"""Subjects whose »kan ikke« rules or refuses; of others it may be mock."""


def holds_matter(sentence: Sentence, start: int, end: int, marked: range = range(0)) -> bool:
    """Whether a reason, a count, something enclosed, a refusal or a duty stands among the tokens.

    What refuses or obliges in the words that a rule has `marked` is the rule's own choice: »Det må
    du selv om« is a sting and no duty.
    """
    if (
        _conditions(sentence, start, end)
        or _reasons(sentence, start, end)
        or any(counts_something(sentence, token) for token in range(start, end))
        or not _ENCLOSED.isdisjoint(sentence.lowers[start:end])
    ):
        return True
    left = [token for token in range(start, end) if token not in marked]
    found = any(sentence.lowers[token] in _FOUND for token in left)
    if found and not DENIALS.isdisjoint(sentence.lowers[start:end]):
        return True
    return _refuses(sentence, left) or _obliges(sentence, left)


def _conditions(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens say when a rule holds: »…, når hullet burde være set« behind »ansvarlig«."""
    opening = {*sentence.lowers[start : min(start + 2, end)]}
    if "hvorved" in opening:  # what comes of it
        return True
    left = [*sentence.lowers[:start], *sentence.lowers[end:]]
    return not _CONDITIONS.isdisjoint(opening) and not _RULED.isdisjoint(left)


def _reasons(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.lowers[start:end]
    because = any(
        sentence.words[token] == ","
        and sentence.lowers[token + 1] == "for"
        and sentence.lowers[token + 2] != "at"
        for token in range(start, end - 2)
    )
    if because or not _REASONS.isdisjoint(words):
        return True
    return any(
        sentence.lowers[token] in _MAYBE_REASONS
        and (token == start or sentence.words[token - 1] == ",")
        and not is_finite(sentence, min(token + 1, end - 1))
        for token in range(start, end)
    )


def _refuses(sentence: Sentence, tokens: Sequence[int]) -> bool:
    words = [sentence.lowers[token] for token in tokens]
    if not _REFUSALS.isdisjoint(words):
        return True
    if not DENIALS.isdisjoint(words) and not _ALLOWED.isdisjoint(words):
        return True
    if DENIALS.isdisjoint(words) or _MODALS.isdisjoint(words):
        return False
    return not _JUDGED.isdisjoint(words)


def _obliges(sentence: Sentence, tokens: Sequence[int]) -> bool:
    return any(
        sentence.lowers[token] in _DUTIES
        or (sentence.lowers[token] in _ASKED and _of_reader(sentence, token))
        for token in tokens
    )


def _of_reader(sentence: Sentence, verb: int) -> bool:
    """Whether the verb has »du«, »man« or the like beside it: »skal du«, »man altså skal«."""
    beside = sentence.words[max(0, verb - 2) : verb + 2]
    said = {word if word in _READERS else word.lower() for word in beside}
    opens = sentence.words[max(0, verb - 1)] in {"Du", "Man"}
    return opens or not _READERS.isdisjoint(said)
