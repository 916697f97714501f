"""A real organisation's plan says everything it has stated and nothing it has not."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.bootstrap import workshop
from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.tree import (
    Block,
    Callout,
    CrossReference,
    Facts,
    Figure,
    Form,
    Heading,
    Inlines,
    ListBlock,
    OpenPoint,
    Paragraph,
    Table,
)
from app.domain.judgement.engine import Judgement
from app.export.compose.chapters import ANNEXES
from app.export.compose.plan_document import compose
from app.paths import AppPaths
from tests.labels import ENGLISH

pytestmark = pytest.mark.no_cover

ANSWERS = Path(__file__).parents[1] / "data" / "sourcegraph.toml"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FRONT = "control"
"""The page of document control; its hash, versions and time of export are the program's own."""

FACTS = (
    ("product", "purpose", "code search"),
    ("self-hosted and service", "purpose", "self-hosted and as a service"),
    ("several time zones", "scope", "several time zones"),
    ("policy scope", "scope", "information security and data privacy events and incidents"),
    ("event", "definitions", "observable occurrence relevant to the confidentiality"),
    ("incident", "definitions", "loss of, or damage to"),
    ("who may report", "detection_reporting", "Staff, contractors, users and customers"),
    ("reporting address", "detection_reporting", "security-team@sourcegraph.com"),
    ("emergency address", "detection_reporting", "security-emergency@sourcegraph.com"),
    ("paging", "detection_reporting", "pages the security team at once"),
    ("violations", "detection_reporting", "report-policy-violation@sourcegraph.com"),
    ("specific details", "detection_reporting", "carries specific details"),
    ("S1", "classification", "S1 critical"),
    ("S1 criterion", "classification", "Active exploitation by a malicious actor is confirmed"),
    ("S2", "classification", "S2 high"),
    ("S2 criterion", "classification", "not proven but likely"),
    ("S2 laptop", "classification", "Lost laptop without encryption"),
    ("S2 vulnerability", "classification", "Directly exploitable vulnerability"),
    ("S2 persistence", "classification", "Persistence such as a backdoor"),
    ("S2 business data", "classification", "Malicious access to business data"),
    ("S2 harm", "classification", "Risk of physical harm"),
    ("S3", "classification", "S3 medium"),
    ("S4", "classification", "S4 low"),
    ("S3 and S4 criterion", "classification", "Suspicion or odd behaviour, unverified"),
    ("S3 and S4 laptop", "classification", "Lost laptop with disk encryption"),
    ("S3 and S4 mail", "classification", "Suspicious e-mail"),
    ("S3 and S4 outage", "classification", "Outage"),
    ("severity by security", "classification", "Security team member"),
    ("incident manager", "roles", "Incident manager"),
    ("first decisions", "roles", "Takes the first decisions"),
    ("manager closes", "roles", "Closes the incident"),
    ("critical incidents", "roles", "the lead is taken by the head of security"),
    ("response team", "roles", "Stays engaged until released by the incident manager"),
    ("engineers on call", "roles", "Is on call in rotation"),
    ("engineers stand in", "roles", "May stand in as incident manager"),
    ("users", "roles", "User"),
    ("customers", "roles", "Customer"),
    ("marketing", "roles", "Drafts and sends communications with the incident manager"),
    ("legal decides", "roles", "Decides with the CEO and the executives"),
    ("legal approves", "roles", "Approves every external breach notice in writing"),
    ("executives", "roles", "Executive management"),
    ("officer approves", "notification", "an officer of the company"),
    ("reportable", "notification", "legal counsel together with the CEO and the executives"),
    ("no consensus", "authority", "the CEO"),
    ("policy owner", "document_control", "the head of security"),
    ("security lead told", "escalation", "Security lead"),
    ("legal told", "escalation", "told at once"),
    ("S1 vice president", "escalation", "Vice president of engineering"),
    ("insider", "special_scenarios", "the vice president of people or the CEO"),
    ("insider, nobody else", "special_scenarios", "and to nobody else"),
    ("client notice", "notification", "within 24 hours"),
    ("client clock", "notification", "the discovery that their data is affected"),
    ("client report", "notification", "within 72 hours"),
    ("client report clock", "notification", "counted from the first notice"),
    ("full report", "notification", "when the impact is known"),
    ("triage", "triage_assessment", "declares the incident in the incident tool"),
    ("private channel", "communications", "private channel"),
    ("lead's lists", "records_tracking", "checklist, the work streams and the actions"),
    ("updates", "records_tracking", "regular updates"),
    ("incident tool", "records_tracking", "incident.io"),
    ("chat and documents", "resources", "Slack and Google Drive"),
    ("hand-over", "roles", "in person between time zones"),
    ("evidence folder", "evidence", "a restricted folder named by the id of the incident"),
    ("last good state", "recovery", "last known good state"),
    ("rotate secrets", "eradication", "Secrets are rotated"),
    ("post-mortem", "post_incident", "S2 high"),
    ("post-mortem content", "post_incident", "root cause, the data and systems concerned"),
    ("post-mortem steps", "post_incident", "steps for the rest of the company"),
    ("action owner", "post_incident", "Each action has an owner"),
    ("test yearly", "exercises", "No more than 12 months"),
    ("exceptions", "policy_statement", "director of platform and infrastructure"),
    ("violations punished", "policy_statement", "up to termination"),
    ("history 1.0", FRONT, "31 July 2021"),
    ("history 1.0 text", FRONT, "First version"),
    ("history 1.1", FRONT, "30 May 2023"),
    ("history 1.1 text", FRONT, "2023 review, no updates"),
    ("different people", "approval", "approver of each version are different people"),
)
"""What the handbook states, the section it belongs in, and words that must stand there."""

