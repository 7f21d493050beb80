"""A pack's files as text, wherever the package is installed, and the digest of them all."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from traek.errors import RuleError

LISTS = "lister.toml"
SEAL = "segl.json"


@dataclass(frozen=True, slots=True)
class PackSource:
    """The raw files of a pack: path within the pack -> bytes, sorted by path.

    `seal` is the digest for which the examples were last verified by the pack's publisher.
    """

    package: str
    texts: tuple[tuple[str, bytes], ...]
    digest: str
    seal: str | None

    @property
    def name(self) -> str:
        """The prefix of the pack's rule ids: `traek_standard` is »standard«."""
        return Path(self.package).name.removeprefix("traek_").replace("_", "-").lower()

    @property
    def version(self) -> str:
        """The version of the distribution that ships the pack, or »0« for a plain folder."""
        owners = metadata.packages_distributions().get(self.package.split(".")[0], [])
        return metadata.version(owners[0]) if owners else "0"


def pack_source(package: str, *, engine: str) -> PackSource:
    """The files of an importable package, or of a plain folder, that holds rules.

    `engine` names what the digest depends on besides the files: a new engine verifies anew.

    Raises:
        RuleError: there is no such package or folder, or no rule in it.
    """
    root = _root(package)
    texts: list[tuple[str, bytes]] = []
    _collect(root, "", texts)
    texts.sort()
    seal = next((data for path, data in texts if path == SEAL), None)
    texts = [(path, data) for path, data in texts if path.endswith(".toml")]
    if not texts:
        raise RuleError(
            f"Regelpakken »{package}« har ingen regler. En regel er en fil, der ender på .toml."
        )
    # The name too: two packs of the same files are two packs, with ids of their own.
    digest = hashlib.blake2b(f"{engine}\0{Path(package).name}".encode(), digest_size=16)
    for path, data in texts:
        digest.update(path.encode() + b"\0" + data + b"\0")
    return PackSource(package, tuple(texts), digest.hexdigest(), _sealed(seal))


def seal_pack(package: str, digest: str) -> Path:
    """Where the seal for `digest` was written.

    Raises:
        RuleError: the pack is not a folder that can be written to.
    """
    path = Path(str(_root(package))) / SEAL
    try:
        path.write_text(json.dumps({"digest": digest}) + "\n", "utf-8")
    except OSError as error:
        raise RuleError(
            f"Seglet kan ikke skrives til {path} ({error.strerror}). Forsegl pakken i din egen mappe."
        ) from error
    return path


def _root(package: str) -> Traversable:
    folder = Path(package)
    if folder.is_dir() and (os.sep in package or "/" in package or not package.isidentifier()):
        return folder
    if os.sep in package or "/" in package:
        is_file = folder.exists()
        raise RuleError(
            f"Regelmappen {package} {'er en fil' if is_file else 'findes ikke'}. "
            f"{'Vælg den mappe, filen ligger i' if is_file else 'Se efter, om stien er skrevet rigtigt'}."
        )
    try:
        return files(package)
    except (ModuleNotFoundError, TypeError) as error:
        raise RuleError(
            f"Regelpakken »{package}« kan ikke findes. Installer den med pip, eller ret navnet."
        ) from error


def _collect(folder: Traversable, prefix: str, texts: list[tuple[str, bytes]]) -> None:
    for entry in folder.iterdir():
        if entry.name.startswith((".", "_")):
            continue
        if entry.name.endswith((".toml", ".json")):
            texts.append((prefix + entry.name, entry.read_bytes()))
        elif "." not in entry.name and entry.is_dir():
            _collect(entry, f"{prefix}{entry.name}/", texts)


def _sealed(data: bytes | None) -> str | None:
    if data is None:
        return None
    try:
        return str(json.loads(data)["digest"])
    except (ValueError, KeyError, TypeError):
        return None
