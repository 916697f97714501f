"""The numbering part binds headings to styles and restarts lists."""

import pytest

from app.export.word.numbering import ANNEXES, HEADINGS, NO_NUMBER, numbering, ordered_list
from tests.integration.export.word.reading import find, value


def test_headings_count_in_three_levels_bound_to_their_styles():
    made = numbering((), "Annex")

    patterns = [level.values()[0] for level in find(made, "w:abstractNum[1]/w:lvl/w:lvlText")]
    styles = [level.values()[0] for level in find(made, "w:abstractNum[1]/w:lvl/w:pStyle")]
    assert patterns == ["%1", "%1.%2", "%1.%2.%3"]
    assert styles == ["Heading1", "Heading2", "Heading3"]
    assert value(made, f"w:num[@w:numId={HEADINGS}]/w:abstractNumId") == "0"


@pytest.mark.parametrize(("word", "shown"), [("Anhang", "Anhang %1"), ("", "%1")])
def test_annexes_are_lettered_and_what_is_in_them_numbered(word, shown):
    made = numbering((), word)

    ident = value(made, f"w:num[@w:numId={ANNEXES}]/w:abstractNumId")
    levels = f"w:abstractNum[@w:abstractNumId={ident}]/w:lvl"
    patterns = [level.values()[0] for level in find(made, f"{levels}/w:lvlText")]
    formats = [level.values()[0] for level in find(made, f"{levels}/w:numFmt")]
    assert patterns == [shown, "%1.%2", "%1.%2.%3"]
    assert formats == ["upperLetter", "decimal", "decimal"]


def test_each_ordered_list_restarts_on_its_own_level():
    made = numbering((0, 2), "Annex")

    second = f"w:num[@w:numId={ordered_list(2)}]/w:lvlOverride"
    assert value(made, second, "w:ilvl") == "2"
    assert value(made, f"{second}/w:startOverride") == "1"


def test_the_list_without_numbers_prints_nothing():
    made = numbering((), "Annex")

    ident = value(made, f"w:num[@w:numId={NO_NUMBER}]/w:abstractNumId")
    formats = find(made, f"w:abstractNum[@w:abstractNumId={ident}]/w:lvl/w:numFmt")
    assert {level.values()[0] for level in formats} == {"none"}


def test_definitions_stand_before_the_lists_that_use_them():
    made = numbering((0,), "Annex")

    order = [child.tag.rpartition("}")[2] for child in made]
    assert order == sorted(order)
