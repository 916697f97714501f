import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.comparing.excerpts import (
    PILCROW,
    Gap,
    Piece,
    changes_in,
    excerpt,
    legible,
    opening,
    run_together,
)
from app.domain.comparing.redline import Span, SpanKind, redline
from tests.builders import QUICK

SAME, REMOVED, ADDED = SpanKind.SAME, SpanKind.REMOVED, SpanKind.ADDED
WORDS = st.lists(st.sampled_from(("a", "b", "c", "d ", " e", "\n", "f\n\n", "."))).map(" ".join)


def numbered(first: int, last: int) -> str:
    return " ".join(f"w{at}" for at in range(first, last + 1))


def shown(*pieces: Piece) -> str:
    signs = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}
    return "".join(
        f"<{piece.words}>" if isinstance(piece, Gap) else signs[piece.kind].format(piece.text)
        for piece in pieces
    )


def cut(before: str, after: str, around: int = 2) -> str:
    return shown(*excerpt(redline(before, after), around, 9))


def test_only_the_words_around_a_change_are_kept():
    before, after = (
        f"{numbered(1, 20)} old {numbered(21, 40)}",
        f"{numbered(1, 20)} {numbered(21, 40)}",
    )

    assert cut(before, after) == "<18>w19 w20 [-old -]w21 w22<18>"


def test_between_two_changes_words_on_either_side_are_kept():
    before = f"one {numbered(1, 20)} two"
    after = f"uno {numbered(1, 20)} due"

    assert cut(before, after) == "[-one-][+uno+] w1 w2<16>w19 w20 [-two-][+due+]"


@pytest.mark.parametrize(
    ("words", "expected"), [(8, "w1 w2 w3 w4 w5 w6 w7 w8 "), (9, "w1 w2<5>w8 w9 ")]
)
def test_no_stretch_is_cut_that_saves_less_than_it_leaves(words, expected):
    text = numbered(1, words)

    assert cut(f"x {text} y", f"z {text} q") == f"[-x-][+z+] {expected}[-y-][+q+]"


def test_text_that_did_not_change_is_one_gap_and_no_text_none():
    assert cut("a b c", "a b c") == "<3>"
    assert cut("", "") == ""


def test_white_space_alone_is_never_left_out():
    assert shown(*excerpt((Span(ADDED, "a"), Span(SAME, " \n\n "), Span(REMOVED, "b")), 0, 9)) == (
        "[+a+] \n\n [-b-]"
    )


def test_of_a_long_passage_that_changed_the_first_words_are_kept():
    text = numbered(1, 12)

    assert cut("", text) == "[+w1 w2 w3 w4 w5 w6 w7 w8 w9+]<3>"
    assert cut(text, "x") == "[-w1 w2 w3 w4 w5 w6 w7 w8 w9-]<3>[+x+]"
    assert cut("", numbered(1, 9)) == f"[+{numbered(1, 9)}+]"


@QUICK
@given(WORDS, WORDS, st.integers(0, 3))
def test_no_word_is_lost_and_what_changed_is_cut_only_where_it_is_long(before, after, around):
    spans = redline(before, after)
    pieces = excerpt(spans, around, 1000)

    def changed(of):
        return [one for one in of if isinstance(one, Span) and one.kind is not SAME]

    def count(of):
        return sum(one.words if isinstance(one, Gap) else len(one.text.split()) for one in of)

    assert changed(pieces) == changed(spans)
    assert count(pieces) == count(spans)


def test_an_opening_has_no_more_words_than_asked_and_no_passage_by_half():
    pieces = (Span(SAME, "a b"), Gap(9), Span(ADDED, "c d e"), Span(SAME, "f"))

    assert opening(pieces, 5) == pieces[:3]
    assert opening(pieces, 4) == pieces[:2]
    assert opening(pieces, 6) == pieces


def test_an_opening_is_at_least_one_piece_of_what_there_is():
    assert opening((Span(ADDED, "a b c"), Span(SAME, "d")), 1) == (Span(ADDED, "a b c"),)
    assert opening((), 1) == ()


def test_a_passage_that_was_replaced_is_one_change():
    assert changes_in(redline("a b c d", "x b y z d")) == 2
    assert changes_in((Gap(3),)) == 0


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(ADDED, "\n\n"), PILCROW * 2),
        (Span(REMOVED, " \n"), f" {PILCROW}"),
        (Span(ADDED, "a\n"), "a\n"),
        (Span(SAME, "\n"), "\n"),
    ],
)
def test_an_end_of_a_paragraph_that_changed_alone_can_be_seen(span, text):
    assert legible(span) == text


def test_words_read_as_one_unless_something_stands_between_them():
    assert run_together("the", "each")
    assert run_together("4", "2 hours")
    assert not run_together("the ", "each")
    assert not run_together("end.", "Start")
    assert not run_together("the", ", each")
