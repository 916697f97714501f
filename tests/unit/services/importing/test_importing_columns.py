import pytest

from app.domain.plan.kinds import Kind
from app.services.importing.columns import (
    looks_like_email,
    looks_like_phone,
    name_key,
    names_given,
    problems_of,
    propose,
)
from tests.unit.services.importing.tabling import table


def proposed(text, kind=Kind.PERSON, headed=True):
    return propose(table(text, headed=headed), kind)


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        ("Vorname|Name|Handy", ("first_name", "last_name", "mobile")),
        ("Nombre|Apellidos", ("first_name", "last_name")),
        ("Prénom|Nom", ("first_name", "last_name")),
        ("Nom|Nom de famille", ("first_name", "last_name")),
        ("Display name|Last name", ("name", "last_name")),
        ("First name|Last name|Full name", ("first_name", "last_name", "name")),
        ("Mobile|Mobile (private)|E-mail|Email 2", ("mobile", "mobile", "email", "email")),
        ("Name|Title|Position", ("name", "title", "")),
        ("My job title|Title|Name", ("", "title", "name")),
        ("Name|Shoe size", ("name", "")),
    ],
)
def test_columns_are_proposed_from_their_heads(heads, columns):
    assert proposed(f"{heads}\n{'|'.join('x' * len(columns))}") == columns


def test_columns_without_heads_are_proposed_from_their_values():
    text = "Ada Byron|ada@x.org|+44 20 7946 0958|Europe/London|2026-11-30\nBo Ek|bo@x.org|||"

    assert proposed(text, headed=False) == ("name", "email", "mobile", "time_zone", "")


def test_the_first_words_are_the_name_where_nothing_looks_like_one():
    assert proposed("|ada\n|bo", headed=False) == ("", "name")
    assert proposed("Harbour|x", Kind.RESOURCE, headed=False)[0] == "name"


def test_a_head_that_says_something_else_is_believed():
    assert proposed("Name|Fax\nAda|020 7946 0958\nBo|020 7946 0959") == ("name", "")


def test_a_blank_head_is_guessed_as_no_head_is():
    assert proposed("Name||Fax\nAda|020 7946 0958|1\nBo|020 7946 0959|2") == ("name", "mobile", "")


def test_two_columns_of_names_do_not_both_become_the_name():
    assert proposed("Ada Byron|Bo Ek\nCy Do|Di Fo", headed=False) == ("name", "")


def test_empty_columns_lead_nowhere():
    assert proposed("|\n|", headed=False) == ("", "")


def test_the_name_of_other_kinds_is_their_own_field():
    assert name_key(Kind.TERM) == "term"
    assert proposed("Begriff|Bedeutung\na|b", Kind.TERM) == ("term", "meaning")


def test_a_name_may_come_in_parts_for_people_only():
    assert names_given(("last_name",), Kind.PERSON)
    assert not names_given(("last_name",), Kind.PARTY)


def test_what_cannot_be_taken_over_is_said():
    assert problems_of(("name", "mobile", "mobile", ""), Kind.PERSON) == ()
    assert "(title)" in problems_of(("name", "title", "title"), Kind.PERSON)[0]
    assert "name" in problems_of(("mobile", "nonsense"), Kind.PERSON)[0]


@pytest.mark.parametrize("text", ["020 7946 0958", "+44 (0)20-7946/0958", "0049 30 123456 ext. 12"])
def test_numbers_look_like_telephones(text):
    assert looks_like_phone(text)


@pytest.mark.parametrize("text", ["2026-11-30", "30.11.2026", "12345", "Ada", "1" * 20, "a1234567"])
def test_other_figures_do_not(text):
    assert not looks_like_phone(text)


def test_addresses_look_like_e_mail():
    assert looks_like_email(" ada@x.example ")
    assert not looks_like_email("ada@x")
    assert not looks_like_email("a b@x.org")
