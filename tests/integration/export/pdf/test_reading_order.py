"""What poppler reads out of the file is the document, piece by piece and in its order."""

import subprocess
from dataclasses import replace
from itertools import zip_longest

import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import ListBlock, ListItem
from app.export.pdf.render import render
from tests.integration.export.pdf.organisations import composed
from tests.integration.export.pdf.reading_order import agree, heard, told
from tests.integration.export.pdf.sample import document, text

BLOCKS = 20
"""Blocks read at a time; of a whole plan every third lot, as poppler takes half a second a page."""


@pytest.fixture
def read(tool, tmp_path):
    """Return what poppler reads in a document."""

    def run(shown):
        path = tmp_path / "plan.pdf"
        path.write_bytes(render(shown).data)
        command = [tool("pdfinfo"), "-struct-text", path]
        return heard(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    return run


def differing(shown, found):
    """The first places where what was heard is not what the document tells."""
    nothing = ("", "")
    pairs = zip_longest(told(shown), found, fillvalue=nothing)
    return [pair for pair in pairs if not agree(*pair)][:5]


def test_every_kind_of_block_is_read_in_its_place(read):
    assert differing(document(), read(document())) == []


def test_the_comparison_notices_two_paragraphs_that_changed_places(read):
    shown = document(body=(text("first"), text("second")))
    swapped = document(body=(text("second"), text("first")))

    assert differing(shown, read(swapped))


def test_an_entry_is_read_before_those_nested_in_it(read):
    inner = ListBlock((ListItem(plain("inner")),))
    shown = document(body=(ListBlock((ListItem(plain("outer"), (inner,)),)),))

    assert differing(shown, read(shown)) == []


def test_a_whole_plan_is_read_as_it_was_composed(read):
    whole = composed("lindenhof-software")
    for start in range(0, len(whole.body), 3 * BLOCKS):
        part = replace(whole, body=whole.body[start : start + BLOCKS], attachments=())
        assert differing(part, read(part)) == []
