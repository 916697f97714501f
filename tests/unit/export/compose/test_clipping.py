import pytest

from app.export.compose.clipping import clipped


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Short.", 6, "Short."),
        ("The cause is known", 16, "The cause is\N{HORIZONTAL ELLIPSIS}"),
        ("One, two, three", 9, "One, two\N{HORIZONTAL ELLIPSIS}"),
        ("One two three", 7, "One two\N{HORIZONTAL ELLIPSIS}"),
        ("Donaudampfschiff", 5, "Donau\N{HORIZONTAL ELLIPSIS}"),
        ("A Donaudampfschiff", 8, "A Donaud\N{HORIZONTAL ELLIPSIS}"),
        ("Word", 0, "\N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_a_text_is_cut_after_a_word_unless_that_word_is_most_of_it(text, most, cut):
    assert clipped(text, most) == cut
