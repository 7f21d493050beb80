"""What all tests share: no settings or cache of the person who runs them, and golden files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="Write the golden files anew.")


@pytest.fixture(autouse=True, scope="session")
def _nobodys_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Rules are compiled into a folder of the run's own, and no user's settings hold."""
    patch = pytest.MonkeyPatch()
    patch.setenv("TRAEK_CACHE", str(tmp_path_factory.mktemp("cache")))
    patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("settings")))
    for name in ("TRAEK_CONFIG", "NO_COLOR", "COLUMNS"):
        if name in os.environ:
            patch.delenv(name)
    yield
    patch.undo()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold an output to the golden file of that name; `just golden` writes the files anew."""

    def hold(name: str, output: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--golden"):
            file.write_text(output, "utf-8", newline="\n")
        assert output == file.read_text("utf-8")

    return hold
