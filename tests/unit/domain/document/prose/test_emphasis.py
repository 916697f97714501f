"""Which stars and tildes set marks."""

import pytest

from app.domain.document.inline import LineBreak, Mark, Text, plain
from app.domain.document.prose.emphasis import Delimiter, marked
from app.domain.document.prose.inline_reader import read_inlines
from app.domain.document.prose.nodes import Variable

B, IT, S = Mark.BOLD, Mark.ITALIC, Mark.STRIKE


def run(text, *marks):
    return Text(text, frozenset(marks))


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("*a*", [run("a", IT)]),
        ("**a**", [run("a", B)]),
        ("~~a~~", [run("a", S)]),
        ("***a***", [run("a", B, IT)]),
        ("***a** b*", [run("a", B, IT), run(" b", IT)]),
        ("**a***b*", [run("a", B), run("b", IT)]),
        ("*a***b**", [run("a", IT), run("b", B)]),
        ("**a *b** c*", [run("a ", B), run("b", B, IT), run(" c", IT)]),
        ("**a **b** c**", [run("a ", B), run("b", B), run(" c", B)]),
        ("2*3*4", [run("2"), run("3", IT), run("4")]),
        ("***a*", [run("**"), run("a", IT)]),
        ("*a***", [run("a", IT), run("**")]),
    ],
)
def test_paired_runs_set_marks(source, runs):
    assert list(read_inlines(source)) == runs


@pytest.mark.parametrize(
    "source",
    [
        "2 * 3 * 4",
        "*a",
        "a*",
        "* a*",
        "*a *",
        "****a****",
        "~a~",
        "~~~a~~~",
        "_a_",
        "__a__",
        "**~~**~~",
    ],
)
def test_other_runs_are_text(source):
    assert read_inlines(source) == plain(source)


def test_marks_reach_over_variables_and_breaks_and_add_to_those_inside():
    italic, tokens = frozenset({IT}), [Variable("a"), LineBreak(), run("b", Mark.CODE)]

    inlines = marked([Delimiter("*", True, False), *tokens, Delimiter("*", False, True)])

    assert inlines == [Variable("a", italic), LineBreak(), run("b", IT, Mark.CODE)]
