"""The standard pack: Danish rules for both Firkanter, as TOML files."""

import traek


@traek.hookimpl
def traek_rule_packs() -> list[str]:
    """The name of this package."""
    return ["traek_standard"]
