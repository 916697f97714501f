from dataclasses import replace

import pytest

from app.domain.plan.changes import apply, put
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.playbooks import Phase, PlaybookStep
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.subjects import found, judged, text


def hours(amount):
    return Duration(amount, TimeUnit.HOURS)


DUTY = Obligation(
    rid("duty"),
    "EU GDPR personal data breach",
    "Supervisory authority",
    steps=(ObligationStep("Notice", hours(72)), ObligationStep("Individuals", timing="soon")),
    regime="gdpr-33",
)
OPEN = Obligation(rid("nis2"), "NIS2", steps=(ObligationStep("Warning"),), regime="nis2")


def prose_found(prose, *duties):
    return found("time.obligation", text("notification", prose), *(duties or (DUTY, OPEN)))


@pytest.mark.parametrize(
    "prose",
    [
        "Under the GDPR the authority is notified within 48 hours.",
        "The notice of the EU GDPR personal data breach is sent within 4 days.",
        "The Supervisory authority is told within one week.",
        "A breach under gdpr-33 shall be reported no later than 96 hours after it is found.",
    ],
)
def test_text_that_states_another_deadline_for_a_duty_is_found(prose):
    [finding] = prose_found(prose)

    assert (finding.record, finding.field) == ("notification", "duty")
    assert finding.reason.endswith(
        " for EU GDPR personal data breach, but the duty itself says 72 hours."
    )


@pytest.mark.parametrize(
    "prose",
    [
        "Under the GDPR the authority is notified within 72 hours.",
        "Under the GDPR the authority is notified within three days.",
        "Under the GDPR the authority is notified every 48 hours.",
        "Under the GDPR the officer is told within 4 hours.",
        "The privacy officer shall be told within 4 hours of a notice under the GDPR.",
        "Suppliers shall report within 24 hours, so that the GDPR can be met.",
        "The GDPR asks for a register within 24 hours.",
        "A warning under NIS2 is reported within 24 hours.",
        "The GDPR and NIS2 notices are sent within 24 hours.",
        "Notices are sent within 24 hours.",
    ],
)
def test_what_may_speak_of_something_else_is_left_alone(prose):
    assert prose_found(prose) == []


def test_a_duty_is_found_once_in_a_section_and_not_where_it_does_not_apply():
    prose = "GDPR: notice within 48 hours. GDPR: notice within 24 hours."
    gone = text("notification", prose, not_applicable="No data.")

    assert len(prose_found(prose)) == 1
    assert found("time.obligation", gone, DUTY) == []


def test_an_acronym_that_is_not_the_law_names_no_duty():
    contract = Obligation(rid("contract"), "Contract with the NHS", steps=DUTY.steps)

    assert prose_found("The NHS is told within 24 hours.", contract) == []
    assert prose_found("The Contract with the NHS asks to be told within 24 hours.", contract)


def test_a_long_recipient_is_a_description_and_no_name():
    recipient = "Authority " * 10
    duty = Obligation(rid("x"), "X", recipient, steps=DUTY.steps)

    assert prose_found(f"{recipient} is told within 24 hours.", duty) == []


def test_a_duty_without_any_name_is_never_named():
    assert prose_found("A notice is sent within 24 hours.", Obligation(rid("x"), "", "", "")) == []


def step(action, within=None):
    return PlaybookStep(rid("s-1"), rid("breach"), Phase.COMMUNICATE, action, within=within)


@pytest.mark.parametrize(
    ("action", "within", "span"),
    [
        ("Send the GDPR notice to the authority.", hours(96), "96 hours"),
        ("Send the GDPR notice within 96 hours.", None, "96 hours"),
        ("Send the GDPR notice within 96 hours.", hours(1), "96 hours"),
        ("Prepare it. Send the GDPR notice.", hours(96), "96 hours"),
    ],
)
def test_a_step_that_allows_a_duty_another_time_is_found(action, within, span):
    [finding] = found("time.step-obligation", step(action, within), DUTY)

    assert finding.field == "duty"
    assert finding.reason == (
        f"A step of a playbook gives {span} for EU GDPR personal data breach, "
        "but the duty itself says 72 hours."
    )


@pytest.mark.parametrize(
    ("action", "within"),
    [
        ("Send the GDPR notice to the authority.", hours(24)),
        ("Send the GDPR notice to the authority.", None),
        ("Send the GDPR notice within 72 hours.", hours(96)),
        ("Brief the team.", hours(96)),
        ("", hours(96)),
    ],
)
def test_a_step_may_be_sooner_than_the_duty_asks(action, within):
    assert found("time.step-obligation", step(action, within), DUTY) == []


def test_a_limit_changed_in_the_duty_is_followed_in_text_and_steps():
    prose = text("notification", "Under the GDPR the authority is notified within 72 hours.")
    action = step("Send the GDPR notice.", hours(72))
    judgement = judged(plan_with(prose, action, DUTY))
    assert not times(judgement)

    changes = (put(judgement.plan, replace(DUTY, steps=(ObligationStep("Notice", hours(24)),))),)
    judgement.update(apply(judgement.plan, changes), changes)

    assert times(judgement) == {"time.obligation", "time.step-obligation"}


def times(judgement):
    codes = {finding.code for finding in judgement.findings()}
    return {code for code in codes if code.startswith("time.")}
