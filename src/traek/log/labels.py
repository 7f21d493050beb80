"""What in a label looks like a person; a log that names nobody can be kept and shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from traek.masking import Label, masked, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.model import Document


class Worry(StrEnum):
    """What a part of a label looks like, in Danish."""

    CPR = "et cpr-nummer"
    NAME = "navnet på et menneske"
    OTHER = "en adresse, et nummer eller en mailadresse"


_WORRIES = {Label.CPR: Worry.CPR, Label.NAVN: Worry.NAME}


def worries(label: str, documents: Iterable[Document] = ()) -> tuple[Worry, ...]:
    """What a label looks like that it should not be, the gravest first.

    Names that the letters in `documents` give away are known too, in small letters as well.
    """
    texts = [block.text for document in documents for block in document.blocks]
    names = names_in(texts)
    found = {
        _WORRIES.get(piece.label, Worry.OTHER) for piece in masked(f"om {label}", names).pieces
    }
    words = {word.casefold().removesuffix("s") for word in label.replace("-", " ").split()}
    if words & {word.casefold() for name in names for word in name.split()}:
        found.add(Worry.NAME)
    return tuple(worry for worry in Worry if worry in found)
