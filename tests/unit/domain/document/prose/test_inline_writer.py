"""How runs of text are spelled."""

import pytest

from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.prose.inline_writer import write_inlines
from app.domain.document.prose.nodes import Reference, ReferenceKind, Variable

B, IT, S, C = Mark.BOLD, Mark.ITALIC, Mark.STRIKE, Mark.CODE


def run(text, *marks):
    return Text(text, frozenset(marks))


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ((), ""),
        ((run("a", B), run("b", IT)), "**a***b*"),
        ((run("a", B), run("b", B, S), run("c", B)), "**a~~b~~c**"),
        ((run("a", S, B),), "~~**a**~~"),
        ((run("a", B), LineBreak(), run("b", B)), "**a\\\nb**"),
        ((run("a", B), LineBreak(), run("b")), "**a**\\\nb"),
        ((run("a"), LineBreak(), LineBreak(), run("- b")), "a\\\n\\\n\\- b"),
        ((LineBreak(),), "\\\n"),
        ((Variable("a", frozenset({IT})),), "*{{a}}*"),
        ((run("a"), Link("u", plain("b"))), "a[b](u)"),
        ((run("a!"), Link("u", plain("b"))), "a\\![b](u)"),
        ((Link("u", (run("a ", B), run("b", B, IT))),), "**[a *b*](u)**"),
        ((Reference(ReferenceKind.ROLE, "r", plain("a]")),), "[a\\]](role:r)"),
        ((Reference(ReferenceKind.ROLE, "r"),), "[](role:r)"),
        ((run("a`b", C),), "``a`b``"),
        ((run("`", C),), "`` ` ``"),
        ((run(" a ", C),), "`  a  `"),
        ((run(" ", C),), "` `"),
        ((run("a", B, C),), "**`a`**"),
    ],
)
def test_runs_are_spelled_one_way(content, written):
    assert write_inlines(content) == written
