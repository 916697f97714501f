"""Lists nest, and every numbered list begins with one."""

from app.domain.document.inline import plain
from app.domain.document.tree import ListBlock, ListItem
from app.export.word.lists import list_block
from app.export.word.numbering import BULLETS, ordered_list
from app.export.word.oxml import w
from tests.integration.export.word.reading import find


def numbers(body):
    return [mark.values()[0] for mark in find(body, ".//w:numPr/w:numId")]


def levels(body):
    return [mark.values()[0] for mark in find(body, ".//w:numPr/w:ilvl")]


def test_two_ordered_lists_have_a_count_each(scope):
    steps = ListBlock((ListItem(plain("a")), ListItem(plain("b"))), ordered=True)

    body = w("body", *list_block(steps, scope), *list_block(steps, scope))

    assert numbers(body) == [str(ordered_list(1))] * 2 + [str(ordered_list(2))] * 2


def test_nested_lists_stand_deeper(scope):
    inner = ListBlock((ListItem(plain("b")),))
    outer = ListBlock((ListItem(plain("a"), (inner,)), ListItem(plain("c"))), ordered=True)

    body = w("body", *list_block(outer, scope))

    assert levels(body) == ["0", "1", "0"]
    assert numbers(body)[1] == str(BULLETS)


def test_lists_nested_beyond_words_nine_levels_stay_on_the_ninth(scope):
    block = ListBlock((ListItem(plain("x")),))
    for _ in range(12):
        block = ListBlock((ListItem(plain("x"), (block,)),), ordered=True)

    body = w("body", *list_block(block, scope))

    assert levels(body) == [str(min(level, 8)) for level in range(13)]
