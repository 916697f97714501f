import pytest

from ui.widgets.tree_canvas.face import CanvasCard, Face, ground_of, initials_of
from ui.widgets.tree_canvas.walking import Way, step_from


def card(key, parent=None, *, stacked=False):
    return CanvasCard(key, parent, Face(key), 0, 0, stacked)


CARDS = (
    card("a"),
    card("b", "a"),
    card("x", "b", stacked=True),
    card("y", "b", stacked=True),
    card("c", "a"),
)


@pytest.mark.parametrize(
    ("key", "way", "reached"),
    [
        ("a", Way.DOWN, "b"),
        ("a", Way.UP, "a"),
        ("a", Way.LEFT, "a"),
        ("b", Way.UP, "a"),
        ("b", Way.RIGHT, "c"),
        ("c", Way.LEFT, "b"),
        ("c", Way.RIGHT, "c"),
        ("c", Way.DOWN, "c"),
        ("b", Way.DOWN, "x"),
        ("x", Way.DOWN, "y"),
        ("y", Way.DOWN, "y"),
        ("y", Way.UP, "x"),
        ("x", Way.UP, "b"),
        ("y", Way.LEFT, "b"),
        ("y", Way.RIGHT, "y"),
        ("gone", Way.DOWN, "a"),
    ],
)
def test_arrows_lead_along_the_tree_as_it_is_seen(key, way, reached):
    assert step_from(CARDS, key, way) == reached


def test_on_an_empty_canvas_there_is_nowhere_to_go():
    assert step_from((), "a", Way.UP) == ""


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Keller", "AK"),
        ("  Dr. Evan  van Ruiz ", "DR"),
        ("cher", "C"),
        ("(All) staff", "S"),
        ("", ""),
        ("\u2026", ""),
        ("\u00e9va \u017divk\u00f3", "\u00c9\u017d"),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name, letters):
    assert initials_of(name) == letters


def test_a_name_has_the_same_ground_every_time():
    assert ground_of("Anna Keller") == ground_of("Anna Keller")
    assert len({ground_of(f"Person {at}") for at in range(40)}) > 3
