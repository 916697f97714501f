"""How this very program is started again by the operating system."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.paths import HOME_VARIABLE

_HANDED_ON: Final = (HOME_VARIABLE, "IRPLAN_VENV")
"""Variables that say where the program keeps its things."""


def program(package: Path | None = None) -> tuple[str, ...]:
    """The words that start the command line of this installation.

    `package` is the folder of the `app` package and given by tests only.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    checkout = (package or Path(__file__).resolve().parents[2]).parent
    launcher = checkout / ("irplan.cmd" if os.name == "nt" else "irplan")
    if launcher.is_file():
        return (str(launcher),)
    return (sys.executable, "-P", "-m", "app.cli")


def variables(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What the program was told by its environment, and needs again."""
    return {name: environment[name] for name in _HANDED_ON if environment.get(name)}
