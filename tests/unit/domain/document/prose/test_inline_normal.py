"""The one form of a run of text."""

import pytest

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.prose.inline_normal import normal_inlines, outer_marks
from app.domain.document.prose.nodes import Reference, ReferenceKind, Variable

B, IT, C = Mark.BOLD, Mark.ITALIC, Mark.CODE


def run(text, *marks):
    return Text(text, frozenset(marks))


@pytest.mark.parametrize(
    ("content", "normal"),
    [
        ([run("")], []),
        ([run("a")], [run("a")]),
        ([run("a\r\nb\rc\nd")], [run("a b c d")]),
        ([run("a"), run("b"), run("", B), run("c")], [run("abc")]),
        ([run(" \ta "), run(" ", B)], [run("a")]),
        ([run("a "), LineBreak(), run(" b"), LineBreak()], [run("a"), LineBreak(), run("b")]),
        ([LineBreak(), run(" ")], []),
        ([run(" a ", C)], [run(" a ", C)]),
        ([run("a ", B), run("b")], [run("a", B), run(" b")]),
        ([run("a ", B), run("b", B, IT)], [run("a ", B), run("b", B, IT)]),
        ([run("a", B), run(" "), run(" ", B), run("b", B)], [run("a", B), run("  "), run("b", B)]),
        (
            [run("a"), run(" \u00a0", B), LineBreak(), run("b")],
            [run("a \u00a0"), LineBreak(), run("b")],
        ),
        ([Variable("a", frozenset({B, C}))], [Variable("a", frozenset({B}))]),
        ([Variable("a b")], [run("{{a b}}")]),
        ([Link("", plain("a")), run("b")], [run("ab")]),
        ([Link("u", (run("a "), run("", B)))], [Link("u", plain("a "))]),
        ([Link("u", (run("a ", B), run(" b")))], [Link("u", (run("a", B), run("  b")))]),
        ([Link("tree:t", ())], [Reference(ReferenceKind.TREE, "t")]),
        ([Reference(ReferenceKind.ROLE, "a b", plain("c"))], [Link("role:a b", plain("c"))]),
    ],
)
def test_content_has_one_form(content, normal):
    assert normal_inlines(tuple(content)) == tuple(normal)


def test_one_line_has_spaces_for_breaks():
    assert normal_inlines((run("a"), LineBreak(), run("b")), one_line=True) == plain("a b")


def test_marks_reach_over_a_link_when_all_of_its_text_bears_them():
    assert outer_marks(Link("u", (run("a", B, C), run("b", B, IT)))) == {B}
    assert outer_marks(Reference(ReferenceKind.ROLE, "r")) == frozenset()
    assert outer_marks(LineBreak()) == frozenset()