UNSTATED = (
    "role.no-holder",
    "role.no-deputy",
    "contact.none",
    "contact.no-out-of-band-channel",
    "severity.no-response-time",
    "obligation.no-regime",
    "party.no-insurer",
    "party.no-retainer",
    "raci.none",
    "metric.none",
    "exercise.none-held",
    "distribution.none",
    "review.no-date",
)
"""Findings that name what the handbook leaves open."""

STATED_SPANS = {"24 hours", "72 hours", "12 months"}
STATED_ADDRESSES = {
    "security-team@sourcegraph.com",
    "security-emergency@sourcegraph.com",
    "report-policy-violation@sourcegraph.com",
}
STATED_DATES = {"31 July 2021", "30 May 2023"}

SPAN = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve) (?:working |business )?"
    r"(?:minute|hour|day|week|month|quarter|year)s?\b"
    r"|\b(?:hourly|daily|weekly|monthly|quarterly|yearly|annual|annually)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
)
TELEPHONE = re.compile(r"\+\d[\d ()-]{6,}|\b0\d{2,4}[ -]\d{3}[ -]?\d{3,}")
AMOUNT = re.compile(r"\d+ ?%|\bper cent\b|[€$£]|\b(?:EUR|USD|GBP|CHF)\b")
FOREIGN = re.compile(
    r"\b(?:Northwind|Northbridge|Northlight|Granite|Microsoft|Teams|Jira|PagerDuty|Signal|Zoom"
    r"|WhatsApp|Okta|CrowdStrike|Splunk|ServiceNow|GitHub|AWS|Azure|ICO|CISA|NCSC|ENISA)\b"
)


ANNEXED = {
    f"annex:{annex.id}.{at}" if chapter.title else f"annex:{annex.id}": chapter.section
    for annex in ANNEXES
    for at, chapter in enumerate(annex.chapters, start=1)
}
"""The section whose records stand under a heading of an annex."""


@pytest.fixture(scope="module")
def judgement(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judgement]:
    home = tmp_path_factory.mktemp("sourcegraph")
    clock = FixedClock()
    shop = workshop(AppPaths.below(home), clock)
    sheet = shop.read_answers(ANSWERS, "combined")
    opened = shop.create(home / "sourcegraph.irplan", "combined", sheet)
    yield opened.judgement
    opened.close()


