from typing import Any

from app.domain.document.tree import Heading
from app.export.pdf.headings import heading_flow, titles
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter

BODY = (Heading(1, "One", "a"), Heading(2, "Two", "a"), Heading(1, "Three", "b", numbered=False))


def test_titles_are_numbered_and_each_has_a_key_of_its_own():
    found = titles(BODY, "Annex")

    assert [title.shown for title in found] == ["1 One", "1.1 Two", "Three"]
    assert len({title.key for title in found}) == 3


def test_an_annex_is_lettered():
    body = (Heading(1, "Roles", "a", annex=True), Heading(2, "RACI", "b", annex=True))

    assert [title.shown for title in titles(body, "Annexe")] == ["Annexe A Roles", "A.1 RACI"]


def test_a_title_stays_with_what_follows():
    flow = heading_flow(titles(BODY, "Annex")[0], Typesetter(frozenset()), 400, Element("H1"))

    assert flow.keeps_next


def test_further_lines_do_not_run_under_the_number():
    title = titles((Heading(1, "word " * 60, "a"),), "Annex")[0]

    flow: Any = heading_flow(title, Typesetter(frozenset()), 400, Element("H1"))
    block = flow.piece.piece

    assert len(block.lines) > 2
    assert block.indent > block.bullet.line.width
