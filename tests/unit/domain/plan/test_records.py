from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.records import Records
from tests.builders import QUICK, person, rid

A, B, C = person("a"), person("b"), person("c")
ABC = Records((A, B, C))


def keys(records: Iterable[str]) -> str:
    return "".join(records)


def test_records_are_found_by_id_and_keep_their_order():
    assert ABC[rid("b")] is B
    assert ABC.get(rid("x")) is None
    assert (ABC.all(), len(ABC)) == ((A, B, C), 3)
    assert [ABC.index(key) for key in ABC] == [0, 1, 2]


def test_an_unknown_id_has_no_place():
    with pytest.raises(KeyError, match="x"):
        ABC.index(rid("x"))


def test_the_order_is_part_of_a_table():
    assert Records((A, B)) != Records((B, A))
    assert Records((A, B)) == Records((A, person("b")))
    assert Records((A,)) != Records((person("a", "Other"),))
    assert Records((A,)) != {rid("a"): A}


def test_equal_tables_have_equal_hashes_and_say_what_they_hold():
    assert hash(Records((A, B))) == hash(Records((A, B)))
    assert repr(Records((A,))) == f"Records([{A!r}])"


@pytest.mark.parametrize(
    ("key", "at", "order"),
    [
        ("x", None, "abcx"),
        ("x", 0, "xabc"),
        ("x", 9, "abcx"),
        ("b", None, "abc"),
        ("b", 1, "abc"),
        ("a", 2, "bca"),
        ("c", 0, "cab"),
    ],
)
def test_a_record_is_put_at_its_place(key, at, order):
    changed = ABC.put(person(key, "New"), at)

    assert keys(changed) == order
    assert changed[rid(key)].name == "New"
    assert keys(ABC) == "abc"


def test_a_record_is_taken_out_of_the_copy_only():
    assert keys(ABC.without(rid("b"))) == "ac"
    assert ABC.without(rid("x")) == ABC
    assert keys(ABC) == "abc"


@QUICK
@given(st.permutations("abc"), st.sampled_from("abcx"), st.integers(0, 5))
def test_a_put_record_stands_where_it_was_put_and_the_others_keep_their_order(order, key, at):
    table = Records(map(person, order))

    changed = table.put(person(key), at)

    assert changed.index(rid(key)) == min(at, len(changed) - 1)
    assert [each for each in changed if each != key] == [each for each in order if each != key]
