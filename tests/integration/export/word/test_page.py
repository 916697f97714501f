"""Sheets are A4, upright and turned."""

from app.export.word.page import TURNED, UPRIGHT, millimetres, twips


def test_a_point_is_twenty_twips_and_an_inch_1440():
    assert twips(72) == 1440
    assert millimetres(25.4) == 1440


def test_the_turned_sheet_is_the_upright_one_on_its_side():
    assert (UPRIGHT.width, UPRIGHT.height) == (11906, 16838)
    assert (TURNED.width, TURNED.height) == (16838, 11906)
    assert TURNED.landscape
    assert not UPRIGHT.landscape
    assert TURNED.text_width > UPRIGHT.text_width > 0
    assert UPRIGHT.text_height > TURNED.text_height > 0
