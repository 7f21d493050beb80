"""How many findings carry a rewrite, by category, and why others were withdrawn.

    python benchmarks/rewrites.py [--withdrawn] [FOLDER …]

Over the annotated letters of `tests/letters/a` and `training/letters`, or over the text files of
the folders named: escalating findings at default certainty that no law protects. A finding counts
as helped where it has at least one suggestion that is more than advice. `--withdrawn` lists every
rewrite that did not pass.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from traek.audit import read_letter
from traek.engine import Engine
from traek.model import Effect, Finding, Report, SuggestionKind
from traek.plugins import load_plugins
from traek.settings import Selection, Settings

HOME = Path(__file__).parent.parent
FOLDERS = [HOME / "tests" / "letters" / "a", *sorted((HOME / "training" / "letters").iterdir())]


def reports(folders: list[Path]) -> list[Report]:
    """A report on every text file below the folders."""
    plugins = load_plugins()
    engine = Engine(plugins.rule_packs(()), plugins.checks, Selection())
    paths = sorted(str(path) for folder in folders for path in folder.rglob("*.txt"))
    return [engine.report(read_letter(path, path, plugins.loaders, Settings())) for path in paths]


def main() -> None:
    """Print the shares, then the reasons."""
    named = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    read = reports(named or FOLDERS)
    found = [each for report in read for each in report.findings if _counts(each)]
    total = Counter(each.category for each in found)
    helped = Counter(each.category for each in found if _is_helped(each))
    rest = Counter(each.rule for each in found if not _is_helped(each))
    print(f"{len(read)} letters, {len(found)} findings")
    for category, count in sorted(total.items()):
        print(f"  {category}  {helped[category]:4} of {count:4}  {helped[category] / count:4.0%}")
    print(f"  all  {helped.total():4} of {len(found):4}  {helped.total() / len(found):4.0%}")
    print("without a rewrite, by rule:")
    for rule, count in rest.most_common(40):
        print(f"  {count:4}  {rule}")
    withdrawn = [each for report in read for each in report.withdrawn]
    print(f"{len(withdrawn)} rewrites withdrawn:")
    for reason, count in Counter(_kind(each.reason) for each in withdrawn).most_common():
        print(f"  {count:4}  {reason}")
    if "--withdrawn" in sys.argv:
        for each in withdrawn:
            print(f"{each.rule}: »{each.quote}« -> »{each.replacement}«: {each.reason}")


def _counts(finding: Finding) -> bool:
    return finding.effect is Effect.ESCALATES and finding.protection is None


def _is_helped(finding: Finding) -> bool:
    return any(each.kind is not SuggestionKind.ADVICE for each in finding.suggestions)


def _kind(reason: str) -> str:
    """A reason without what it names."""
    head, colon, _ = reason.partition(":")
    return head + colon if not reason.startswith("»") else reason[reason.index("«") + 2 :]


if __name__ == "__main__":
    main()
