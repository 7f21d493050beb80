"""What the user chose: which rules, which situation, when a run fails, and where each choice came from."""

from traek.settings.accepted import Accepted, check_accepted
from traek.settings.discovery import config_file, user_config_file
from traek.settings.files import load_settings, read_settings, toml_place
from traek.settings.selection import Selection, check_names
from traek.settings.values import BUILT_IN, KEYS, Settings

__all__ = [
    "BUILT_IN",
    "KEYS",
    "Accepted",
    "Selection",
    "Settings",
    "check_accepted",
    "check_names",
    "config_file",
    "load_settings",
    "read_settings",
    "toml_place",
    "user_config_file",
]
