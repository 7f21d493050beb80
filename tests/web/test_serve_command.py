"""`traek serve` before anything is served."""

from __future__ import annotations

import subprocess
import sys

import pytest

from traek.cli.serve import command
from traek.errors import SettingsError

WITHOUT = """
import sys
sys.modules["starlette"] = None
from traek.cli import run
sys.exit(run(["serve", "--no-open"]))
"""


def test_without_its_extra_it_says_how_to_install_it() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.strip().endswith('pip install "traek[serve]".')


@pytest.mark.parametrize("key", ["kort", "mellemrum er ikke tilladt", "æøå" * 9])
def test_a_key_of_one_s_own_is_long_and_plain(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("TRAEK_TOKEN", key)
    with pytest.raises(SettingsError, match="TRAEK_TOKEN"):
        command.main(["--no-open"], standalone_mode=False)
