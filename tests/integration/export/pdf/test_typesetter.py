from typing import Any

import pytest

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.tree import CrossReference, OpenPoint, PageOf
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
    text, page = setter.runs((CrossReference("gone", "see"), PageOf("gone")), BODY)

    assert (text.text, page.text) == ("see", UNKNOWN_PAGE)
    assert text.link is page.link is None


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
