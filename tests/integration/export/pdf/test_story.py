from typing import Any

from app.domain.document.tree import Heading, PageBreak
from app.export.pdf.story import anchors_of, table_key, tell
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
