from typing import Any

import pytest

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.tree import Anchor, CrossReference, Deleted, Inserted, OpenPoint, PageOf
from app.export.pdf.trace import AnchorTarget, Element, WebTarget
from app.export.pdf.typesetter import UNKNOWN_PAGE, Typesetter, clickable
from app.export.theme import BODY, Colour
from app.export.typefaces import Face


@pytest.fixture
def setter():
    return Typesetter(frozenset({"here"}), {"here": 7})


def only(runs) -> Any:
    (run,) = runs
    return run


@pytest.mark.parametrize(
    ("mark", "face"),
    [(Mark.BOLD, Face.SEMIBOLD), (Mark.ITALIC, Face.ITALIC), (Mark.CODE, Face.MEDIUM)],
)
def test_marks_choose_the_face(setter, mark, face):
    assert only(setter.runs(plain("x", mark), BODY)).face is face


def test_struck_text_is_struck_and_code_tinted(setter):
    assert only(setter.runs(plain("x", Mark.STRIKE), BODY)).strike
    assert only(setter.runs(plain("x", Mark.CODE), BODY)).tint == Colour.CODE_TINT


def test_text_that_came_is_underlined_and_text_that_went_is_struck_out(setter):
    came = only(setter.runs((Inserted("two", "inserted: two"),), BODY))
    went = only(setter.runs((Deleted("four", "deleted: four"),), BODY))

    assert (came.underline, came.strike, came.colour) == (True, False, Colour.INSERTED)
    assert (went.underline, went.strike, went.colour) == (False, True, Colour.DELETED)
    assert (came.span.tag, came.span.alternative) == ("Span", "inserted: two")
    assert (went.span.tag, went.span.alternative) == ("Span", "deleted: four")


def test_text_that_came_is_set_anew_each_time_as_it_has_a_place_in_the_tree(setter):
    content = (Inserted("two", "inserted: two"),)

    first, again = only(setter.runs(content, BODY)), only(setter.runs(content, BODY))

    assert first.span is not again.span


def test_an_anchor_changes_no_run_and_no_line(setter):
    bare = (*plain("word " * 40), *plain("more " * 40, Mark.BOLD))
    anchored = (Anchor("a"), bare[0], Anchor("b"), bare[1], Anchor("c"))

    assert setter.runs(anchored, BODY) == setter.runs(bare, BODY)
    assert setter.lines(anchored, BODY, 200) == setter.lines(bare, BODY, 200)


def test_an_anchor_stands_on_the_line_of_what_follows_it(setter):
    content = [item for n in range(100) for item in (Anchor(f"w{n}e"), Text(f"w{n}e "))]

    made = setter.block(tuple(content), BODY, 100, None)

    assert len(made.places) == 100
    for place in made.places:
        line = made.lines[place.line]
        assert place.name in "".join(run.text for run in line.runs)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ((Anchor("a"),), 0),
        ((Text(" \n "), Anchor("a")), 0),
        ((Text("one\ntwo\nthree"), Anchor("a")), 2),
        ((Text("one"), Anchor("a"), LineBreak(), Text("two")), 1),
        ((Text("x" * 400), Anchor("a"), Text("y")), -1),
    ],
    ids=["alone", "behind blanks", "at the end", "before a break", "in a word that is cut"],
)
def test_an_anchor_always_stands_on_some_line(setter, content, line):
    made = setter.block(content, BODY, 100, None)

    (place,) = made.places
    assert place.line == (line if line >= 0 else len(made.lines) - 1)


def test_the_pages_of_several_places_are_listed_once_in_order():
    setter = Typesetter(frozenset("abc"), {"a": 12, "b": 7, "c": 12})

    runs = setter.runs((PageOf("a", ("b", "c", "gone")),), BODY)

    assert "".join(run.text for run in runs) == f"7, 12, {UNKNOWN_PAGE}"
    targets = [run.link.target for run in runs if run.link is not None]
    assert targets == [AnchorTarget("b"), AnchorTarget("a")]


def test_an_open_point_is_set_apart(setter):
    run = only(setter.runs((OpenPoint("name the owner"),), BODY))

    assert (run.text, run.colour, run.tint) == (
        "name the owner",
        Colour.OPEN_TEXT,
        Colour.OPEN_TINT,
    )


def test_references_lead_to_their_anchor(setter):
    text, page = setter.runs((CrossReference("here", "see"), PageOf("here")), BODY)

    assert (text.text, page.text) == ("see", "7")
    assert text.link.target == page.link.target == AnchorTarget("here")


def test_references_to_nowhere_are_plain_text(setter):
    run = only(setter.runs((CrossReference("gone", "see "), PageOf("gone")), BODY))

    assert (run.text, run.link) == (f"see {UNKNOWN_PAGE}", None)


def test_a_reference_and_its_only_page_are_one_link_to_the_place_on_that_page():
    setter = Typesetter(frozenset({"here", "there", "far"}), {"here": 7, "there": 8, "far": 90})

    def told(*pages):
        content: Any = (CrossReference("here", "4.2"), *plain("\xa0(p.\xa0"), *pages, *plain(")"))
        return [(run.text, run.link and run.link.target) for run in setter.runs(content, BODY)]

    assert told(PageOf("there")) == [("4.2\xa0(p.\xa08)", AnchorTarget("there"))]
    assert told(PageOf("there", ("there",)))[0] == ("4.2\xa0(p.\xa08)", AnchorTarget("there"))
    assert told(PageOf("there", ("far",))) == [
        ("4.2", AnchorTarget("here")),
        ("\xa0(p.\xa0", None),
        ("8", AnchorTarget("there")),
        (", ", None),
        ("90", AnchorTarget("far")),
        (")", None),
    ]
    assert told(PageOf("gone"))[0] == ("4.2", AnchorTarget("here"))


def test_what_follows_the_page_stays_text():
    setter = Typesetter(frozenset({"here"}), {"here": 7})
    texts = (*plain(", page "), PageOf("here"), *plain(", and on"))
    content: Any = (CrossReference("here", "4.2"), *texts)

    said = [run.text for run in setter.runs(content, BODY)]

    assert said == ["4.2, page 7", ", and on"]


def test_neighbours_of_one_look_are_one_run_unless_they_lead_somewhere(setter):
    content = (*plain("a "), CrossReference("here", "b"), *plain(" c"), *plain(" d"))

    assert [run.text for run in setter.runs(content, BODY)] == ["a ", "b", " c d"]
    assert [run.text for run in setter.runs((OpenPoint("x"), OpenPoint("y")), BODY)] == ["x", "y"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/ü?q=1", "https://example.org/%C3%BC?q=1"),
        (" HTTPS://example.org ", "HTTPS://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("http://example.org", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://a b", ""),
        ("java\nscript:https://", ""),
    ],
)
def test_only_https_and_mail_addresses_can_be_clicked(url, address):
    assert clickable(url) == address


def test_a_link_carries_its_address(setter):
    run = only(setter.runs((Link("https://example.org", plain("there")),), BODY))

    assert run.link.target == WebTarget("https://example.org")
    assert run.link.underlined


def test_decoration_has_no_links(setter):
    block = setter.block((Link("https://example.org", plain("there")),), BODY, 200, None)

    assert block.lines[0].runs[0].run.link is None


def test_line_breaks_part_lines(setter):
    block = setter.block((Text("a"), LineBreak(), Text("b\nc")), BODY, 200, Element("P"))

    assert len(block.lines) == 3


def test_equal_text_is_set_once(setter):
    first = setter.block("same words", BODY, 200, Element("P"))
    second = setter.block("same words", BODY, 200, Element("P"))

    assert first.lines is second.lines
