import json
from dataclasses import dataclass

import fastjsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan.codec import FORMAT, canonical, plan_data
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.domain.plan.sections import Answer
from app.services.evidence.schema import _of, plan_schema
from tests.builders import person, plan_with, records_of, rid

FEW = settings(max_examples=10, deadline=None)
"""There are more than forty kinds."""
VALIDATE = fastjsonschema.compile(json.loads(json.dumps(plan_schema())), formats={"date": ".*"})


def data_of(plan: Plan):
    return json.loads(canonical(plan_data(plan)))


@FEW
@given(st.data())
@pytest.mark.parametrize("kind", Kind)
def test_whatever_a_plan_may_hold_satisfies_it(kind, data):
    record = data.draw(records_of(kind))
    plan = plan_with(record) if kind is not Kind.PROFILE else Plan(rid("p"))
    if isinstance(record, Profile):
        plan = plan.with_table(kind, Records((record,)))

    VALIDATE(data_of(plan))


@pytest.mark.parametrize(
    "value",
    ["text", True, 7, Duration(4, TimeUnit.HOURS), ("a", "b")],
)
def test_an_answer_may_be_of_any_kind(value):
    VALIDATE(data_of(plan_with(Answer(rid("a"), rid("scope"), value))))


def good():
    return data_of(plan_with(person("ada")))


@pytest.mark.parametrize(
    "breaking",
    [
        lambda data: data.update(format="irplan/99"),
        lambda data: data.pop("id"),
        lambda data: data.update(extra=[]),
        lambda data: data.update(people={}),
        lambda data: data["people"][0].update(extra=""),
        lambda data: data["people"][0].update(name=7),
        lambda data: data["people"][0].pop("name"),
        lambda data: data["people"][0].update(verified_on="2026-01-01"),
        lambda data: data.update(answers=[{"id": "a", "section": "s", "value": {"amount": -1}}]),
        lambda data: data.update(sections=[{"id": "s", "title": "", "state": "unheard-of"}]),
    ],
)
def test_anything_else_does_not(breaking):
    data = good()
    VALIDATE(data)

    breaking(data)

    with pytest.raises(fastjsonschema.JsonSchemaException):
        VALIDATE(data)


def test_every_table_is_known_and_every_record_explained():
    schema = plan_schema()

    assert set(schema["properties"]) == {"format", "id", *(kind.value for kind in Kind)}
    assert schema["properties"]["format"] == {"const": FORMAT}
    named = {record.__name__ for record in RECORD_TYPES.values()}
    assert named <= schema["definitions"].keys()
    assert all(schema["definitions"][name]["description"] for name in named)


def test_equal_schemas_are_equal_texts():
    assert json.dumps(plan_schema()) == json.dumps(plan_schema())


@dataclass
class Branch:
    """Holds its like."""

    name: str
    branches: tuple["Branch", ...] = ()


Branch.__annotations__["branches"] = tuple[Branch, ...]


def test_a_type_that_holds_itself_is_described_once():
    known: dict[str, object] = {}

    assert _of(Branch, known) == {"$ref": "#/definitions/Branch"}  # type: ignore[arg-type]
    assert list(known) == ["Branch"]
