"""What each construct of the language reads as."""

import pytest

from app.domain.document.inline import LineBreak, Mark, Text, plain
from app.domain.document.prose.nodes import (
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from app.domain.document.prose.reader import read


def test_nothing_and_blank_lines_are_no_blocks():
    assert read("") == ()
    assert read(" \n\t\r\n\r") == ()


def test_lines_of_a_paragraph_join_with_a_space():
    assert read("one\r\n  two\rthree\n\nfour") == (
        Paragraph(plain("one two three")),
        Paragraph(plain("four")),
    )


def test_a_backslash_at_the_end_of_a_line_breaks_it():
    assert read("a\\\nb\\") == (Paragraph((*plain("a"), LineBreak(), *plain("b\\"))),)


@pytest.mark.parametrize(
    ("source", "level", "title"),
    [
        ("# a", 2, "a"),
        ("## a ##", 2, "a"),
        ("### C#", 3, "C#"),
        ("###### a", 3, "a"),
        ("## a \\#", 2, "a #"),
    ],
)
def test_headings_have_two_levels(source, level, title):
    assert read(source) == (Heading(level, plain(title)),)


def test_a_heading_of_number_signs_only_is_empty_and_goes():
    assert read("## ##\n#") == ()


def test_a_number_sign_without_a_space_is_text():
    assert read("#1 priority") == (Paragraph(plain("#1 priority")),)


@pytest.mark.parametrize("source", ["---", "* * *", "___", " - - - "])
def test_three_dashes_are_a_rule(source):
    assert read(source) == (Rule(),)


@pytest.mark.parametrize("after", ["## b", "> b", "---", "- b", "1. b", "```", "a | b\n- | -"])
def test_a_block_ends_the_paragraph_above_it(after):
    blocks = read(f"text\n{after}")

    assert blocks[0] == Paragraph(plain("text"))
    assert blocks[1:] == read(after)


@pytest.mark.parametrize("line", ["2024. We grew", "-", "1.", "b | c"])
def test_a_line_that_only_looks_like_a_block_continues_the_paragraph(line):
    assert read(f"in\n{line}") == (Paragraph(plain(f"in {line}")),)


def test_a_quote_has_paragraphs_takes_lazy_lines_and_flattens_inner_quotes():
    assert read("> a\nb\n>\n> > c\n\nd") == (
        Quote((plain("a b"), plain("c"))),
        Paragraph(plain("d")),
    )


def test_a_block_ends_a_quote():
    assert read("> a\n---") == (Quote((plain("a"),)), Rule())


def test_a_list_in_a_quote_is_a_paragraph_for_each_entry():
    assert read("> - a\n> - b") == (Quote((plain("- a"), plain("- b"))),)


def test_fenced_code_is_kept_to_the_letter_line_by_line():
    code = frozenset({Mark.CODE})

    assert read("  ```sh\n    *a*\n\n {{b}}\n  ````\n> c") == (
        Paragraph((Text("  *a*", code), LineBreak(), LineBreak(), Text("{{b}}", code))),
        Quote((plain("c"),)),
    )


def test_a_fence_without_an_end_goes_on_to_the_end():
    assert read("~~~\n```\n~~") == (
        Paragraph(
            (Text("```", frozenset({Mark.CODE})), LineBreak(), Text("~~", frozenset({Mark.CODE})))
        ),
    )


def test_html_and_entities_are_text():
    source = "<script>alert(1)</script> &amp; <!-- x --> <https://a.example>"

    assert read(source) == (Paragraph(plain(source)),)


def test_a_table_and_what_follows_it():
    assert read("| a | b |\n|---|:-:|\n| 1 | 2 |\n\nc") == (
        Table((plain("a"), plain("b")), ((plain("1"), plain("2")),)),
        Paragraph(plain("c")),
    )


def test_lists_of_different_markers_are_different_lists():
    one, two = ListItem(plain("a")), ListItem(plain("b"))

    assert read("- a\n* b") == (ListBlock((one,)), ListBlock((two,)))
