import json
from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.plan.codec import (
    FORMAT,
    NotPlanData,
    canonical,
    content_hash,
    field_data,
    field_specs,
    plan_data,
    plan_from,
    record_data,
    record_from,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import NOON, QUICK, person, plan_with, records_of, rid, role, tables_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def through_json(data):
    return json.loads(canonical(data))


@pytest.mark.parametrize("kind", Kind)
@FEW
@given(data=st.data())
def test_any_record_survives_the_way_into_a_file_and_back(kind, data):
    record = data.draw(records_of(kind))

    assert record_from(kind, through_json(record_data(record))) == record


@FEW
@given(st.sampled_from(Kind).flatmap(lambda kind: st.tuples(st.just(kind), tables_of(kind))))
def test_any_plan_survives_the_way_into_a_file_and_back(filled):
    plan = Plan(rid("plan-1")).with_table(*filled)

    read = plan_from(through_json(plan_data(plan)))

    assert read == plan
    assert content_hash(read) == content_hash(plan)


@QUICK
@given(JSON)
def test_canonical_data_has_one_spelling(data):
    spelled = canonical(data)

    assert canonical(json.loads(spelled)) == spelled


@QUICK
@given(st.dictionaries(st.text(max_size=3), st.integers(), max_size=5))
def test_the_order_of_fields_does_not_matter(data):
    turned = dict(reversed(data.items()))

    assert canonical(turned) == canonical(data)


def test_canonical_data_is_terse_utf_8():
    assert canonical({"b": [1, True, None], "a": "é"}) == '{"a":"é","b":[1,true,null]}'.encode()


@QUICK
@given(st.sampled_from(Kind), JSON)
def test_data_that_is_no_record_is_refused_with_its_places(kind, data):
    problems: tuple[str, ...] = ()
    try:
        record = record_from(kind, data)
    except NotPlanData as error:
        problems = error.problems
    else:
        assert isinstance(record, RECORD_TYPES[kind])

    assert all(problem.startswith(kind.value) for problem in problems)


def test_fields_at_their_default_are_left_out():
    assert record_data(person("a", "Ada")) == {"id": "a", "name": "Ada"}
    assert record_data(Profile(uses_cloud=False)) == {"uses_cloud": False}


def test_values_are_spelled_so_that_they_can_be_told_apart():
    channel = Channel(ChannelKind.EMAIL, "ada@example.org")
    ada = person("a", channels=(channel,), verified_on=date(2026, 11, 1))

    data = record_data(ada)

    assert data["verified_on"] == {"date": "2026-11-01"}
    assert data["channels"] == [{"kind": "email", "address": "ada@example.org"}]
    assert record_data(Answer(rid("q"), rid("scope"), Duration(4, TimeUnit.HOURS)))["value"] == {
        "amount": 4,
        "unit": "hours",
    }
    assert record_data(Comment(rid("c"), "", "Ada", "Why?", NOON))["at"] == {
        "time": "2026-11-21T12:00:00+00:00"
    }


def test_dates_and_spans_may_also_be_written_as_text_or_dates():
    ada = record_from(Kind.PERSON, {"id": "a", "name": "A", "verified_on": date(2026, 11, 1)})
    worst = record_from(
        Kind.SEVERITY, {"id": "s1", "name": "S1", "rank": 1, "respond_in_hours": "at once"}
    )

    assert isinstance(ada, Person)
    assert ada.verified_on == date(2026, 11, 1)
    assert record_data(worst)["respond_in_hours"] == {"amount": 0, "unit": "minutes"}


@pytest.mark.parametrize(
    ("kind", "changed", "problem"),
    [
        (Kind.PERSON, {"name": 1}, "people.name: is not text"),
        (
            Kind.PERSON,
            {"name": "\ud800"},
            "people.name: holds half a character, which no file can keep",
        ),
        (Kind.PERSON, {"external": "yes"}, "people.external: is neither true nor false"),
        (Kind.PERSON, {"nick": "Al"}, "people.nick: is not a known field"),
        (Kind.PERSON, {"channels": {}}, "people.channels: is not a list"),
        (Kind.PERSON, {"channels": ["x"]}, "people.channels[0]: is not a table of fields"),
        (
            Kind.PERSON,
            {"verified_on": "1 May"},
            "people.verified_on: is not a date such as 2026-11-30",
        ),
        (
            Kind.PERSON,
            {"channels": [{"kind": "fax", "address": "1"}]},
            "people.channels[0].kind: 'fax' is none of mobile, phone, email, messenger, pager,"
            " other",
        ),
        (Kind.SEVERITY, {"rank": True}, "severities.rank: is not a whole number"),
        (Kind.SEVERITY, {"rank": 1.5}, "severities.rank: is not a whole number"),
        (
            Kind.SEVERITY,
            {"update_every": {"amount": True, "unit": "hours"}},
            'severities.update_every: is not a span of time such as "4 hours"',
        ),
        (
            Kind.SEVERITY,
            {"update_every": {"amount": -1, "unit": "hours"}},
            'severities.update_every: is not a span of time such as "4 hours"',
        ),
        (
            Kind.SEVERITY,
            {"update_every": {"amount": 1, "unit": "weeks"}},
            'severities.update_every: is not a span of time such as "4 hours"',
        ),
        (
            Kind.COMMENT,
            {"at": "noon"},
            "comments.at: is not a time such as 2026-11-30T09:00:00+00:00",
        ),
        (
            Kind.COMMENT,
            {"at": "2026-11-30T09:00:00"},
            "comments.at: is not a time such as 2026-11-30T09:00:00+00:00",
        ),
        (Kind.ANSWER, {"value": None}, "answers.value: is not an answer"),
        (Kind.ANSWER, {"value": 1.5}, "answers.value: is not an answer"),
        (Kind.ANSWER, {"value": [1]}, "answers.value[0]: is not text"),
        (
            Kind.ANSWER,
            {"value": {"date": "soon"}},
            "answers.value: is not a date such as 2026-11-30",
        ),
    ],
)
def test_each_wrong_value_is_named_with_its_place(kind, changed, problem):
    whole = {
        Kind.PERSON: {"id": "a", "name": "A"},
        Kind.SEVERITY: {"id": "s1", "name": "S1", "rank": 1},
        Kind.COMMENT: {
            "id": "c",
            "about": "",
            "author": "A",
            "text": "?",
            "at": datetime(2026, 11, 30, 9, tzinfo=UTC),
        },
        Kind.ANSWER: {"id": "q", "section": "scope", "value": "yes"},
    }[kind]

    record_from(kind, whole)
    with pytest.raises(NotPlanData) as caught:
        record_from(kind, whole | changed)

    assert caught.value.problems == (problem,)


def test_every_problem_is_told_at_once():
    with pytest.raises(NotPlanData) as caught:
        record_from(Kind.PERSON, {"name": 1, "x": 2})

    assert caught.value.problems == (
        "people.x: is not a known field",
        "people.id: is missing",
        "people.name: is not text",
    )
    assert str(caught.value) == "; ".join(caught.value.problems)


def test_empty_tables_are_left_out_of_a_plan():
    data = plan_data(plan_with(person("a")))

    assert data == {
        "format": FORMAT,
        "id": "plan-1",
        "profiles": [{}],
        "people": [{"id": "a", "name": "A"}],
    }


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ([], "format: is not irplan/1"),
        ({"format": "irplan/2", "id": "p"}, "format: is not irplan/1"),
        ({"format": FORMAT}, "id: is not text"),
        ({"format": FORMAT, "id": "p", "people": {}}, "people: is not a list"),
        ({"format": FORMAT, "id": "p", "persons": []}, "persons: is not a known table"),
        ({"format": FORMAT, "id": "p", "people": [1]}, "people[0]: is not a table of fields"),
        (
            {"format": FORMAT, "id": "p", "people": [{"id": "a", "name": "A"}] * 2},
            "people: two records have the same id",
        ),
        (
            {"format": FORMAT, "id": "p", "profiles": [{"id": "other"}]},
            "profiles: has no record profile",
        ),
    ],
)
def test_data_that_is_no_plan_is_refused(data, problem):
    with pytest.raises(NotPlanData) as caught:
        plan_from(data)

    assert caught.value.problems == (problem,)


def test_the_hash_follows_content_and_order():
    plan = plan_with(person("a"), person("b"))

    assert content_hash(plan) == content_hash(plan_with(person("a"), person("b")))
    assert content_hash(plan) != content_hash(plan_with(person("b"), person("a")))
    assert content_hash(plan) != content_hash(plan_with(person("a"), person("b"), role("lead")))
    assert len(content_hash(plan)) == 64


def test_field_specs_tell_what_a_record_needs():
    specs = {spec.name: spec for spec in field_specs(Person)}

    assert list(specs) == [item.name for item in fields(Person)]
    assert [name for name, spec in specs.items() if spec.required] == ["id", "name"]
    assert specs["external"].default is False
    assert field_specs(Person) is field_specs(Person)


def test_a_field_is_spelled_at_its_default_too():
    ada = Person(RecordId("ada"), "Ada", channels=(Channel(ChannelKind.EMAIL, "a@b"),))

    assert field_data(ada, "channels") == record_data(ada)["channels"]
    assert (field_data(ada, "unit"), field_data(ada, "verified_on")) == ("", None)
