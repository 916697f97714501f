"""The plans of the sample organisations keep every promise and every law of layout."""

import subprocess
import sys
from functools import cache

import pytest

from app.export.pdf.render import render
from app.export.pdf.result import PdfResult
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.laws import Reading, broken_laws
from tests.integration.export.pdf.organisations import NAMES, composed

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_plan_keeps_every_law_of_layout(name, tool, tmp_path):
    result = rendered(name, draft=False)
    reading = Reading(result.data, tmp_path, tool("pdftotext"))

    assert result.missing_glyphs == ()
    assert broken_laws(reading) == {}
    assert pages_of_the_card(reading) == 1


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
def test_the_full_sample_keeps_every_promise_and_passes_the_tools_of_others(draft, tool, tmp_path):
    path = tmp_path / "plan.pdf"
    result = rendered("northwind-health", draft=draft)
    path.write_bytes(result.data)

    commands = ([tool("qpdf"), "--check", path], [sys.executable, "-m", "pdfua", "check", path])
    runs = [subprocess.run(c, capture_output=True, text=True, check=False) for c in commands]

    assert findings(result.data) == []
    assert [run.returncode for run in runs] == [0, 0], runs
    assert "errors=0 warnings=0" in runs[1].stdout


@cache
def rendered(name: str, *, draft: bool) -> PdfResult:
    return render(composed(name, draft))


def pages_of_the_card(reading):
    """On how many pages stands what the quick card says, from its heading to the next part."""
    top = [node for node in reading.file.tree.kids if reading.pages_of(node)]
    starts = [at for at, node in enumerate(top) if node.tag == "H1"]
    bookmarks = dict(zip(starts, _titles(reading), strict=True))
    first = next(at for at in starts if bookmarks[at].startswith("Incident now"))
    last = next(at for at in starts if at > first)
    return len(set().union(*(reading.pages_of(node) for node in top[first:last])))


def _titles(reading):
    """The titles of the first level, from the navigation pane."""
    with reading.file.pdf.open_outline() as outline:
        return [str(item.title) for item in outline.root]
