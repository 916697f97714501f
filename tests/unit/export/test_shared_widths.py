import pytest

from app.export.shared_widths import shared_widths


def test_columns_share_by_weight():
    assert shared_widths([1, 3], [0, 0], 100) == (25, 75)


def test_a_column_gets_room_for_its_widest_word():
    assert shared_widths([1, 3], [40, 0], 100) == (40, 60)


def test_claims_that_cannot_all_be_met_are_ignored():
    assert shared_widths([1, 1], [80, 70], 100) == (50, 50)


def test_weights_of_nothing_still_make_columns():
    assert sum(shared_widths([0, -1, 0], [5, 5, 5], 90)) == pytest.approx(90)


def test_no_columns_have_no_widths():
    assert shared_widths([], [], 90) == ()
