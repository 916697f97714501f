"""What pictures must not depend on, held still: the machine's fonts, processor, zone and tongue."""

import os
import re
from pathlib import Path
from typing import Final

FONTS: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""
"""A machine without any font: what is drawn comes from those the product brings."""

FIXED: Final = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_NO_CPU_FEATURE": "avx avx2 avx512f f16c fma bmi bmi2",  # others mix colours otherwise
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
}
UNSET: Final = (
    "LANGUAGE",
    "QT_FONT_DPI",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
    "QT_SCALE_FACTOR",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_STYLE_OVERRIDE",
)
PROCESSOR: Final = "x86_64"
_PINS = Path(__file__).parents[3] / "requirements" / "runtime.in"
_PIN = re.compile(r"^PySide6-Essentials==(\S+)$", re.MULTILINE)


def surroundings(folder: Path) -> dict[str, str]:
    """The variables for the process that takes pictures; `folder` is its own, for small files."""
    file = folder / "fonts.conf"
    file.write_text(FONTS.format(folder=folder), "utf-8")
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return {**kept, **FIXED, "FONTCONFIG_FILE": str(file)}


def pinned_qt() -> str:
    """The version of Qt that the product is delivered with, and its pictures were accepted with."""
    found = _PIN.search(_PINS.read_text("utf-8"))
    assert found is not None, f"{_PINS} pins no PySide6-Essentials"
    return found[1]


def elsewhere(qt: str, system: str, machine: str) -> str:
    """Why pictures cannot be compared with the accepted ones here; empty when they can.

    They belong to one version of Qt on one kind of machine; on another the text of the product
    is the same and its dots are not.
    """
    if qt != pinned_qt():
        return f"the pictures were accepted with Qt {pinned_qt()}, and this is {qt}"
    if (system, machine) != ("linux", PROCESSOR):
        return f"the pictures were accepted on linux {PROCESSOR}, and this is {system} {machine}"
    return ""
