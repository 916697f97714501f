"""The body keeps the order of blocks and the pages they ask for."""

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Column,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Table,
)
from app.export.theme import AFTER_LIST
from app.export.word.body import Body
from app.export.word.oxml import w
from app.export.word.page import UPRIGHT, twips
from tests.integration.export.word.reading import find, value, words
from tests.integration.export.word.specimen import document

P = Paragraph(plain("text"))
H = Heading(1, "Roles", "roles", new_page=True)


def breaks(scope, *blocks):
    body = w("body", *Body(document(*blocks), scope).elements(blocks, UPRIGHT))
    return [bool(find(child, "w:pPr/w:pageBreakBefore")) for child in body]


def test_a_page_break_moves_the_next_block(scope):
    assert breaks(scope, P, PageBreak(), P, P) == [False, True, False]


def test_a_heading_may_begin_a_page(scope):
    assert breaks(scope, P, H) == [False, True]


def test_a_section_begins_on_a_new_page_anyway(scope):
    assert breaks(scope, PageBreak(), H, P) == [False, False]


def test_two_breaks_make_no_blank_page(scope):
    assert breaks(scope, P, PageBreak(), PageBreak(), H) == [False, True]


def test_a_break_waits_for_a_block_that_shows(scope):
    assert breaks(scope, P, PageBreak(), Facts(()), P) == [False, True]


def test_a_break_at_the_end_leaves_nothing_behind(scope):
    assert breaks(scope, P, PageBreak()) == [False]


def test_blocks_keep_their_order(scope):
    blocks = (Paragraph(plain("a")), Heading(1, "b", "b"), Paragraph(plain("c")))

    body = w("body", *Body(document(*blocks), scope).elements(blocks, UPRIGHT))

    assert words(body).splitlines() == ["a", "b", "c"]


def test_a_heading_its_one_paragraph_and_the_table_after_it_stay_together(scope):
    lead, table = Paragraph(plain("x")), Table("T", (Column("A"),), ())
    blocks = (Heading(1, "H", "h"), lead, table, lead, Heading(2, "I", "i"), lead, lead, table)

    body = w("body", *Body(document(*blocks), scope).elements(blocks, UPRIGHT))

    paragraphs = find(body, "w:p[w:pPr/w:pStyle/@w:val='BodyText']")
    assert [bool(find(one, "w:pPr/w:keepNext")) for one in paragraphs] == [
        True,
        False,
        False,
        False,
    ]


def test_a_paragraph_that_leads_into_a_list_stays_with_it(scope):
    lead, points = Paragraph(plain("x")), ListBlock((ListItem(plain("a")), ListItem(plain("b"))))
    blocks = (lead, points, lead, lead, points, lead)

    body = w("body", *Body(document(*blocks), scope).elements(blocks, UPRIGHT))

    assert [bool(find(one, "w:pPr/w:keepNext")) for one in body] == [
        *(True, False, False),
        *(False, True, False, False),
        False,
    ]


def test_there_is_room_below_a_list(scope):
    nested = ListBlock((ListItem(plain("b")),))
    points = ListBlock((ListItem(plain("a")), ListItem(plain("c"), (nested,))))

    body = w("body", *Body(document(points, P), scope).elements((points, P), UPRIGHT))

    room = [bool(find(one, "w:pPr/w:spacing")) for one in body]
    assert room == [False, False, True, False]
    assert value(body[2], "w:pPr/w:spacing", "w:after") == str(twips(AFTER_LIST))
