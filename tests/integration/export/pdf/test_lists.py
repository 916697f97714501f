from typing import Any

from app.domain.document.inline import plain
from app.domain.document.tree import ListBlock, ListItem
from app.export.pdf.lists import list_flows
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter


def flows(block, root) -> Any:
    return list(list_flows(block, Typesetter(frozenset()), 400, root))


def items(*texts):
    return tuple(ListItem(plain(text)) for text in texts)


def bullet(flow):
    return "".join(placed.text for placed in flow.piece.bullet.line.runs)


def test_ordered_entries_are_counted_from_one():
    assert [bullet(f) for f in flows(ListBlock(items("a", "b"), True), Element("Document"))] == [
        "1.",
        "2.",
    ]


def test_nested_lists_are_indented_and_tagged_inside_their_entry():
    root = Element("Document")
    nested = ListBlock((ListItem(plain("a"), (ListBlock(items("b"), True),)),))

    outer, inner = flows(nested, root)

    assert inner.piece.indent > outer.piece.indent
    assert [e.list_numbering for e in root.walk() if e.tag == "L"] == ["Disc", "Decimal"]


def test_an_entry_is_read_before_what_is_nested_in_it():
    root = Element("Document")
    nested = ListBlock((ListItem(plain("a"), (ListBlock(items("b")),)),))

    outer, inner = flows(nested, root)

    tags = [element.tag for element in root.walk()]
    assert tags == ["Document", "L", "LI", "Lbl", "LBody", "P", "L", "LI", "Lbl", "LBody"]
    assert (outer.piece.element.tag, inner.piece.element.tag) == ("P", "LBody")


def test_an_entry_without_words_keeps_its_bullet():
    (flow,) = flows(ListBlock((ListItem(()),)), Element("Document"))

    assert flow.piece.height > 0


def test_no_entries_take_no_room():
    assert flows(ListBlock(()), Element("Document")) == []


def test_neither_the_first_nor_the_last_entry_stands_alone_on_a_page():
    kept = [flow.keeps_next for flow in flows(ListBlock(items(*"abcde")), Element("Document"))]

    assert kept == [True, False, False, True, False]
