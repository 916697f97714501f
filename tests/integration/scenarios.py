"""Organisations of other sectors and countries, made from the complete sample.

Each answers the profile anew, adopts every duty to notify that this profile proposes, adds what
only its frameworks ask for, and has a person stand for what no text can show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from app.bootstrap import SAMPLE, samples_folder
from app.domain.interview.drafting import AnswerSheet, SectionWords, draft
from app.domain.judgement.coverage import BEYOND_TEXT
from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.deadlines.proposing import proposed
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Framework
from app.domain.judgement.standards import Standards
from app.domain.plan.assurance import Attestation, requirement_key
from app.domain.plan.documents import FormBlank, FormTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import ObligationStep
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.programme import RelatedDocument, Resource, Term
from app.domain.plan.records import Records
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.exchange.answers import read_answers
from tests.builders import rid
from tests.shipped import SHIPPED_LIBRARY

TODAY = date(2026, 11, 21)
LIBRARY = SHIPPED_LIBRARY
TEMPLATE = LIBRARY.template("combined")
SHIPPED: dict[str, Framework] = {
    summary.id: LIBRARY.framework(summary.id) for summary in LIBRARY.frameworks()
}
STANDARDS = Standards(tuple(SHIPPED.values()), LIBRARY.elements(), LIBRARY.regimes())


@dataclass(frozen=True)
class Scenario:
    """The sample with other `answers`, `sentences` added to sections, and further `records`.

    `steps` are notices that the organisation adds to the terms of a regime it has adopted.
    """

    name: str
    answers: Mapping[str, Any]
    sentences: Mapping[str, str] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    steps: Mapping[str, ObligationStep] = field(default_factory=dict)


def judged(plan: Plan) -> Judgement:
    """A judgement of `plan` on the day of these tests, with all that is shipped."""
    return Judgement(plan, TEMPLATE, STANDARDS, TODAY)


@cache
def sample_sheet() -> AnswerSheet:
    """What the sample organisation has answered."""
    return read_answers(samples_folder() / f"{SAMPLE}.toml", TEMPLATE)


def plan_of(scenario: Scenario) -> Plan:
    """The plan of an organisation that did everything its situation asks for."""
    sheet = sample_sheet()
    said = {key: sheet.sections.get(key, SectionWords()) for key in scenario.sentences}
    sections = {
        key: replace(words, add=f"{words.add}\n\n{scenario.sentences[key]}")
        for key, words in said.items()
    }
    stated = replace(
        sheet,
        answers={**sheet.answers, **scenario.answers},
        sections={**sheet.sections, **sections},
    )
    plan = draft(TEMPLATE, stated, rid("scenario")).with_table(Kind.EXCLUSION, Records())
    plan = _with_duties(plan, scenario.steps)
    for record in scenario.records:
        plan = _added(plan, record)
    return _attested(plan)


def _with_duties(plan: Plan, steps: Mapping[str, ObligationStep]) -> Plan:
    """Every regime that the profile proposes, adopted with owner, contact and message."""
    for proposal in proposed(plan.profile, STANDARDS.regimes):
        terms = adopt(proposal.regime, TODAY)
        further = (steps[terms.regime],) if terms.regime in steps else ()
        duty = replace(
            terms,
            steps=(*terms.steps, *further),
            decision_owner=rid("legal-counsel"),
            contact=rid("ncsc"),
            message=rid("regulator-initial-notice"),
        )
        plan = _added(plan, duty)
    return plan


def _attested(plan: Plan) -> Plan:
    """Every requirement that text cannot settle, attested by a named person."""
    attestations = (
        Attestation(
            requirement_key(framework.id, requirement.id),
            by="Margaret Oduya",
            note="Read the records and spoke with their owners.",
            on=date(2026, 10, 6),
        )
        for framework in SHIPPED.values()
        for requirement in framework.requirements
        if requirement.check in BEYOND_TEXT
    )
    return plan.with_table(Kind.ATTESTATION, Records(attestations))


def _added(plan: Plan, record: Record) -> Plan:
    kind = kind_of(record)
    return plan.with_table(kind, Records((*plan.table(kind).values(), record)))


CUSTOMER_INVESTIGATION = RaciActivity(
    rid("customer-investigation"),
    "Examine an incident at a customer",
    (
        RaciAssignment(rid("technical-lead"), Raci.ACCOUNTABLE),
        RaciAssignment(rid("security-analyst"), Raci.RESPONSIBLE),
    ),
)

SCENARIOS = (
    Scenario(
        "a bank in the European Union",
        {"profile.sector": "finance", "profile.jurisdictions": ("EU",)},
        sentences={
            "third_parties": (
                "A supplier shall help in an incident that concerns its service at no extra cost, "
                "or at a cost agreed beforehand."
            ),
        },
        records=(
            Term(
                rid("major-by-rule"),
                "Major incident under DORA",
                "An incident at a critical service with malicious access, or with two of the "
                "thresholds passed, or that recurs within six months.",
            ),
            Term(
                rid("significant-threat"),
                "Significant threat",
                "A threat to a critical service, judged by the clients concerned and the "
                "countries in which they are.",
            ),
            CUSTOMER_INVESTIGATION,
        ),
    ),
    Scenario(
        "an airline in the European Union",
        {"profile.sector": "general", "profile.jurisdictions": ("EU",), "profile.uses_ot": True},
    ),
    Scenario(
        "a maker of software sold in the European Union",
        {"profile.sector": "software", "profile.jurisdictions": ("EU",), "profile.uses_ai": True},
        records=(
            RelatedDocument(
                rid("secure-development"),
                "Secure Development Standard",
                "STD-021",
                "Yusuf Karim",
                "How software is designed, checked and mended",
            ),
        ),
    ),
    Scenario(
        "a listed lender in New York",
        {"profile.sector": "finance", "profile.jurisdictions": ("US", "US-NY")},
    ),
    Scenario(
        "a hospital in the United States",
        {"profile.sector": "health", "profile.jurisdictions": ("US",)},
    ),
    Scenario(
        "a power utility in the United States",
        {"profile.sector": "general", "profile.jurisdictions": ("US",), "profile.uses_ot": True},
        sentences={
            "maintenance_review": (
                "The plan is updated within 90 days of an incident or an exercise, and within "
                "60 days of a change of roles or technology."
            ),
        },
    ),
    Scenario(
        "a cloud provider to federal agencies",
        {
            "profile.sector": "software",
            "profile.jurisdictions": ("US",),
            "profile.data_kinds": ("personal", "government", "customer-content"),
            "profile.baseline": "",
        },
        sentences={
            "roles": (
                "The incident response team reaches any site of the organisation within 8 hours."
            ),
            "classification": (
                "The impact on agencies is rated from 1 to 5, where 5 stands for the worst. Until "
                "it has been estimated the impact on agencies counts as 5."
            ),
        },
        records=(
            FormTemplate(
                rid("agency-impact"),
                "Agency impact",
                "One for each estimate.",
                (FormBlank("Impact on agencies from 1 to 5", "With the reason"),),
            ),
            Resource(
                rid("practice-range"),
                "Practice range",
                "Scripted attacks on copies of the systems, to practise and to test the response",
                "Sofia Lindqvist",
                "A cloud account of its own",
            ),
        ),
        steps={
            "us-fedramp": ObligationStep(
                "Ongoing reports, class C",
                Duration(6, TimeUnit.HOURS),
                "previous submission",
                "until the incident is resolved",
            ),
        },
    ),
    Scenario(
        "an insurer in Australia",
        {"profile.sector": "finance", "profile.jurisdictions": ("AU",)},
    ),
)
