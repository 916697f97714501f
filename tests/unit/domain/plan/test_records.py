from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.records import BLOCK, Records
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


def test_an_empty_table_takes_records_and_is_empty_again():
    table = Records((A,)).without(A.id).put(A).put(B, 0)

    assert keys(table) == "ba"
    assert table.without(rid("a")).without(rid("b")) == Records()
    assert keys(table.without(rid("a")).without(rid("b")).put(C)) == "c"


def large(count):
    return [person(f"p-{at}") for at in range(count)]


def test_a_large_table_is_in_order_whatever_blocks_it_is_kept_in():
    people = large(3 * BLOCK + 5)
    at_once, grown = Records(people), Records(people[:0])
    for one in people:
        grown = grown.put(one)

    assert grown == at_once
    assert hash(grown) == hash(at_once)
    assert list(grown) == [one.id for one in people]
    assert [grown.index(one.id) for one in people] == list(range(len(people)))


def test_records_come_and_go_on_the_edges_of_blocks():
    people = large(3 * BLOCK)
    for at in (0, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, len(people) - 1, len(people)):
        added = Records(people).put(A, at)
        assert added.all() == (*people[:at], A, *people[at:])
        assert added.index(rid("a")) == at
        assert added.without(rid("a")) == Records(people)


def test_a_block_emptied_or_overfull_loses_nothing():
    people = large(2 * BLOCK)
    table = Records(people)
    for one in people[:BLOCK]:
        table = table.without(one.id)
    assert table.all() == tuple(people[BLOCK:])

    crowd = [person(f"q-{at}") for at in range(3 * BLOCK)]
    for one in crowd:
        table = table.put(one, 1)
    assert table.all() == (people[BLOCK], *reversed(crowd), *people[BLOCK + 1 :])


def test_an_edit_in_a_large_table_leaves_earlier_versions_as_they_were():
    people = large(2 * BLOCK)
    table = Records(people)
    key = people[BLOCK].id

    changed = table.put(person(key, "New"))

    assert (table[key].name, changed[key].name) == (people[BLOCK].name, "New")
    assert table.all() == tuple(people)
    assert table != changed


@QUICK
@given(
    st.lists(
        st.tuples(
            st.integers(0, 20), st.sampled_from(["put", "insert", "without"]), st.integers(0, 20)
        ),
        max_size=30,
    )
)
def test_any_edits_come_out_as_in_a_plain_list(edits):
    people = large(BLOCK + 10)
    table = Records(people)
    for number, what, at in edits:
        one = person(f"p-{number}", f"New {at}")
        known = [each.id for each in people]
        if what == "put" and one.id in known:
            people[known.index(one.id)] = one
            table = table.put(one)
            continue
        people = [each for each in people if each.id != one.id]
        table = table.without(one.id)
        if what != "without":
            people.insert(at, one)
            table = table.put(one, at)
    assert table.all() == tuple(people)
