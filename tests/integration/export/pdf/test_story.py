from typing import Any

from app.domain.document.inline import Mark, plain
from app.domain.document.tree import (
    Cell,
    Column,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    PageOf,
    Paragraph,
    Table,
    Voice,
)
from app.export.pdf.story import Teller, anchors_of, table_key, tell
from app.export.pdf.typesetter import Typesetter
from tests.integration.export.pdf.sample import document, text


def story(*body) -> Any:
    plan = document(body=body)
    return tell(plan, Typesetter(anchors_of(plan)))


def test_the_body_begins_a_page_after_the_cover():
    flows = story(text("a"), text("b")).flows

    assert [flow.new_page for flow in flows[-2:]] == [True, False]


def test_a_break_falls_on_the_next_piece():
    flows = story(text("a"), PageBreak(), PageBreak(), text("b")).flows

    assert [flow.new_page for flow in flows[-2:]] == [True, True]


def test_skipped_levels_are_closed_for_readers():
    root = story(Heading(3, "deep", "a"), Heading(1, "top", "b"), Heading(3, "c", "c")).root

    assert [kid.tag for kid in root.kids if kid.tag.startswith("H")] == ["H1", "H1", "H2"]


def test_anchors_are_those_of_headings_tables_and_figures():
    found = anchors_of(document())

    assert {"severity", "role-table", "tree-figure", "wide-table"} <= found
    assert "" not in found


def test_tables_have_names_of_their_own():
    assert table_key(0) != table_key(1)


def leads(paragraph, *followers) -> bool:
    flows = story(text("before"), paragraph, *followers).flows
    before = next(at for at, flow in enumerate(flows) if at and flow.new_page)
    return bool(flows[before + 1].keeps_next)


LIST = ListBlock((ListItem(plain("a")), ListItem(plain("b"))))
TABLE = Table("Roles", (Column("Role"),), ((Cell((plain("Lead"),)),),))


def test_words_that_announce_a_list_or_a_table_stay_with_it():
    announcing = Paragraph((*plain("Recovery", Mark.BOLD), *plain(" is accepted when:")))

    assert leads(announcing, LIST)
    assert leads(announcing, TABLE)
    assert leads(Paragraph(plain("What is met."), Voice.NOTE), TABLE)


def test_words_that_announce_nothing_may_end_a_page():
    assert not leads(text("Recovery is accepted."), LIST)
    assert not leads(text("The steps:"), text("are below"))
    assert not leads(text("The steps:"))
    assert not leads(Paragraph(()), LIST)


def test_a_sketch_leaves_out_the_tables_at_the_end_that_print_pages():
    index = Table("Index", (Column("x"),), ((Cell(((PageOf("a"),),)),),))
    plain_table = Table("Plain", (Column("x"),), ((Cell((plain("v"),)),),))
    plan = document(body=(index, plain_table, text("a"), index, text("b"), index))
    teller, setter = Teller(plan), Typesetter(anchors_of(plan))

    sketched, told = teller.sketch(setter), teller.tell(setter).flows

    assert len(told) - len(sketched) == 4
