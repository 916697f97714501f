import re

import pytest

from app.domain.plan.number_words import NUMBER, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("00012", 12),
        ("one", 1),
        ("Twelve", 12),
        ("nineteen", 19),
        ("thirty", 30),
        ("forty-five", 45),
        ("seventy two", 72),
        ("NINETY-NINE", 99),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text, number):
    assert re.fullmatch(NUMBER, text.lower())
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["", "zero", "hundred", "123456", "twenty-ten", "one-twenty"])
def test_what_is_no_such_number_does_not_match(text):
    assert re.fullmatch(NUMBER, text) is None


def test_a_word_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="moon"):
        number_of("moon")
