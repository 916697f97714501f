"""Headings are real headings, numbered by style."""

from app.domain.document.tree import Heading
from app.export.word.heading import heading
from app.export.word.numbering import ANNEXES, NO_NUMBER
from tests.integration.export.word.reading import find, value


def test_a_heading_has_the_style_of_its_level_and_a_bookmark(scope):
    made = heading(Heading(2, "Roles", "roles"), scope)

    assert value(made, "w:pPr/w:pStyle") == "Heading2"
    assert value(made, "w:bookmarkStart", "w:name") == "_Toc000001"
    assert not find(made, "w:pPr/w:numPr")


def test_an_unnumbered_heading_takes_the_number_away(scope):
    made = heading(Heading(1, "Annex", "", numbered=False), scope)

    assert value(made, "w:pPr/w:numPr/w:numId") == str(NO_NUMBER)


def test_a_heading_in_an_annex_counts_with_the_annexes_on_its_level(scope):
    made = heading(Heading(2, "Cards", "", annex=True), scope)

    assert value(made, "w:pPr/w:pStyle") == "Heading2"
    assert value(made, "w:pPr/w:numPr/w:ilvl") == "1"
    assert value(made, "w:pPr/w:numPr/w:numId") == str(ANNEXES)


def test_an_unnumbered_heading_in_an_annex_has_no_number(scope):
    made = heading(Heading(2, "Cards", "", numbered=False, annex=True), scope)

    assert value(made, "w:pPr/w:numPr/w:numId") == str(NO_NUMBER)


def test_a_heading_outside_the_contents_has_a_style_the_contents_skip(scope):
    made = heading(Heading(1, "Approval", "", in_contents=False), scope)

    assert value(made, "w:pPr/w:pStyle") == "Heading1Unlisted"
