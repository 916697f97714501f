"""What this machine has and lacks, in sentences a person can act on."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.paths import AppPaths, data_folder

CHECK_SECONDS: Final = 60
"""How long Qt may take to load before it counts as broken."""

# In a process of its own: Qt may be unable to load, and `app` never imports it.
# PySide6 6.12.0 loses one reference to None with every call that returns nothing.
_TRY_QT: Final = """
import sys
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
thing = QtCore.QObject()
before = sys.getrefcount(None)
for _ in range(500):
    thing.setObjectName("x")
sys.exit(3 if before - sys.getrefcount(None) > 100 else 0)
"""
_LOSES_NONE: Final = 3

_WITNESSES: Final = (
    ("soffice", "LibreOffice", "tests read our Word files with it"),
    ("pdftotext", "poppler", "tests read our PDF files with it"),
    ("qpdf", "qpdf", "tests check our PDF files with it"),
    ("xmlsec1", "xmlsec", "tests check our Word signatures with it"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for; `advice` is blank when there is nothing to do."""

    subject: str
    ok: bool
    advice: str = ""
    required: bool = True


def run(write: Callable[[str], object] = print) -> int:
    """Print every finding; return 0 if the program can work here, else 1."""
    findings = tuple(examine())
    write("This installation")
    for finding in findings:
        write(_line(finding))
    return int(any(finding.required and not finding.ok for finding in findings))


def examine() -> Iterator[Finding]:
    """Look at everything the program needs, in the order it needs it."""
    yield Finding(
        f"Python {sys.version.split()[0]}",
        sys.version_info[:2] >= (3, 11),
        "Install Python 3.11 or newer.",
    )
    yield check_qt(sys.executable)
    yield check_fonts(data_folder("resources") / "fonts")
    yield check_writable(AppPaths.of_user().data)
    for command, name, purpose in _WITNESSES:
        yield Finding(name, shutil.which(command) is not None, f"Optional: {purpose}.", False)


def check_qt(python: str) -> Finding:
    """Load Qt with the given Python and see whether its calls keep count of None."""
    subject = f"Qt for windows (PySide6 {_version('PySide6-Essentials')})"
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and our own text)
            [python, "-P", "-c", _TRY_QT],
            capture_output=True,
            text=True,
            timeout=CHECK_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Finding(subject, ok=False, advice="It does not answer; reinstall irplan.")
    if done.returncode == _LOSES_NONE:
        return Finding(subject, ok=False, advice="This release crashes; install PySide6 6.11.3.")
    return Finding(subject, done.returncode == 0, _explain_qt(done.stderr))


def check_fonts(folder: Path) -> Finding:
    """See whether the faces that window and documents share are there."""
    found = len(tuple(folder.glob("*.ttf")))
    return Finding(f"{found} fonts", found > 0, f"None in {folder}; reinstall irplan.")


def check_writable(folder: Path) -> Finding:
    """See whether the user's own folder can be written, or made, without making it."""
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    return Finding(
        f"your folder {folder}",
        nearest.is_dir() and os.access(nearest, os.W_OK),
        f"{nearest} is no folder you may write to.",
    )


def _explain_qt(complaint: str) -> str:
    last = complaint.strip().splitlines()[-1] if complaint.strip() else "Qt does not start"
    listing = data_folder("resources") / "system" / "debian-qt.txt"
    packages = [line for line in listing.read_text("utf-8").splitlines() if line[:1] not in "#"]
    return f"{last}. On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}"


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _line(finding: Finding) -> str:
    if finding.ok:
        return f"  ok       {finding.subject}"
    mark = "MISSING" if finding.required else "absent "
    return f"  {mark}  {finding.subject}. {finding.advice}"


if __name__ == "__main__":
    raise SystemExit(run())
