"""The program under Xvfb with an accessibility bus of its own."""

import shutil
import subprocess

import pytest

from app.bootstrap import workshop
from app.paths import AppPaths
from tests.accessibility.reader import SYSTEM_PYTHON, Reader, program

NEEDED = ("xvfb-run", "dbus-run-session", "openbox")


def _missing() -> str:
    absent = [tool for tool in NEEDED if shutil.which(tool) is None]
    typelib = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    found = subprocess.run([SYSTEM_PYTHON, "-c", typelib], capture_output=True, check=False)
    return ", ".join([*absent, *([] if found.returncode == 0 else ["gir1.2-atspi-2.0"])])


@pytest.fixture(scope="session")
def bus():
    """Skips where there is no bus to ask; on CI everything is installed, and missing fails."""
    import os

    missing = _missing()
    if missing and os.environ.get("CI"):
        pytest.fail(f"Not installed: {missing}")
    if missing:
        pytest.skip(f"Not installed: {missing}")


@pytest.fixture
def started(bus, tmp_path):
    """Starts the program with a plan, or without one; ended with the test."""
    open_ones: list[Reader] = []

    def start(*arguments: str) -> Reader:
        reader = Reader(program(*arguments), tmp_path)
        open_ones.append(reader)
        return reader

    yield start
    for reader in open_ones:
        reader.close()


@pytest.fixture
def sample(tmp_path):
    """The plan of the sample organisation, as a file."""
    file = tmp_path / "sample.irplan"
    shop = workshop(AppPaths.below(tmp_path / "home"))
    opened = shop.create_sample(file)
    opened.store.close()
    return file
