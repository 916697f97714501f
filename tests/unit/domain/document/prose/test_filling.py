"""Prose with plain words in place of its variables and references."""

import pytest

from app.domain.document.inline import Mark, Text
from app.domain.document.prose.filling import filled
from app.domain.document.prose.nodes import Paragraph, Table, Variable
from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write


def said(source: str) -> str:
    return write(filled(read(source), words))


def words(item):
    if isinstance(item, Variable):
        return Text(item.name.upper(), item.marks)
    return Text(f"the {item.target}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("By {{lead}}, see [x](role:lead).", "By LEAD, see the lead."),
        ("### Of {{lead}}", "### Of LEAD"),
        ("1. {{a}}\n   - [x](role:b)", "1. A\n   - the b"),
        ("> {{a}}\n>\n> [x](role:b)", "> A\n>\n> the b"),
        ("| {{a}} | B |\n| --- | --- |\n| c | [x](tree:d) |", None),
        ("---", "---"),
        ("[site](https://example.org) and **bold**", "[site](https://example.org) and **bold**"),
    ],
)
def test_words_stand_wherever_text_can_stand(source, expected):
    filled_in = said(source)

    if expected is not None:
        assert filled_in == write(read(expected))
    assert "{{" not in filled_in
    assert "](role:" not in filled_in
    assert "](tree:" not in filled_in


def test_cells_of_tables_are_filled():
    [table] = filled(read("| {{a}} | B |\n| --- | --- |\n| c | [x](tree:d) |"), words)

    assert isinstance(table, Table)
    assert table.header[0] == (Text("A"),)
    assert table.rows[0][1] == (Text("the d"),)


def test_marks_are_left_to_the_words():
    [paragraph] = filled(read("**{{a}}**"), words)

    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Text("A", frozenset({Mark.BOLD})),)


def test_words_that_look_like_syntax_stay_words():
    hostile = "{{x}} **no** [y](role:z)"

    stored = write(filled(read("{{a}}"), lambda item: Text(hostile)))

    [paragraph] = read(stored)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Text(hostile),)
