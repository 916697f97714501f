"""Which lines are a table and where its cells end."""

import pytest

from app.domain.document.inline import Mark, Text, plain
from app.domain.document.prose.nodes import Paragraph, Table
from app.domain.document.prose.reader import read
from app.domain.document.prose.table_reader import opens_table, read_table


@pytest.mark.parametrize("dashes", ["|-|-|", "--- | ---", "| :-: | -: |  "])
def test_a_line_of_dashes_makes_the_line_above_a_header(dashes):
    assert opens_table(["a | b", dashes], 0)


@pytest.mark.parametrize(
    "lines", [["a | b"], ["a | b", "|-|"], ["a", "|-|"], ["a | b", "a | b"], ["| a", "---"]]
)
def test_without_a_cell_of_dashes_for_each_head_it_is_text(lines):
    assert not opens_table(lines, 0)


def test_rows_run_to_a_blank_line_or_another_block():
    lines = ["|a|", "|-|", "|1|", "2", "> b"]

    table, after = read_table(lines, 0)

    assert table == Table((plain("a"),), ((plain("1"),), (plain("2"),)))
    assert after == 4


def test_an_escaped_bar_is_text_even_in_code():
    (table,) = read("|a|\n|-|\n|x \\| `y\\|z` \\|")

    code = Text("y|z", frozenset({Mark.CODE}))
    assert table == Table((plain("a"),), (((Text("x | "), code, Text(" |")),),))


def test_short_rows_are_filled_and_long_rows_widen_the_table():
    assert read("|a|b|\n|-|-|\n|1|\n|1|2|3|")[0] == Table(
        (plain("a"), plain("b"), ()),
        ((plain("1"), (), ()), (plain("1"), plain("2"), plain("3"))),
    )


def test_bars_without_dashes_are_text():
    assert read("a | b\nc | d") == (Paragraph(plain("a | b c | d")),)
