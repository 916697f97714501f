from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.ordering import unmoved
from tests.builders import QUICK


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("abcd", "abcd", "abcd"),
        ("abcd", "bcda", "bcd"),
        ("abcd", "dabc", "abc"),
        ("abcd", "xbydz", "bd"),
        ("abc", "", ""),
        ("", "abc", ""),
        ("abc", "xyz", ""),
    ],
)
def test_what_keeps_its_order_need_not_move(old, new, same):
    assert unmoved(old, new) == frozenset(same)


@QUICK
@given(st.permutations("abcdefg"), st.permutations("cdefghi"))
def test_the_unmoved_are_in_order_and_no_larger_choice_is(old, new):
    found = unmoved(old, new)

    assert _in_order(found, old, new)
    shared = [each for each in old if each in new]
    assert not any(_in_order(more, old, new) for more in combinations(shared, len(found) + 1))


def _in_order(chosen, old, new):
    return [each for each in old if each in chosen] == [each for each in new if each in chosen]
