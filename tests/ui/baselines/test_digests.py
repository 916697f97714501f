"""What a digest sees, and what a comparison tells."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.baselines.digests import Difference, compared, digest, read_digests, write_digests


def _picture(width: int = 7, height: int = 5) -> QImage:
    """Seven dots of three bytes are no whole number of words: rows end in meaningless bytes."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#2a5bd7"))
    return made


@pytest.mark.parametrize(("x", "y"), [(0, 0), (6, 0), (0, 4), (6, 4), (3, 2)])
def test_one_dot_of_another_shade_is_another_digest(x: int, y: int):
    other = _picture()
    other.setPixelColor(x, y, QColor("#2a5bd8"))

    assert digest(other) != digest(_picture())


def test_the_same_dots_in_another_memory_are_the_same_digest():
    assert digest(_picture().convertToFormat(QImage.Format.Format_ARGB32)) == digest(_picture())


def test_a_turned_picture_is_another():
    assert digest(_picture(5, 7)) != digest(_picture(7, 5))


def test_what_is_changed_new_and_gone_is_told_apart():
    accepted = {"same": "1", "changed": "2", "gone": "3"}
    taken = {"same": "1", "changed": "4", "new": "5"}

    found = compared(accepted, taken)

    assert found == Difference(("changed",), ("new",), ("gone",))
    assert found
    assert not compared(accepted, accepted)


def test_what_is_accepted_is_read_again(tmp_path: Path):
    file = tmp_path / "accepted.txt"
    write_digests({"b": "2", "a": "1"}, file)

    assert file.read_text() == "a 1\nb 2\n"
    assert read_digests(file) == {"a": "1", "b": "2"}


def test_a_line_cut_short_is_an_error(tmp_path: Path):
    file = tmp_path / "accepted.txt"
    file.write_text("overview\n")

    with pytest.raises(ValueError, match="not enough values"):
        read_digests(file)


def test_where_nothing_was_accepted_nothing_is_read(tmp_path: Path):
    assert read_digests(tmp_path / "none.txt") == {}
