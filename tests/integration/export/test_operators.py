import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.operators import (
    ESCAPED,
    fill,
    line,
    number,
    path,
    rectangle,
    rounded,
    shown,
    spread,
    stroke,
    turned,
)

LENGTHS = st.floats(-20_000, 20_000)


@given(LENGTHS)
def test_a_number_is_exact_to_a_thousandth_and_has_no_exponent(value):
    written = number(value)

    assert re.fullmatch(r"-?\d+(\.\d+)?", written)
    assert float(written) == pytest.approx(value, abs=0.006)


@given(st.floats(-1000, 1000))
def test_on_a_page_nothing_is_off_by_more_than_a_thousandth(value):
    assert float(number(value)) == pytest.approx(value, abs=0.0006)


def test_colours_are_shares_of_red_green_and_blue():
    assert fill("#ff0080") == "1 0 0.502 rg"
    assert stroke("#000000") == "0 0 0 RG"


def test_lines_and_rectangles_are_paths():
    assert line(1, 2, 3.5, 2, "#ffffff", 0.75) == "1 1 1 RG 0.75 w 1 2 m 3.5 2 l S"
    assert rectangle(10, 20, 40, 25) == "10 20 30 5 re"


def test_text_says_each_stretch_in_its_font():
    text = shown([("/F1+0", "ab"), ("/F2+0", "c")], 9.5, "#000000", (72, 700))

    assert text == "BT 1 0 0 1 72 700 Tm 0 0 0 rg /F1+0 9.5 Tf (ab) Tj /F2+0 9.5 Tf (c) Tj ET"


def test_spacing_ends_with_the_text():
    assert spread("BT ET", 1.25) == "1.25 Tc BT ET 0 Tc"


def test_what_would_end_a_string_early_is_escaped():
    assert [ESCAPED[code] for code in b"a()\\\n"] == ["a", "\\050", "\\051", "\\134", "\\012"]
    assert all(piece.isascii() and piece.isprintable() for piece in ESCAPED)


def test_points_become_a_path_through_them():
    assert path([(1, 2), (3, 4), (5, 6)]) == "1 2 m 3 4 l 5 6 l"
    assert path([(1, 2)]) == "1 2 m"


def test_round_corners_begin_and_end_where_straight_edges_do():
    outline = rounded(0, 0, 20, 10, 2)

    assert outline.startswith("2 0 m 18 0 l 19.105 0 20 0.895 20 2 c 20 8 l")
    assert outline.endswith(" 0 2 l 0 0.895 0.895 0 2 0 c h")


def test_a_quarter_turn_makes_right_up():
    assert turned(90, 7, 8) == "0.000000 1.000000 -1.000000 0.000000 7 8 cm"
