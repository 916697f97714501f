"""Numbers written out, from one to ninety-nine."""

from typing import Final

_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DIGITS: Final = _SMALL[:9]

_VALUES: Final = (
    {word: value for value, word in enumerate(_SMALL, start=1)}
    | {ten: value * 10 for value, ten in enumerate(_TENS, start=2)}
    | {
        f"{ten}-{digit}": tens * 10 + value
        for tens, ten in enumerate(_TENS, start=2)
        for value, digit in enumerate(_DIGITS, start=1)
    }
)

NUMBER: Final = (
    rf"(?:[0-9]{{1,5}}|(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_DIGITS)})"
    rf"|{'|'.join([*_TENS, *reversed(_SMALL)])})"
)
"""A pattern of a whole number, in digits or written out in lower case."""


def number_of(text: str) -> int:
    """The number that `text`, which matches `NUMBER` in any case, stands for.

    Raises:
        ValueError: it is no such number.
    """
    word = "-".join(text.lower().split())
    return _VALUES[word] if word in _VALUES else int(text)
