"""Callouts frame a remark."""

import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import Callout, ListBlock, ListItem, Paragraph, Tone
from app.export.word.callout import callout
from app.export.word.oxml import w
from tests.integration.export.word.reading import find, value, words


def test_a_callout_shows_title_text_and_lists(scope):
    content = (Paragraph(plain("Ask first.")), ListBlock((ListItem(plain("memory")),)))

    body = w("body", *callout(Callout("Stop", content, Tone.WARN), scope, 9_000))

    assert words(body).splitlines() == ["", "Stop", "Ask first.", "memory"]
    assert value(body, "w:tbl//w:tcBorders/w:left", "w:color") == "D98A00"


def test_a_heading_above_stays_with_the_callout(scope):
    before, *_, after = callout(Callout("Stop", ()), scope, 9_000)

    assert find(w("body", before), "w:p/w:pPr/w:keepNext")
    assert not find(w("body", after), "w:p/w:pPr/w:keepNext")


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_an_edge_and_a_ground(scope, tone):
    body = w("body", *callout(Callout("Stop", (), tone), scope, 9_000))

    assert value(body, "w:tbl//w:tcBorders/w:left", "w:color")
    assert value(body, "w:tbl//w:tcPr/w:shd", "w:fill")


def test_an_empty_callout_still_holds_a_paragraph(scope):
    body = w("body", *callout(Callout("", ()), scope, 9_000))

    assert len(find(body, "w:tbl//w:tc/w:p")) == 1
