"""Which entry a marker opens and which entry a line joins."""

import pytest

from app.domain.document.inline import LineBreak, plain
from app.domain.document.prose.list_reader import interrupts, read_lists
from app.domain.document.prose.nodes import Heading, ListBlock, ListItem, Paragraph
from app.domain.document.prose.reader import read


def item(text, *nested):
    return ListItem(plain(text), nested)


def bullets(*items):
    return ListBlock(items)


def numbers(*items):
    return ListBlock(items, ordered=True)


@pytest.mark.parametrize("margin", ["  ", "   ", "    ", "\t"])
def test_two_to_four_columns_nest_an_entry(margin):
    assert read(f"- a\n{margin}1. b\n- c") == (bullets(item("a", numbers(item("b"))), item("c")),)


def test_one_column_does_not_nest():
    assert read("- a\n - b") == (bullets(item("a"), item("b")),)


def test_an_entry_between_two_levels_belongs_to_the_nearer_outer_one():
    assert read("- a\n    - b\n  - c") == (bullets(item("a", bullets(item("b"), item("c")))),)


def test_levels_beyond_the_sixth_join_it():
    source = "\n".join("  " * depth + f"- {depth}" for depth in range(8)) + "\n- end"

    (level,) = read(source)

    assert isinstance(level, ListBlock)
    assert level.items[1] == item("end")
    for _ in range(5):
        level = level.items[0].nested[0]
    assert [entry.content for entry in level.items] == [plain("5"), plain("6"), plain("7")]


def test_a_line_below_an_entry_continues_it():
    assert read("- a\nb\n  c") == (bullets(item("a b c")),)


def test_a_further_paragraph_of_an_entry_stands_on_a_line_of_its_own():
    assert read("- a\n\n  b") == (bullets(ListItem((*plain("a"), LineBreak(), *plain("b")))),)


def test_the_first_paragraph_of_an_entry_may_come_late():
    assert read("-\n\n  b") == (bullets(item("b")),)


def test_an_indented_block_in_an_entry_is_its_text():
    assert read("- a\n  # b") == (bullets(ListItem((*plain("a"), LineBreak(), *plain("# b")))),)


def test_an_unindented_block_or_paragraph_ends_the_list():
    assert read("- a\n# b") == (bullets(item("a")), Heading(2, plain("b")))
    assert read("- a\n\nb") == (bullets(item("a")), Paragraph(plain("b")))


def test_blank_lines_between_entries_do_not_matter():
    assert read("1. a\n\n\n2. b") == (numbers(item("a"), item("b")),)


def test_a_year_at_the_start_of_a_line_is_no_entry():
    assert read("- in\n  2024. We") == (bullets(item("in 2024. We")),)
    assert read("- in\n\n2024. We") == (bullets(item("in")), numbers(item("We")))


def test_empty_entries_stay():
    assert read("-\n- a\n-") == (bullets(item(""), item("a"), item("")),)


def test_reading_stops_at_the_line_after_the_list():
    blocks, after = read_lists(["- a", "", "b"], 0)

    assert blocks == (bullets(item("a")),)
    assert after == 2


def test_only_a_bullet_or_the_number_one_with_text_interrupts():
    assert interrupts("- a")
    assert interrupts("1) a")
    assert not interrupts("2. a")
    assert not interrupts("-")
