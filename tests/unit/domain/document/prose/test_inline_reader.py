"""Escapes, code, links and variables inside a line."""

import pytest

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.prose.inline_reader import read_inlines
from app.domain.document.prose.nodes import Variable

CODE = frozenset({Mark.CODE})


def test_no_text_is_no_run():
    assert read_inlines("") == ()


def test_a_backslash_makes_punctuation_literal_and_nothing_else():
    assert read_inlines(r"\*a\* C:\Users") == plain(r"*a* C:\Users")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("`a*b*`", "a*b*"),
        (r"`a\`", "a\\"),
        ("`` a`b ``", "a`b"),
        ("` a `", "a"),
        ("`  `", "  "),
        ("`a\nb`", "a b"),
    ],
)
def test_code_is_literal(source, code):
    assert read_inlines(source) == (Text(code, CODE),)


@pytest.mark.parametrize("source", ["`a", "``a`", "a`"])
def test_backticks_without_an_end_are_text(source):
    assert read_inlines(source) == plain(source)


def test_an_escaped_backtick_does_not_open_but_may_precede_code():
    assert read_inlines("\\``a`") == (Text("`"), Text("a", CODE))


def test_a_line_break_is_a_backslash_before_the_line_end():
    assert read_inlines("a\\\nb") == (Text("a"), LineBreak(), Text("b"))


@pytest.mark.parametrize("source", ["{{a.b-c_d}}", "{{ a.b-c_d\t}}"])
def test_a_name_in_double_braces_is_a_variable(source):
    assert read_inlines(source) == (Variable("a.b-c_d"),)


@pytest.mark.parametrize("source", ["{{a b}}", "{{}}", "{{a}", "{a}", "{{é}}", "{{-a}}"])
def test_other_braces_are_text(source):
    assert read_inlines(source) == plain(source)


def test_a_third_brace_stands_outside_the_variable():
    assert read_inlines("{{{a}}}") == (Text("{"), Variable("a"), Text("}"))


def test_a_link_has_marks_inside_and_takes_marks_from_outside():
    bold, both = frozenset({Mark.BOLD}), frozenset({Mark.BOLD, Mark.ITALIC})

    assert read_inlines("**[a *b*](u)**") == (Link("u", (Text("a ", bold), Text("b", both))),)


def test_the_inner_of_two_links_wins():
    assert read_inlines("[a [b](u) c](v)") == (
        Text("[a "),
        Link("u", plain("b")),
        Text(" c](v)"),
    )


def test_brackets_may_nest_in_a_label():
    assert read_inlines("[a [b] c](u)") == (Link("u", plain("a [b] c")),)


def test_variables_and_breaks_in_a_label_are_text():
    assert read_inlines("[{{a}}\\\nb](u)") == (Link("u", (Text("{{a}}"), Text(" "), Text("b"))),)


@pytest.mark.parametrize(
    "source", ["[a]", "[a] (u)", "[a]()", "a](u)", "[a](u", "[a](<>)", '[a](u "t")']
)
def test_brackets_without_an_address_are_text(source):
    assert read_inlines(source) == plain(source)
