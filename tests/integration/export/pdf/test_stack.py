from typing import Any

from app.export.pdf.anchored import Anchored
from app.export.pdf.stack import Layer, Space, Stack

STACK: Any = Stack((Layer(Space(10), 3), Layer(Space(20), 3), Layer(Space(30), 3)))


def test_the_gap_above_the_first_piece_does_not_count():
    assert STACK.height == 10 + 3 + 20 + 3 + 30


def test_a_stack_is_torn_between_pieces():
    upper, lower = STACK.split(40)

    assert (upper.height, lower.height) == (33, 30)


def test_what_does_not_hold_the_first_piece_holds_nothing():
    assert STACK.split(9) is None


def test_an_empty_stack_has_no_height():
    assert Stack().height == Stack().least == 0


def test_the_places_in_a_stack_are_those_of_its_pieces():
    stack = Stack((Layer(Anchored(Space(10), ("a", "b"))), Layer(Anchored(Space(10), ("c",)))))

    assert list(stack.anchors()) == ["a", "b", "c"]
