"""How blocks are spelled."""

import pytest

from app.domain.document.inline import LineBreak, plain
from app.domain.document.prose.nodes import (
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write

BROKEN: Inlines = (*plain("a"), LineBreak(), *plain("b"))
ONE = ListItem(plain("a"))


@pytest.mark.parametrize(
    ("blocks", "written"),
    [
        ((), ""),
        ((Paragraph(BROKEN), Rule()), "a\\\nb\n\n---"),
        ((Heading(3, plain("a #")),), "### a \\#"),
        ((Heading(2, plain("##")),), "## \\##"),
        ((Heading(2, plain("C#")),), "## C#"),
        ((Quote((BROKEN, plain("c"))),), "> a\\\n> b\n>\n> c"),
        (
            (Table((plain("a|"), ()), ((plain("1"), BROKEN),)),),
            "| a\\| |  |\n| --- | --- |\n| 1 | a b |",
        ),
        ((ListBlock((ListItem(()), ListItem(BROKEN))),), "-\n- a\\\n  b"),
        (
            (
                ListBlock(
                    (ListItem(BROKEN, (ListBlock((ONE, ONE)), ListBlock((ONE,)))),), ordered=True
                ),
            ),
            "1. a\\\n   b\n   - a\n   - a\n   * a",
        ),
        ((ListBlock((ONE,)),) * 3, "- a\n\n* a\n\n- a"),
        ((ListBlock((ONE,), ordered=True),) * 2, "1. a\n\n1) a"),
        ((ListBlock((ONE,)), ListBlock((ONE,), ordered=True)), "- a\n\n1. a"),
    ],
)
def test_blocks_are_spelled_one_way(blocks, written):
    assert write(blocks) == written
    assert write(read(written)) == written
