"""Every template, sector and size: a complete organisation gets a plan without excuses."""

import re
from datetime import UTC, datetime
from functools import cache

import pytest

from app.domain.document.anchors import texts
from app.domain.judgement.engine import Judgement
from app.domain.plan.plan import Plan
from app.export.compose.plan_document import compose
from tests.integration.organisations import KINDRED, SECTORS, complete_plan, given
from tests.integration.scenarios import LIBRARY, STANDARDS, TODAY
from tests.labels import ENGLISH

pytestmark = pytest.mark.no_cover

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LEFT_OVER = re.compile(
    r"\{\{|\}\}|(?<!Still )\bopen: |Nothing is stated|not stated|\b(?:TODO|TBD)\b|<[a-z]+>"
)
"""What stands where something is missing."""

TEMPLATES = tuple(summary.id for summary in LIBRARY.templates())
COMBINATIONS = [
    pytest.param(template, sector, kindred, id=f"{template}-{sector}-{kindred.size}")
    for template in TEMPLATES
    for sector in SECTORS
    for kindred in KINDRED
]


def said(content) -> str:
    """The words of a run of inlines, those of links among them."""
    parts = (
        getattr(inline, "text", None) or said(getattr(inline, "content", ())) for inline in content
    )
    return "".join(part if isinstance(part, str) else said(part) for part in parts)


@cache
def judged(template_id, sector, kindred) -> Judgement:
    template = LIBRARY.template(template_id)
    plan: Plan = complete_plan(template, given(sector, kindred))
    return Judgement(plan, template, STANDARDS, TODAY)


FROM_MEMORY = "obligation.unverified"
"""The one honest doubt: a regime known from memory is to be checked against the law."""


@pytest.mark.parametrize(("template", "sector", "kindred"), COMBINATIONS)
def test_a_complete_organisation_has_no_findings_and_no_open_section(template, sector, kindred):
    judgement = judged(template, sector, kindred)

    findings = [
        f"{finding.code} {finding.kind.value}/{finding.record}: {finding.reason}"
        for finding in judgement.findings()
        if finding.code != FROM_MEMORY
    ]
    unfinished = [key for key, status in judgement.sections.items() if not status.complete]

    assert findings == []
    assert unfinished == []


@pytest.mark.parametrize(("template", "sector", "kindred"), COMBINATIONS[::3])
def test_the_document_says_everything_it_sets_out_to_say(template, sector, kindred):
    document = compose(judged(template, sector, kindred), ENGLISH, draft=False, when=NOW)

    words = [said(content) for block in document.body for content in texts(block)]

    assert [text for text in words if LEFT_OVER.search(text)] == []
    assert sum(len(text.split()) for text in words) > 10_000
