"""Rows that are made or read when they are asked for by their number."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

_Row_co = TypeVar("_Row_co", covariant=True)


class Numbered(Sequence[_Row_co]):
    """A sequence of which only `row`, and the length, must be told."""

    @abstractmethod
    def row(self, number: int) -> _Row_co:
        """The row with this number, counted from 0."""

    @overload
    def __getitem__(self, number: int) -> _Row_co: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[_Row_co]: ...
    def __getitem__(self, number: int | slice) -> _Row_co | Sequence[_Row_co]:
        if isinstance(number, slice):
            return [self.row(each) for each in range(*number.indices(len(self)))]
        return self.row(number + len(self) if number < 0 else number)
