"""Whether somebody has said something."""

import pytest

from app.services.reviewing.stating import says


@pytest.mark.parametrize(
    ("text", "said"),
    [("", False), (" \t\n", False), ("\u200b\u202e", False), ("\u00a0", False), ("a", True)],
)
def test_only_letters_that_are_seen_say_something(text, said):
    assert says(text) is said
