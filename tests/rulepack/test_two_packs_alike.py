from __future__ import annotations

from pathlib import Path

from traek.engine.examples import verified
from traek.rulepack import load_rule_pack

RULE = """\
titel = "En prøve"
kategori = "E01"
tyngde = 1
besked = "Læseren kan høre noget."
hvorfor = "Fordi."
[find]
ord = "prøveord"
[eksempler]
rammer = ["Et [[prøveord]]."]
rammer_ikke = ["Et andet."]
"""


def test_two_packs_of_the_same_files_keep_their_own_names(tmp_path: Path) -> None:
    for name in ("en", "to"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "flyttet.toml").write_text(RULE, "utf-8")
        pack = verified(load_rule_pack(str(tmp_path / name)))
        assert pack.rules[0].id == f"{name}/flyttet"
        assert load_rule_pack(str(tmp_path / name)) == pack
