"""The rows of the navigation."""

from ui.models.areas import AREAS, nav_areas


def test_each_area_has_words_a_picture_and_a_digit():
    rows = nav_areas()

    assert [row.key for row in rows] == list(AREAS)
    assert len({row.text for row in rows}) == len({row.picture for row in rows}) == len(rows)
    assert [row.shortcut for row in rows if row.shortcut] == [f"Ctrl+{at}" for at in "1234567890"]
    assert not rows[1].shortcut, "the guided start is gone through once"
