import pytest

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.programme import Exercise, LogSource, Metric, TrainingItem
from tests.builders import rid
from tests.unit.domain.judgement.subjects import found, text

PROMISE = "Backups shall be restored every quarter."


@pytest.mark.parametrize(
    "prose",
    [
        PROMISE,
        "The organisation shall restore backups each month.",
        "We will restore backups annually!",
        "Backups must be carefully kept and shall be shown once a year.",
    ],
)
def test_a_recurring_duty_of_nobody_is_a_hint(prose):
    [finding] = found("promise.no-owner", text("recovery", prose))

    assert finding.record == "recovery"
    assert finding.reason == (
        f"Recovery promises “{prose.rstrip('.!')}”, but nobody owns it and no record shows it."
    )


@pytest.mark.parametrize(
    "prose",
    [
        "The technical lead shall have backups restored every quarter.",
        "Backups shall be restored every quarter by internal audit.",
        "The owner keeps a list. Backups shall be restored every quarter.",
        "Backups are restored every quarter.",
        "Backups shall be restored every hour.",
        "Backups shall be restored within a month.",
        "Backups shall be restored.",
        "",
    ],
)
def test_a_duty_of_somebody_or_without_a_cycle_is_no_empty_promise(prose):
    assert not found("promise.no-owner", text("recovery", prose))


@pytest.mark.parametrize(
    "record",
    [
        Metric(rid("r"), "Restored backups"),
        TrainingItem(rid("r"), "Administrators", "Restoring of backups"),
        Exercise(rid("r"), "Restore of backups"),
        LogSource(rid("r"), "Backup platform"),
        EvidenceRecord(rid("r"), "Records of restored backups"),
    ],
)
def test_a_record_of_it_keeps_the_promise(record):
    assert not found("promise.no-owner", text("recovery", PROMISE), record)


def test_a_record_of_something_else_does_not():
    assert found("promise.no-owner", text("recovery", PROMISE), Metric(rid("r"), "Time to respond"))


def test_a_section_with_an_owner_or_out_of_judgement_promises_nothing_in_vain():
    assert not found("promise.no-owner", text("recovery", PROMISE, owner="Ada Bell"))
    assert not found("promise.no-owner", text("recovery", PROMISE, not_applicable="None."))


def test_a_long_promise_is_cut_short_and_only_the_first_is_told():
    long = f"Backups of {'every last thing ' * 9}shall be restored every quarter."

    [finding] = found("promise.no-owner", text("recovery", f"{long} {PROMISE}"))

    assert " …”, but nobody owns it" in finding.reason
    assert len(finding.reason) < 200
