"""Inline content becomes runs, links and fields."""

import pytest

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.tree import Anchor, CrossReference, Deleted, Inserted, OpenPoint, PageOf
from app.export.word.oxml import w
from app.export.word.runs import TO, Face, runs, text_run
from tests.integration.export.word.reading import find, value, words


@pytest.mark.parametrize(
    ("mark", "path"),
    [
        (Mark.BOLD, "w:r/w:rPr/w:b"),
        (Mark.ITALIC, "w:r/w:rPr/w:i"),
        (Mark.STRIKE, "w:r/w:rPr/w:strike"),
        (Mark.CODE, "w:r/w:rPr/w:rStyle[@w:val='Code']"),
    ],
)
def test_each_mark_shows(scope, mark, path):
    marked = w("p", *runs((Text("x", frozenset({mark})),), scope))
    unmarked = w("p", *runs((Text("x"),), scope))

    assert len(find(marked, path)) == 1
    assert not find(unmarked, path)


@pytest.mark.parametrize(
    ("inline", "style"),
    [
        (Inserted("x", "inserted: x"), "InsertedText"),
        (Deleted("x", "deleted: x"), "DeletedText"),
    ],
)
def test_text_that_came_or_went_is_a_run_of_its_own_style_and_no_tracked_change(
    scope, inline, style
):
    made = w("p", *runs((Text("a"), inline), scope, Face(strong=True)))

    assert words(made) == "ax"
    assert len(find(made, f"w:r/w:rPr/w:rStyle[@w:val='{style}']")) == 1
    assert not find(made, "w:ins")
    assert not find(made, "w:del")


def test_newlines_tabs_and_line_breaks_are_kept(scope):
    made = w("p", *runs((Text("a\nb\tc"), LineBreak(), Text("d")), scope))

    assert words(made) == "a\nb\tc\nd"


def test_long_text_comes_in_pieces_and_complete(scope):
    made = text_run("x" * 100_000)

    pieces = [piece.text or "" for piece in find(made, "w:t")]
    assert max(map(len, pieces)) <= 30_000
    assert "".join(pieces) == "x" * 100_000


def test_a_safe_link_is_clickable(scope, ledger):
    made = w("p", *runs((Link("https://example.org", plain("site")),), scope))

    assert ledger.links == ["https://example.org"]
    assert value(made, "w:hyperlink", "r:id") == "link1"
    assert words(made) == "site"


def test_an_unsafe_link_stays_text(scope, ledger):
    made = w("p", *runs((Link("javascript:alert(1)", plain("site")),), scope))

    assert ledger.links == []
    assert not find(made, "w:hyperlink")
    assert words(made) == "site"


def test_a_cross_reference_leads_to_its_bookmark(scope):
    made = w("p", *runs((CrossReference("roles", "Roles"),), scope))

    assert value(made, "w:hyperlink", "w:anchor") == "_Toc000001"


def test_a_cross_reference_to_nowhere_stays_text(scope):
    made = w("p", *runs((CrossReference("gone", "Roles"), PageOf("gone")), scope))

    assert not find(made, ".//w:hyperlink | .//w:instrText")
    assert words(made) == "Roles…"


def test_a_page_number_is_a_field_with_the_page_of_the_pdf(scope):
    made = w("p", *runs((PageOf("roles"),), scope))

    assert "PAGEREF _Toc000001" in (find(made, ".//w:instrText")[0].text or "")
    assert words(made) == "4"


def test_the_number_of_a_heading_is_a_field_that_word_renews(scope):
    made = w("p", *runs((CrossReference("roles", "2.1", counted=True),), scope))
    lost = w("p", *runs((CrossReference("gone", "2.1", counted=True),), scope))

    assert "REF _Toc000001" in (find(made, ".//w:instrText")[0].text or "")
    assert words(made) == words(lost) == "2.1"
    assert not find(lost, ".//w:instrText")


def test_of_several_pages_the_first_and_the_last_are_fields(scope):
    scope.pages = {"roles": 9, "tree": 7, "near": 9, "next": 10}
    scope.bookmarks = {"roles": "_Toc000001", "tree": "_Ref000002", "near": "_Ref000003"}
    scope.bookmarks = {**scope.bookmarks, "next": "_Ref000004"}

    made = w("p", *runs((PageOf("roles", ("near", "next", "tree")),), scope))
    one = w("p", *runs((PageOf("roles", ("near",)),), scope))

    assert words(made) == f"7{TO}10"
    instructions = [(part.text or "").split()[1] for part in find(made, ".//w:instrText")]
    assert instructions == ["_Ref000002", "_Ref000004"]
    assert words(one) == "9"


def test_an_anchor_is_a_bookmark_without_a_word(scope):
    content = (Text("a"), Anchor("tree"), Text("b"), Anchor("gone"))
    made = w("p", *runs(content, scope))

    order = [child.tag.rpartition("}")[2] for child in made]
    assert order == ["r", "bookmarkStart", "bookmarkEnd", "r"]
    assert words(made) == "ab"


def test_an_open_point_is_set_apart(scope):
    made = w("p", *runs((OpenPoint("not stated"),), scope))

    assert value(made, "w:r/w:rPr/w:rStyle") == "OpenPoint"


def test_a_face_makes_all_text_strong_and_coloured(scope):
    made = w("p", *runs((Text("x"),), scope, Face(strong=True, colour="#FFFFFF")))

    assert find(made, "w:r/w:rPr/w:b")
    assert value(made, "w:r/w:rPr/w:color") == "FFFFFF"


def test_empty_text_leaves_no_run(scope):
    assert runs((Text(""),), scope) == []
