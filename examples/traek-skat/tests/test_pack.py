from pathlib import Path

from traek.testing import failing_examples

PACK = Path(__file__).parent.parent / "src" / "traek_skat"


def test_every_example_in_the_pack_holds() -> None:
    assert failing_examples(str(PACK)) == []
