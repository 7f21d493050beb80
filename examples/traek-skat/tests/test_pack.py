from pathlib import Path

import pytest

from traek.testing import Case, cases

PACK = Path(__file__).parent.parent / "src" / "traek_skat"


@pytest.mark.parametrize("case", cases(str(PACK)), ids=str)
def test_every_example_does_what_it_says(case: Case) -> None:
    case.check()