@pytest.fixture(scope="module")
def sections(judgement: Judgement) -> dict[str, str]:
    """The words of each section, annexed ones too, and of the pages before it, by anchor."""
    found: dict[str, list[str]] = {}
    name = ""
    for block in compose(judgement, ENGLISH, draft=True, when=NOW).body:
        if isinstance(block, Heading) and block.level <= 2:
            name = ANNEXED.get(block.anchor, block.anchor.removeprefix("section:"))
        found.setdefault(name, []).extend(words_of(block))
    return {key: "\n".join(words) for key, words in found.items()}


@pytest.fixture(scope="module")
def stated(sections: dict[str, str], judgement: Judgement) -> str:
    """Everything that stands in the organisation's own sections and the quick card."""
    keys = [*judgement.plan.sections, "quick-card"]
    return "\n".join(sections[key] for key in keys)


@pytest.mark.parametrize(("fact", "section", "words"), FACTS, ids=[row[0] for row in FACTS])
def test_each_fact_stands_in_its_section(sections, fact, section, words):
    assert words in sections[section], f"{fact} is missing from {section}"


@pytest.mark.parametrize("code", UNSTATED)
def test_what_the_handbook_leaves_open_is_a_finding(judgement, code):
    codes = {finding.code for finding in judgement.findings()}

    assert code in codes


def test_no_span_of_time_is_invented(stated):
    assert set(SPAN.findall(stated)) == STATED_SPANS


def test_no_address_is_invented(stated):
    assert set(ADDRESS.findall(stated)) == STATED_ADDRESSES


def test_no_date_is_invented(stated, sections):
    assert DATE.findall(stated) == []
    assert set(DATE.findall(sections[FRONT])) == STATED_DATES | {"21 November 2026"}


@pytest.mark.parametrize("pattern", [TELEPHONE, AMOUNT, FOREIGN], ids=lambda item: item.pattern[:9])
def test_no_number_amount_or_product_is_invented(stated, pattern):
    assert pattern.findall(stated) == []


def test_nobody_is_named_and_nothing_is_filled_from_the_proposals(judgement):
    plan = judgement.plan
    tables = (plan.people, plan.parties, plan.raci, plan.impacts, plan.urgencies, plan.matrix)
    programme = (plan.categories, plan.metrics, plan.playbooks, plan.exercises, plan.distribution)

    assert not any((*tables, *programme))
    assert all(role.holder is None and not role.deputies for role in plan.roles.values())


class FixedClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW


def words_of(block: Block) -> Iterator[str]:
    """Everything a reader reads in `block`, a line each."""
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(content=content):
            yield inline_words(content)
        case ListBlock():
            yield from list_words(block)
        case Table():
            yield from table_words(block)
        case Callout():
            yield from callout_words(block)
        case _:
            yield from labelled_words(block)


def list_words(block: ListBlock) -> Iterator[str]:
    for item in block.items:
        yield inline_words(item.content)
        for nested in item.nested:
            yield from list_words(nested)


def table_words(table: Table) -> Iterator[str]:
    yield table.caption
    yield " ".join(column.title for column in table.columns)
    for row in table.rows:
        for cell in row:
            yield from (inline_words(paragraph) for paragraph in cell.paragraphs)


def callout_words(block: Callout) -> Iterator[str]:
    yield block.title
    for inner in block.content:
        yield from words_of(inner)


def labelled_words(block: Block) -> Iterator[str]:
    match block:
        case Facts(rows=rows):
            yield from (f"{label} {inline_words(content)}" for label, content in rows)
        case Form(fields=fields):
            yield from (f"{blank.label} {blank.hint}" for blank in fields)
        case Figure():
            yield f"{block.caption} {block.alternative}"
        case _:
            return


def inline_words(content: Inlines) -> str:
    return "".join(inline_word(item) for item in content)


def inline_word(item: object) -> str:
    match item:
        case Text() | CrossReference() | OpenPoint():
            return item.text
        case Link():
            return "".join(run.text for run in item.content)
        case LineBreak():
            return "\n"
        case _:
            return ""
