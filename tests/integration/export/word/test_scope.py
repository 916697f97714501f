"""Anchors become bookmark names Word accepts."""

from app.domain.document.inline import Text
from app.domain.document.tree import Anchor, Column, Figure, Heading, Paragraph, Table
from app.export.word.scope import bookmark_names
from tests.integration.export.word.specimen import tree


def test_any_anchor_gets_a_name_word_accepts():
    body = (
        Heading(1, "A", "a heading / with\0anything " * 9),
        Paragraph(()),
        Table("T", (Column("C"),), (), "t"),
        Figure("F", "", tree(), "f"),
        Figure("F", "", tree()),
        Paragraph((Anchor("any\nwhere \u2603 at all" * 9), Text("x"))),
    )

    names = list(bookmark_names(body).values())

    assert names == ["_Toc000001", "_Ref000002", "_Ref000003", "_Ref000004"]


def test_the_first_of_two_equal_anchors_wins():
    body = (Heading(1, "A", "same"), Heading(1, "B", "same"), Heading(1, "C", "other"))

    assert bookmark_names(body) == {"same": "_Toc000001", "other": "_Toc000002"}


def test_a_bookmark_is_placed_once(scope):
    assert [scope.place("roles"), scope.place("roles"), scope.place("gone")] == [
        "_Toc000001",
        "",
        "",
    ]


def test_each_kind_is_counted_by_itself(scope):
    assert [scope.count("a"), scope.count("b"), scope.count("a")] == [1, 1, 2]


def test_an_unknown_page_is_shown_as_unknown(scope):
    assert [scope.page("roles"), scope.page("gone")] == ["4", "…"]


def test_lists_remember_how_deep_they_are_nested(scope):
    ordinals = [scope.begin_list(0), scope.begin_list(2)]

    assert ordinals == [1, 2]
    assert scope.list_levels == (0, 2)
