"""Which addresses are personal, and every place where a text states one of them."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, combinations
from typing import Final

from app.domain.plan.people import Channel
from app.domain.plan.plan import Plan

PUBLISHED: Final = "reporting."
"""Answers whose ids begin so state where everybody reports to: nothing in them is personal."""

FEWEST_DIGITS: Final = 6
"""A number of fewer digits is an extension: it is nobody's outside of the house."""
MOST_DIGITS: Final = 17
"""Digits of the longest number there is, dialled from abroad."""

_UNSEEN: Final = "\\\\*_~`\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""What does not show between two characters: syntax of prose, and characters without a width."""
_SEPARATORS: Final = f"{_UNSEEN}\\s()\\[\\].\\-/'\u2019\u00b7\u2010-\u2015\u2044\u2212\u2215"
_NUMBER: Final = re.compile(f"\\d(?:[{_SEPARATORS}]*\\d)+")
_GROUP: Final = re.compile("\\d+")
_PLUS: Final = re.compile(r"\+\Z")
_OPENED: Final = re.compile(r"\+?\(\+?\Z")
_TRUNK: Final = re.compile("\\([\u200b\\s]*0[\u200b\\s]*\\)")
"""The zero that is dialled only at home, as in `+44 (0)20`."""


class Personal:
    """The addresses that lead to a person rather than to a function, in texts of any spelling.

    Personal is every address stated as a channel of a person, whether private or at work, since an
    organisation cannot be asked which is which. Not personal is what the plan states as a channel
    of a party, or as where to report (`PUBLISHED`): those are lines of an office, even where a
    person answers them. In a text a number is recognised by its digits, however they are grouped,
    with or without the code of the country. Extensions (`FEWEST_DIGITS`) and words without a digit,
    an `@` or a comma are too common to be sought in texts.
    """

    def __init__(self, *plans: Plan) -> None:
        open_ = [text for plan in plans for text in _published(plan)]
        known = {number for text in open_ for number in _numbers(text)}
        said = "\n".join(open_).casefold()
        own = [one.address for plan in plans for one in _channels(plan) if one.address.strip()]
        self._published = frozenset(known)
        self._said = said
        self._numbers = frozenset(
            number
            for address in own
            for number in _numbers(address)
            if len(number) >= FEWEST_DIGITS and not _is_in(number, known)
        )
        self._ends = frozenset(number[-FEWEST_DIGITS:] for number in self._numbers)
        sought = [one for one in own if _sought(one) and self.is_personal(one)]
        self._words = _pattern(sought)
        self._marks = frozenset(map(_mark, sought))

    def is_personal(self, address: str) -> bool:
        """Whether `address`, stated as a channel of a person, is that person's own."""
        if not address.strip():
            return False
        numbers = [one for one in _numbers(address) if len(one) >= FEWEST_DIGITS]
        if numbers:
            return not all(_is_in(number, self._published) for number in numbers)
        return address.strip().casefold() not in self._said

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where `text` states a personal address: beginning and end of each, in order."""
        found = [*self._stated_numbers(text)]
        if self._words is not None and not self._marks.isdisjoint(text):
            found += (match.span() for match in self._words.finditer(text))
        return _merged(sorted(found))

    def _stated_numbers(self, text: str) -> Iterator[tuple[int, int]]:
        for run in _NUMBER.finditer(text):
            groups = [match.span() for match in _GROUP.finditer(text, *run.span())]
            yield from self._within(text, groups)

    def _within(self, text: str, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The stretches of neighbouring `groups` of digits that are a personal number."""
        lengths = [0, *accumulate(end - start for start, end in groups)]
        for last in range(len(groups)):
            first = last
            while first >= 0 and lengths[last + 1] - lengths[first] <= MOST_DIGITS:
                begin, end = groups[first][0], groups[last][1]
                if self._matches(text[begin:end]):
                    yield begin - _sign(text, begin, end), end
                first -= 1

    def _matches(self, stated: str) -> bool:
        digits = _digits(stated)
        if len(digits) < FEWEST_DIGITS or digits[-FEWEST_DIGITS:] not in self._ends:
            return False
        return _is_in(digits, self._numbers)


def _channels(plan: Plan) -> Iterator[Channel]:
    for person in plan.people.values():
        yield from person.channels


def _published(plan: Plan) -> Iterator[str]:
    for party in plan.parties.values():
        yield from (channel.address for channel in party.channels)
    for key, answer in plan.answers.items():
        if key.startswith(PUBLISHED):
            yield str(answer.value)


def _numbers(text: str) -> Iterator[str]:
    """The digits of each number in `text`; two numbers with only a slash between are told apart."""
    for run in _NUMBER.finditer(_TRUNK.sub("", text)):
        parts = [run.group()]
        if len(_digits(run.group())) > MOST_DIGITS:
            parts = run.group().split("/")
        yield from (digits for part in parts for digits in _told_apart(part) if digits)


def _told_apart(stated: str) -> Iterator[str]:
    """The digits of `stated`; each stretch of them where no single number has so many."""
    if len(_digits(stated)) <= MOST_DIGITS:
        yield _digits(stated)
        return
    groups = [match.group() for match in _GROUP.finditer(stated)]
    for first, last in combinations(range(len(groups) + 1), 2):
        digits = _digits("".join(groups[first:last]))
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
            yield digits


def _digits(text: str) -> str:
    """The digits alone, of whatever script, without what is dialled before them."""
    bare = _TRUNK.sub("", text)
    return "".join(str(int(char)) for char in bare if char.isdecimal()).lstrip("0")


def _is_in(number: str, known: Iterable[str]) -> bool:
    """Whether one of `known` is `number`, or either is the other without its code."""
    return any(
        (one.endswith(number) or number.endswith(one))
        and min(len(one), len(number)) >= FEWEST_DIGITS
        for one in known
    )


def _sign(text: str, begin: int, end: int) -> int:
    """How many signs before the first digit belong to the number: `+`, `(` or both."""
    stated, before = text[begin:end], text[max(begin - 3, 0) : begin]
    opened = stated.count(")") > stated.count("(")
    found = (_OPENED if opened else _PLUS).search(before)
    return 0 if found is None else len(found.group())


def _sought(address: str) -> bool:
    return len(address.strip()) >= FEWEST_DIGITS and any(
        char in "@," or char.isdecimal() for char in address
    )


def _mark(address: str) -> str:
    """A character without which a text cannot state `address`, the rarest of its kind."""
    marks = [char for char in address if char in "@," or char.isdecimal()]
    return min(marks, key=lambda char: (char != "@", char == ","))


def _pattern(addresses: Iterable[str]) -> re.Pattern[str] | None:
    """What finds each address as words of its own, whatever its case and white space."""
    longest_first = sorted({" ".join(one.split()) for one in addresses}, key=len, reverse=True)
    if not longest_first:
        return None
    spelled = (r"\s+".join(map(_spelled, one.split())) for one in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(spelled)})(?![^\W_])", re.IGNORECASE)


def _spelled(word: str) -> str:
    """What finds `word` with whatever does not show between its characters."""
    unseen = f"[{_UNSEEN}]{{0,4}}"
    return unseen.join(r"\s*@\s*" if char == "@" else re.escape(char) for char in word)


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same places without overlap."""
    made: list[tuple[int, int]] = []
    for begin, end in places:
        if made and begin < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((begin, end))
    return made
