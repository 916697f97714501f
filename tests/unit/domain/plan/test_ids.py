import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.ids import id_from_name, is_record_id, new_id
from tests.builders import QUICK


@pytest.mark.parametrize("text", ["a", "s1", "person-k7m2p9q4", "profile.size", "a_b", "x" * 64])
def test_these_may_serve_as_ids(text):
    assert is_record_id(text)


@pytest.mark.parametrize(
    "text", ["", "A", "-a", "a-", ".", "a b", "a/b", "\u00e9", "a\n", "x" * 65]
)
def test_these_may_not(text):
    assert not is_record_id(text)


def test_a_fresh_id_keeps_its_prefix_and_is_not_given_twice():
    made = {new_id("person") for _ in range(200)}

    assert len(made) == 200
    assert all(key.startswith("person-") and is_record_id(key) for key in made)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Incident Lead", "incident-lead"),
        ("  J\u00fcrgen M\u00fcller (CISO)", "jurgen-muller-ciso"),
        ("\u6771\u4eac", "record"),
        ("", "record"),
    ],
)
def test_an_id_made_from_a_name_stays_readable(name, key):
    assert id_from_name(name) == key


def test_a_taken_id_is_numbered():
    assert id_from_name("Lead", frozenset({"lead", "lead-2"})) == "lead-3"


@QUICK
@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=5))
def test_any_name_makes_a_valid_id_that_is_not_taken(name, others):
    taken = frozenset({id_from_name(name), *map(id_from_name, others)})

    made = id_from_name(name, taken)

    assert is_record_id(made)
    assert made not in taken
