"""The model's values as plain lists and dictionaries, and back, whatever fields they have."""

from __future__ import annotations

import dataclasses
import functools
import types
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")


def plain(value: Any) -> Any:
    """The value as JSON takes it; fields that hold their default are left out."""
    match value:
        case Enum():
            return value.value
        case Mapping():
            return {str(plain(key)): plain(entry) for key, entry in value.items()}
        case tuple() | list():
            return [plain(entry) for entry in value]
    if not dataclasses.is_dataclass(value):
        return value
    return {
        field.name: plain(part)
        for field in dataclasses.fields(value)
        if (part := getattr(value, field.name)) != field.default
    }


def value_of(kind: Callable[..., _Value], data: Any) -> _Value:
    """The value of the type `kind` that `plain` made `data` of."""
    made: _Value = _reader(kind)(data)
    return made


@functools.lru_cache(maxsize=256)
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What turns plain data into a value of the type `kind`."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        wanted = [_reader(part) for part in inner if part is not type(None)]
        return lambda data: None if data is None else wanted[0](data)
    if origin is tuple:
        entry = _reader(inner[0])
        return lambda data: tuple(map(entry, data))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, entry = _reader(inner[0]), _reader(inner[1])
        return lambda data: {key(name): entry(part) for name, part in data.items()}
    if isinstance(kind, type) and issubclass(kind, tuple):
        return lambda data: kind(*data)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
        made_of = {name: reader for name, reader in readers.items() if reader is not _same}
        return functools.partial(_made, kind, made_of)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else _same


def _made(kind: type, made_of: Mapping[str, Callable[[Any], Any]], data: dict[str, Any]) -> Any:
    """A value of the class `kind`; only the fields in `made_of` are more than what JSON gives."""
    known = made_of.keys() & data.keys()
    return kind(**data | {name: made_of[name](data[name]) for name in known})


def _same(data: Any) -> Any:
    return data
