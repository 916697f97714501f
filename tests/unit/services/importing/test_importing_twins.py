from datetime import date

from app.domain.plan.kinds import Kind
from app.services.importing.twins import Known, Likeness, identity_of

MAIL, NUMBER = ("text", "ada@x.org"), ("number", "+44207946")


def known(*entries):
    made: Known[int] = Known()
    for handle, name, keys in entries:
        made.add(handle, (name.casefold(),), name, keys)
    return made


def like(made, name, *keys):
    found = made.like((name.casefold(),), name, keys)
    return None if found is None else (found.handle, found.likeness, found.sure)


def test_a_name_goes_before_an_address():
    made = known((1, "Ada Byron", [MAIL]), (2, "Bo Ek", []))

    assert like(made, "Bo Ek", MAIL) == (2, Likeness.NAME, True)


def test_the_same_mail_and_a_name_like_it_are_taken_for_the_same():
    made = known((1, "Bo Ek", [MAIL]), (2, "Ada Byron", [MAIL]))

    assert like(made, "Ada B. Lovelace", MAIL) == (2, Likeness.ADDRESS_AND_NAME, True)


def test_a_shared_number_or_mailbox_may_be_that_of_an_office():
    made = known((1, "Ada Byron", [NUMBER, MAIL]))

    assert like(made, "Ada Lovelace", NUMBER) == (1, Likeness.ADDRESS, False)
    assert like(made, "Bo Ek", MAIL) == (1, Likeness.ADDRESS, False)


def test_initials_do_not_make_names_alike():
    assert like(known((1, "Al B", [MAIL])), "Al C", MAIL) == (1, Likeness.ADDRESS, False)


def test_nothing_is_like_what_is_not_known():
    assert like(known((1, "Ada", [MAIL])), "Bo", NUMBER) is None


def test_the_first_of_two_with_one_name_is_found():
    assert like(known((1, "Ada", []), (2, "ada", [])), "ADA") == (1, Likeness.NAME, True)


def test_some_kinds_are_known_by_more_than_their_name():
    annual = {"name": " Blackout  Test", "on": date(2026, 5, 1)}
    later = {"name": "blackout test", "on": None}

    assert identity_of(Kind.EXERCISE, annual.get) == ("blackout test", "2026-05-01")
    assert identity_of(Kind.EXERCISE, later.get) == ("blackout test", "")
    assert identity_of(Kind.PERSON, {"name": "\uff21da"}.get) == ("ada",)
