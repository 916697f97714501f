"""Wide tables turn the sheet, and their headings with them."""

import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import Column, Heading, PageBreak, Paragraph, Table
from app.export.word.oxml import w
from app.export.word.page import TURNED, UPRIGHT
from app.export.word.paragraphs import paragraph
from app.export.word.sections import Running, closed, section, stretches
from tests.integration.export.word.reading import find, value

H = Heading(2, "Matrix", "m")
P = Paragraph(plain("text"))
WIDE = Table("Wide", (Column("A"),), (), wide=True)
NARROW = Table("Narrow", (Column("A"),), ())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ((), ()),
        ((H, P), ((False, 2),)),
        ((P, WIDE, P), ((False, 1), (True, 1), (False, 1))),
        ((P, H, P, WIDE), ((False, 1), (True, 3))),
        ((P, H, H, WIDE), ((False, 1), (True, 3))),
        ((H, WIDE, WIDE, NARROW), ((True, 3), (False, 1))),
        ((H, NARROW, WIDE), ((False, 2), (True, 1))),
        ((P, PageBreak(), H, WIDE), ((False, 1), (True, 3))),
        ((H, P, P, P, P, P, WIDE), ((False, 6), (True, 1))),
    ],
)
def test_the_body_is_cut_where_the_sheet_turns(body, expected):
    found = stretches(body)

    assert tuple((run.wide, len(run.blocks)) for run in found) == expected
    assert tuple(block for run in found for block in run.blocks) == body


def test_a_section_names_its_sheet_and_running_parts():
    made = section(TURNED, Running("h", "f"))

    assert value(made, "w:pgSz", "w:orient") == "landscape"
    assert value(made, "w:headerReference", "r:id") == "h"
    assert not find(made, "w:titlePg | w:pgBorders")


def test_the_cover_differs_from_the_pages_after_it():
    made = section(UPRIGHT, Running("h", "f", "h1", "f1"), edge=True)

    assert len(find(made, "w:titlePg")) == 1
    assert len(find(made, "w:pgBorders/w:left")) == 1
    assert value(made, "w:headerReference[@w:type='first']", "r:id") == "h1"


def test_a_section_ends_in_its_last_paragraph_or_in_a_gap():
    after_text = closed([paragraph("BodyText")], w("sectPr"))
    after_table = closed([w("tbl")], w("sectPr"))

    assert len(after_text) == 1
    assert [bool(find(each, "w:pPr/w:sectPr")) for each in after_table] == [False, True]
