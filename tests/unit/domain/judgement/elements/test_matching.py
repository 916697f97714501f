from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.judgement.elements.element import Bounds, Is, Lasts, Mentions, Since
from app.domain.judgement.elements.matching import (
    pattern_of,
    questions_asked,
    satisfies,
    speaks_of,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Version
from app.domain.plan.obligations import NotificationDecision, Obligation, ObligationStep
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.profile import Profile
from app.domain.plan.roles import RoleTier
from app.domain.plan.sections import Answer
from tests.builders import NOON, person, rid, role
from tests.unit.domain.judgement.subjects import context

EMPTY = context()


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("legal",), "Head of Legal", True),
        (("legal",), "illegal acts", False),
        (("escalat",), "It is ESCALATED.", True),
        (("out of band",), "an out of band channel", True),
        (("a.b",), "axb", False),
        (("one", "two"), "number two", True),
        ((".*",), "anything", False),
    ],
)
def test_words_are_found_from_their_start_in_any_case(words, text, found):
    assert bool(pattern_of(words).search(text)) is found


@given(
    words=st.lists(st.text("aikst\u0130\u0131\u017f\u212a\u00df. ", max_size=3), max_size=3).map(
        tuple
    ),
    text=st.text("aiksStTIK\u0130\u0131\u017f\u212a\u00df. -", max_size=12),
)
@example((), "anything")
@example(("is",), "\u0130s it")
@example(("k",), "\u212a")
def test_a_text_speaks_of_what_the_pattern_finds(words, text):
    assert speaks_of(words, text) is bool(pattern_of(words).search(text))


def test_a_field_is_one_of_the_values():
    lead = role("lead", tier=RoleTier.CRISIS)

    assert satisfies(EMPTY, lead, (Is("tier", (RoleTier.BOARD, RoleTier.CRISIS)),))
    assert not satisfies(EMPTY, lead, (Is("tier", (RoleTier.BOARD,)),))


def test_one_part_of_a_list_is_enough():
    ada = person(
        "ada", channels=(Channel(ChannelKind.EMAIL, "a"), Channel(ChannelKind.PAGER, "b", True))
    )

    assert satisfies(EMPTY, ada, (Is("channels.out_of_band", (True,)),))
    assert not satisfies(EMPTY, person("bob"), (Is("channels.out_of_band", (True, False)),))


def test_a_number_is_no_truth_value():
    assert not satisfies(EMPTY, person("ada", external=True), (Is("external", (1,)),))


def test_words_are_looked_for_in_each_field_and_entry():
    lead = role("lead", "Coordinator", duties=("Calls", "Counsel's contact"))

    assert satisfies(EMPTY, lead, (Mentions(("name", "duties"), ("counsel",)),))
    assert not satisfies(EMPTY, lead, (Mentions(("name",), ("counsel",)),))


def test_all_conditions_must_hold():
    lead = role("lead", "Legal", tier=RoleTier.CRISIS)
    named = Mentions(("name",), ("legal",))

    assert satisfies(EMPTY, lead, (named, Is("tier", (RoleTier.CRISIS,))))
    assert not satisfies(EMPTY, lead, (named, Is("tier", (RoleTier.BOARD,))))
    assert satisfies(EMPTY, lead, ())


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 8, 21), True),
        (date(2026, 8, 20), False),
        (date(2027, 1, 1), True),
        (None, False),
    ],
)
def test_a_date_is_at_most_so_many_months_old(on, expected):
    assert satisfies(EMPTY, person("ada", verified_on=on), (Since("verified_on", 3),)) is expected


def test_the_months_may_be_what_a_question_was_answered_with():
    version = Version(rid("v"), "1.0", date(2026, 1, 1))
    since = (Since("issued_on", "profile.review_months"),)

    assert satisfies(context(profile=Profile(review_months=12)), version, since)
    assert not satisfies(context(profile=Profile(review_months=6)), version, since)
    assert not satisfies(EMPTY, version, since)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Duration(12, TimeUnit.MONTHS), True),
        (Duration(400, TimeUnit.DAYS), True),
        (Duration(1, TimeUnit.HOURS), False),
        ("often", False),
        (True, False),
    ],
)
def test_a_span_of_time_counts_in_months_begun(value, expected):
    answered = context(Answer(rid("why"), rid("purpose"), value))
    version = Version(rid("v"), "1.0", date(2026, 1, 1))

    assert satisfies(answered, version, (Since("issued_on", "why"),)) is expected


def test_a_moment_is_no_day():
    decision = NotificationDecision(rid("d"), rid("o"), at=NOON)

    assert not satisfies(EMPTY, decision, (Since("at", 3),))


def test_the_questions_that_decide_are_known():
    conditions = (Since("on", "why"), Since("on", 3), Mentions(("name",), ("x",)))

    assert list(questions_asked(conditions)) == ["why"]


@pytest.mark.parametrize(("hours", "expected"), [((72,), True), ((96, 24), True), ((96,), False)])
def test_one_span_of_time_within_the_limits_is_enough(hours, expected):
    steps = tuple(ObligationStep("n", Duration(count, TimeUnit.HOURS)) for count in hours)
    duty = Obligation(rid("o"), "Duty", steps=(ObligationStep("open"), *steps))
    within = Lasts("steps.within", Bounds(most=Duration(72, TimeUnit.HOURS)))

    assert satisfies(EMPTY, duty, (within,)) is expected
