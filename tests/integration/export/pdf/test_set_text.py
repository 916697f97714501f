import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.pdf.lines import Run, filled, words_of
from app.export.pdf.set_text import SetText
from app.export.typefaces import Face, width

TEXTS = st.text("abcdefg /-\n", max_size=200)
ROOMS = st.floats(12, 300)


def run(text, face=Face.REGULAR):
    return Run(text, face, 10, "#000000")


def words(lines):
    return [[(placed.text, placed.x, placed.run) for placed in line.runs] for line in lines]


@given(TEXTS, ROOMS)
def test_text_of_one_look_is_broken_as_any_text_is(text, room):
    one = run(text)

    lines, expected = SetText((one,)).lines(room), filled(words_of((one,)), room)

    assert words(lines) == words(expected)
    assert [line.width for line in lines] == pytest.approx([line.width for line in expected])


@given(st.lists(TEXTS, max_size=4), ROOMS)
def test_text_of_several_looks_too(texts, room):
    runs = tuple(run(text, face) for text, face in zip(texts, Face, strict=False))

    assert words(SetText(runs).lines(room)) == words(filled(words_of(runs), room))


@given(st.lists(TEXTS, max_size=4))
def test_no_line_has_to_be_wider_than_the_widest_word(texts):
    runs = tuple(run(text, face) for text, face in zip(texts, Face, strict=False))
    text = SetText(runs)

    assert all(line.width <= text.widest + 1e-6 for line in text.lines(text.widest))


def test_the_widest_word_may_go_on_in_another_look():
    runs = (run("a lo"), run("ng b", Face.BOLD))

    expected = width("lo", Face.REGULAR, 10) + width("ng", Face.BOLD, 10)
    assert SetText(runs).widest == pytest.approx(expected)


def test_a_room_asked_for_twice_is_filled_once():
    text = SetText((run("some words"),))

    assert text.lines(30) is text.lines(30)
    assert text.lines(30) != text.lines(300)
