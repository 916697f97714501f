"""The reading order of a prose."""

from app.domain.document.inline import plain
from app.domain.document.prose.reader import read
from app.domain.document.prose.walk import lines


def test_texts_come_in_reading_order_and_cells_side_by_side():
    source = "a\n\n## b\n\n- c\n  1. d\n- e\n\n> f\n\n---\n\n|g|h|\n|-|-|\n|i|j|"

    shown = list(lines(read(source)))

    rows = [(plain("g"), plain("h")), (plain("i"), plain("j"))]
    assert shown == [(plain(text),) for text in "abcdef"] + rows


def test_no_block_has_no_line():
    assert list(lines(())) == []
