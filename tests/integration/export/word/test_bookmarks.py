"""Bookmarks surround what references lead to."""

from app.export.word.bookmarks import bookmarked
from app.export.word.oxml import w
from app.export.word.runs import text_run
from tests.integration.export.word.reading import find, value


def test_a_bookmark_surrounds_its_text(scope):
    first = w("p", *bookmarked("roles", [text_run("Roles")], scope))
    again = w("p", *bookmarked("roles", [text_run("Roles")], scope))

    assert [child.tag.rpartition("}")[2] for child in first] == [
        "bookmarkStart",
        "r",
        "bookmarkEnd",
    ]
    assert value(first, "w:bookmarkStart", "w:name") == "_Toc000001"
    assert not find(again, "w:bookmarkStart")


def test_without_text_a_bookmark_is_a_point(scope):
    made = w("p", *bookmarked("tree", (), scope))

    assert value(made, "w:bookmarkStart", "w:id") == value(made, "w:bookmarkEnd", "w:id")
    assert not find(made, "w:r")


def test_a_place_nobody_asked_for_leaves_no_trace(scope):
    assert bookmarked("gone", (), scope) == []
