"""Two pages and one page are laws: whatever a plan says."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from app.domain.document.audience import Audience
from app.domain.judgement.engine import Judgement
from app.domain.plan.governance import Action
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.records import Records
from app.domain.plan.sections import Answer
from tests.builders import NOON, plan_with, rid
from tests.integration.export.editions.conftest import SAMPLES

pytestmark = pytest.mark.no_cover

PAGES = {Audience.BOARD: 2, Audience.STAFF: 1}
LONG = "Whatever was said at great length is said again and again, with commas, and more. " * 40
WORD = "Donaudampfschifffahrtsgesellschaft" * 30


@pytest.fixture(scope="module")
def overgrown(judged):
    """The plan that is ten times as large with a text, judged once for both audiences."""

    @cache
    def judge(text: str) -> Judgement:
        judgement: Judgement = judged("northwind-health")
        return judgement.of(grown(judgement.plan, text))

    return judge


@pytest.mark.parametrize("audience", PAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_fits(judged, files, name, audience):
    assert files(judged(name), audience).pages == PAGES[audience]


@pytest.mark.parametrize("audience", PAGES)
@pytest.mark.parametrize("text", [LONG, WORD, "\u4e8b\u6545 \U0001f525 " * 400, "x " * 3_000])
def test_a_plan_ten_times_as_large_with_long_texts_fits(overgrown, files, audience, text):
    made = files(overgrown(text), audience, draft=True)

    assert made.pages == PAGES[audience]
    assert "more in the plan" in made.said or audience is Audience.STAFF
    assert "shortened here" in made.said


@pytest.mark.parametrize("audience", PAGES)
def test_a_plan_that_says_nothing_fits(judged, files, audience):
    made = files(judged("northwind-health").of(plan_with()), audience, draft=True)

    assert made.pages == PAGES[audience]


def grown(plan: Plan, text: str) -> Plan:
    """Ten times the records, each with a long text wherever an edition shows one."""
    for kind in (Kind.ROLE, Kind.OBLIGATION, Kind.SEVERITY, Kind.PERSON, Kind.EXERCISE):
        records = [
            replace(record, id=rid(f"{record.id}-{n}") if n else record.id, **_long(record, text))
            for n in range(10)
            for record in plan.table(kind).values()
        ]
        plan = plan.with_table(kind, Records(records))
    answers = [
        Answer(
            one.id,
            one.section,
            text if isinstance(one.value, str) and len(one.value) > 12 else one.value,
        )
        for one in plan.answers.values()
    ]
    actions = [Action(rid(f"a{n}"), text, text, NOON.date()) for n in range(60)]
    plan = plan.with_table(Kind.ANSWER, Records(answers))
    return plan.with_table(Kind.ACTION, Records(actions))


def _long(record: Any, text: str) -> dict[str, Any]:
    texts = ("name", "meaning", "recipient", "title")
    made: dict[str, Any] = {
        name: f"{getattr(record, name)} {text}" for name in texts if hasattr(record, name)
    }
    if hasattr(record, "authority"):
        made["authority"] = (text,) * 5
    return made
