import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.cli.diff_report import Compared, lines, report
from app.domain.comparing.comparing import compare
from app.domain.comparing.saying import said
from app.domain.comparing.weighing import weigh
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.services.history import Entry, State
from tests.builders import HOSTILE, person, plan_with, rid, role

OLD = plan_with(role("lead", "Incident lead"), person("ann"), person("bob"), person("cy"))
NEW = plan_with(
    person("cy"),
    person("ann", "Anna"),
    person("eve"),
    role("lead", "Incident lead", duties=("Decides.",)),
    profile=Profile(legal_name="Harbour Water"),
)


def state(point: str, plan: Plan, number: int = 1) -> State:
    return State(point, Entry(number, datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "Ann", "Edits"), plan)


def compared(old: Plan = OLD, new: Plan = NEW) -> Compared:
    return Compared(state("1.0", old), state("draft", new, 7), compare(old, new))


def test_the_points_stand_at_the_top() -> None:
    first, second, blank, *_ = lines(compared())

    assert first == "From 1.0 (revision 1, 2026-01-02 03:04 UTC by Ann)"
    assert second == "to   draft (revision 7, 2026-01-02 03:04 UTC by Ann)"
    assert blank == ""


def test_each_record_has_a_line_and_its_sentences_kind_by_kind() -> None:
    found = list(lines(compared()))

    expected = []
    for difference in compare(OLD, NEW).records:
        expected.append(f"  {difference.fate.value:<7}  {difference.name}")
        expected += [f"           {sentence}" for sentence in said(difference, OLD, NEW)]
    heads = [line for line in found if line in {"The organisation", "People", "Roles"}]
    body = found[found.index("The organisation") :]
    assert heads == ["The organisation", "People", "Roles"]
    assert [line for line in body if line and line not in heads] == expected
    assert "  removed  Bob" in expected
    assert "  added    Eve" in expected
    assert "  edited   Anna" in expected


def test_the_weight_stands_before_the_records_with_its_reasons() -> None:
    weight = weigh(compare(OLD, NEW))
    found = list(lines(compared()))

    assert weight.material
    at = found.index("Material:")
    reasons = [f"  - {reason}" for reason in weight.reasons]
    assert reasons
    assert found[at + 1 : at + 1 + len(reasons)] == reasons
    assert at < found.index("People")


def test_a_change_that_is_not_material_is_said_to_be_none() -> None:
    plan = plan_with(person("ann", "Ann", title=""))
    other = plan_with(person("bob"), person("ann"))
    weight = weigh(compare(plan, other))

    assert ("Not material." in lines(compared(plan, other))) is not weight.material


def test_plans_without_difference_have_neither_weight_nor_records() -> None:
    assert list(lines(compared(OLD, OLD)))[2:] == ["", "No difference."]
    assert report(compared(OLD, OLD))["records"] == []
    assert report(compared(OLD, OLD))["weight"] == {"material": False, "reasons": []}


def test_plans_of_other_ids_are_told_apart() -> None:
    other = Plan(rid("plan-2"))

    assert "These are two plans that were begun apart." in lines(compared(OLD, other))


def test_the_report_names_points_weight_and_records() -> None:
    found: Any = report(compared())

    assert found["format"] == "irplan-diff/1"
    assert found["from"] == {
        "plan": "plan-1",
        "point": "1.0",
        "revision": 1,
        "at": "2026-01-02T03:04:00+00:00",
        "by": "Ann",
    }
    assert json.loads(json.dumps(found)) == found
    differences = compare(OLD, NEW).records
    assert [(row["kind"], row["id"], row["fate"]) for row in found["records"]] == [
        (item.kind.value, item.id, item.fate.value) for item in differences
    ]
    [ann] = [row for row in found["records"] if row["id"] == "ann"]
    assert ann["fields"] == {"name": ["Ann", "Anna"]}
    [bob] = [row for row in found["records"] if row["id"] == "bob"]
    assert bob["fields"]["name"] == ["Bob", None]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_anybody_stays_on_its_line_and_steers_no_terminal(text: str) -> None:
    old = plan_with(role("lead", "Lead", holder=rid("ann")), person("ann", text))
    new = plan_with(
        role("lead", f"{text}\nRoles", authority=(text,), duties=(text,)), person("bob", f"x{text}")
    )
    entry = Entry(1, datetime(2026, 1, 2, tzinfo=UTC), text, text)

    found = list(
        lines(Compared(State(text, entry, old), State("draft", entry, new), compare(old, new)))
    )

    assert all(line.isprintable() for line in found)
    assert found.count("Roles") == 1
