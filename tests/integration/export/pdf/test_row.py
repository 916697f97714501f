from dataclasses import replace

from app.domain.document.inline import plain
from app.domain.document.tree import Callout, Paragraph, Tone, Voice
from app.export.pdf.frames import callout_flow
from app.export.pdf.row import Row
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter

SHORT = Callout("Do", (Paragraph(plain("One")),), Tone.GOOD)
LONG = Callout("Do not", (Paragraph(plain("Many words " * 30)),), Tone.WARN)


def set_(callout: Callout):
    return callout_flow(callout, Typesetter(frozenset()), 400.0, Element("Document")).piece


def test_two_remarks_beside_each_other_are_equally_high():
    row = set_(replace(SHORT, beside=LONG))

    assert isinstance(row, Row)
    heights = {part.grid.height for part in row.parts}
    assert heights == {row.height}
    assert row.height > set_(SHORT).height
    assert row.least == row.height
    assert list(row.anchors()) == []


def test_the_right_one_begins_beyond_the_middle():
    row = set_(replace(SHORT, beside=LONG))

    left, right = row.parts
    assert left.x == 0.0
    assert right.x > left.grid.widths[0]
    assert right.x + right.grid.widths[0] == 400.0


def test_both_are_read_in_order():
    root = Element("Document")
    callout_flow(replace(SHORT, beside=LONG), Typesetter(frozenset()), 400.0, root)

    assert len(root.kids) == 2


def test_a_leading_line_is_larger():
    lead = replace(SHORT, content=(Paragraph(plain("One"), Voice.LEAD),))

    assert set_(lead).height > set_(SHORT).height
