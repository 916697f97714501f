import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.records import BLOCK, Records
from app.domain.plan.table_draft import TableDraft
from tests.builders import QUICK, person, rid

EDITS = st.lists(
    st.tuples(
        st.integers(0, BLOCK + 40),
        st.sampled_from(("put", "insert", "without")),
        st.integers(0, BLOCK + 40),
    ),
    max_size=40,
)


def large(count):
    return [person(f"p-{at}") for at in range(count)]


@QUICK
@given(st.sampled_from((0, 3, BLOCK, BLOCK + 10, 3 * BLOCK)), EDITS)
def test_any_edits_come_out_as_those_of_the_table_itself(size, edits):
    table = Records(large(size))
    draft = TableDraft(table)
    for number, what, at in edits:
        one = person(f"p-{number}", f"New {at}")
        if what == "without":
            table = table.without(one.id)
            draft.without(one.id)
        else:
            place = at if what == "insert" else None
            table = table.put(one, place)
            draft.put(one, place)
        assert len(draft) == len(table)

    assert [draft.index(key) for key in table] == list(range(len(table)))
    assert [draft.get(key) for key in table] == list(table.all())
    assert draft.done() == table


def test_the_table_it_began_with_stays_as_it_is():
    people = large(2 * BLOCK)
    table = Records(people)
    draft = TableDraft(table)

    draft.put(person("p-3", "New"))
    draft.put(person("x"), 5)
    draft.without(rid("p-200"))

    assert table.all() == tuple(people)
    assert draft.done().index(rid("x")) == 5


def test_thousands_put_at_one_place_stand_there_last_first():
    draft = TableDraft(Records(large(2)))
    crowd = large(20 * BLOCK)[2:]
    for one in crowd:
        draft.put(one, 1)

    assert draft.done().all() == (person("p-0"), *reversed(crowd), person("p-1"))
    assert [draft.index(one.id) for one in crowd] == list(range(len(crowd), 0, -1))


def test_a_draft_emptied_takes_records_again():
    draft = TableDraft(Records(large(BLOCK + 1)))
    for one in large(BLOCK + 1):
        draft.without(one.id)
    assert (len(draft), draft.get(rid("p-0"))) == (0, None)
    with pytest.raises(KeyError):
        draft.index(rid("p-0"))

    draft.put(person("a"), 3)
    draft.put(person("b"), 0)

    assert "".join(draft.done()) == "ba"
