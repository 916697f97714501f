"""The one form of a section text."""

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
from app.domain.document.prose.normal import normalise


def test_empty_blocks_go_and_empty_entries_stay():
    empty = (
        Paragraph(()),
        Heading(2, plain(" ")),
        ListBlock(()),
        Quote(((), plain(" "))),
        Table(()),
    )

    assert normalise((*empty, Rule(), ListBlock((ListItem(()),)))) == (
        Rule(),
        ListBlock((ListItem(()),)),
    )


def test_headings_are_one_line_of_level_two_or_three():
    broken: Inlines = (*plain("a"), LineBreak(), *plain("b"))

    assert normalise((Heading(0, broken), Heading(9, broken))) == (
        Heading(2, plain("a b")),
        Heading(3, plain("a b")),
    )


def test_every_row_is_as_wide_as_the_widest():
    table = Table((plain("a"),), ((), (plain("b"), plain("c"))))

    assert normalise((table,)) == (Table((plain("a"), ()), (((), ()), (plain("b"), plain("c")))),)


def test_columns_beyond_the_last_join_it():
    (table,) = normalise((Table(tuple(plain(str(n)) for n in range(40))),))

    assert isinstance(table, Table)
    assert len(table.header) == 32
    assert table.header[-1] == plain(" | ".join(map(str, range(31, 40))))


def test_entries_deeper_than_any_stack_join_the_sixth_level_in_order():
    entry = ListItem(plain("0"))
    for depth in range(1, 20_000):
        entry = ListItem(plain(str(depth)), (ListBlock((entry,)),))

    (level,) = normalise((ListBlock((entry, ListItem(plain("end")))),))

    assert isinstance(level, ListBlock)
    for _ in range(5):
        level = level.items[0].nested[0]
    assert len(level.items) == 20_000 - 5
    assert level.items[-1].content == plain("0")
    assert not any(item.nested for item in level.items)
