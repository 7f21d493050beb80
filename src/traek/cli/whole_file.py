"""A file written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from itertools import count
from pathlib import Path

from traek.errors import SettingsError


def write_whole(path: str, data: bytes) -> None:
    """Write `data` beside `path` first, then give it that name, so that nothing half is seen.

    Raises:
        SettingsError: it cannot be written there; what stood there stands unchanged.
    """
    target = Path(path)
    temporary: str | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=".traek-", suffix=target.suffix, delete=False
        ) as file:
            temporary = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        os.replace(temporary, target)  # noqa: PTH105 - the same, and clearer beside fsync
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise SettingsError(_unwritable(path, error)) from error


def backup(path: str, data: bytes) -> str:
    """Keep `data`, what the file at `path` holds, beside it; the name, which nothing had before.

    Raises:
        SettingsError: it cannot be written there.
    """
    for number in count(1):
        name = f"{path}.bak" if number == 1 else f"{path}.bak{number}"
        try:
            with Path(name).open("xb") as file:
                file.write(data)
            Path(name).chmod(_mode(Path(path)))
        except FileExistsError:
            continue
        except OSError as error:
            raise SettingsError(
                f"traek kan ikke skrive sikkerhedskopien {name} ({error.strerror}), så brevet er "
                "ikke rettet. Vælg et andet sted med --output, eller udelad kopien med --no-backup."
            ) from error
        return name
    raise AssertionError


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, or those that the user gives new files."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path} kan ikke skrives, for mappen findes ikke. Opret den, eller vælg en anden."
    if isinstance(error, PermissionError):
        return (
            f"{path} kan ikke skrives: adgang nægtet. Luk filen, hvis den er åben i Word, "
            "eller vælg et andet sted."
        )
    return f"{path} kan ikke skrives ({error.strerror}). Vælg et andet sted."
