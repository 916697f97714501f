import pytest

from app.domain.comparing.text_words import text_change, word_count


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("one two three", "one 2 three four", "changed (+2 \u22121 words)"),
        ("one two", "one two three", "changed (+1 word)"),
        ("one two three", "one", "changed (\u22122 words)"),
        ("one, two", "one two", "changed (blanks or punctuation only)"),
        ("one two", "one\n\ntwo", "changed (blanks or punctuation only)"),
        (" \n", "one two", "added (2 words)"),
        ("one", "", "removed (1 word)"),
    ],
)
def test_a_change_of_text_is_told_by_its_words(before, after, said):
    assert text_change(before, after) == said


def test_marks_are_no_words():
    assert word_count("- **Stop** the service, don't wait \u2013 now!") == "6 words"
    assert word_count("\u2026 \u2013") == "0 words"
