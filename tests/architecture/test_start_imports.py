"""A window must appear fast: what costs time at start is imported when it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "alembic", "cryptography", "docx", "icalendar", "lxml", "phonenumbers", "pikepdf", "pyhanko",
    "pypdfium2", "reportlab",
}  # fmt: skip


@pytest.mark.parametrize("module", ["ui.main", "app.cli.main"])
def test_starting_imports_no_heavy_library(module):
    if not ROOT.joinpath(*module.split(".")).with_suffix(".py").exists():
        pytest.skip(f"{module} is not written yet")
    code = f"import sys, {module}; print(*sorted({{n.partition('.')[0] for n in sys.modules}}))"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert HEAVY.isdisjoint(done.stdout.split())
