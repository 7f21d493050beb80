"""Rules for letters about tax."""

import traek


@traek.hookimpl
def traek_rule_packs() -> list[str]:
    """The packages that hold our rules; here this one."""
    return ["traek_skat"]
