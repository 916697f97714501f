from datetime import date, time
from typing import Any

import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.persistence.library.problems import Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.regimes import RegimePackFile, StepFile

STEP: dict[str, Any] = {
    "id": "first",
    "name": "First",
    "recipient": "the authority",
    "within": "4 working days",
    "clock_start": "awareness",
    "day_ends": "17:30",
}
REGIME: dict[str, Any] = {
    "id": "law",
    "name": "The law",
    "jurisdiction": "Germany",
    "sector": "all",
    "kind": "law",
    "status": "in-force",
    "applies_to": "Everybody",
    "trigger": "An incident",
    "citation": "§ 1",
    "confidence": "high",
    "source": "the text",
}
PACK: dict[str, Any] = {
    "id": "small",
    "name": "Small",
    "compiled": "2026-11-21",
    "regimes": [REGIME],
}


def read(model, data):
    problems = Problems()
    found = validated(model, data, "small.yaml", problems)
    return found, problems.lines


def test_a_step_is_read_with_its_span_and_time():
    step, problems = read(StepFile, STEP)

    assert problems == []
    assert step.within == Duration(4, TimeUnit.WORKING_DAYS)
    assert step.day_ends == time(17, 30)


def test_what_may_be_left_out_is_blank():
    pack, problems = read(RegimePackFile, PACK)

    (regime,) = pack.regimes
    assert problems == []
    assert (pack.compiled, pack.note) == (date(2026, 11, 21), "")
    assert (regime.steps, regime.variants, regime.suits.facts) == ([], [], [])
    assert (regime.verified_on, regime.effective_from, regime.time_zone) == (None, None, "")


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("within", "4 fortnights", 'within: is not a span such as "72 hours" or "4 working days"'),
        ("within", 72, 'within: is not a span such as "72 hours" or "4 working days"'),
        ("day_ends", "17h30", 'day_ends: is not a time such as "17:30"'),
        ("day_ends", 1730, 'day_ends: is not a time such as "17:30"'),
        ("clock_start", "whenever", "clock_start: 'whenever' is none of awareness, discovery"),
        ("relief", {"until": "12:00", "not_for": ["bank"]}, "relief.not_for[0]: 'bank' is none of"),
        ("relief", {}, "relief.until: is missing"),
        ("id", "First Step", "id: 'First Step' is no id"),
        ("recipient", " ", "recipient: is blank"),
        ("deadline", "soon", "deadline: is not a known field"),
    ],
)
def test_a_step_that_differs_is_told(field, value, line):
    step, problems = read(StepFile, STEP | {field: value})

    assert step is None
    assert len(problems) == 1
    assert problems[0].startswith(f"small.yaml: {line}")


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("status", "dead", "regimes[0].status: 'dead' is none of in-force"),
        ("kind", "custom", "regimes[0].kind: 'custom' is none of law"),
        ("confidence", "low", "regimes[0].confidence: 'low' is none of high"),
        ("verified_on", "lately", 'regimes[0].verified_on: is not a date such as "2026-11-30"'),
        ("suits", {"facts": ["rich"]}, "regimes[0].suits.facts[0]: 'rich' is none of uses-ot"),
        ("variants", [{"where": "BY"}], "regimes[0].variants[0].individuals: is missing"),
    ],
)
def test_a_regime_that_differs_is_told(field, value, line):
    _, problems = read(RegimePackFile, PACK | {"regimes": [REGIME | {field: value}]})

    assert any(problem.startswith(f"small.yaml: {line}") for problem in problems), problems


def test_a_pack_holds_a_regime():
    _, problems = read(RegimePackFile, PACK | {"regimes": []})

    assert problems == ["small.yaml: regimes: has 0 entries, at least 1 are needed"]
