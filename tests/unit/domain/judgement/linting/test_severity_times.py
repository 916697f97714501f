from dataclasses import replace

from app.domain.plan.classification import SeverityLevel
from tests.builders import rid
from tests.unit.domain.judgement.subjects import SOON, found, text

LEVEL = SeverityLevel(rid("s1"), "S1 Critical", 1, respond_in_hours=SOON)
PROSE = "S1 incidents get a response within 9 hours.\n\nS1: response within 10 hours."


def test_text_that_contradicts_the_table_of_levels_is_found_once_for_each_subject():
    [finding] = found("time.severity", LEVEL, text("escalation", PROSE))

    assert finding.field == "s1/respond"
    assert finding.record == "escalation"
    assert finding.reason == (
        "Escalation gives 9 hours to respond for S1 Critical, "
        "but the table of severity levels says 4 hours."
    )


def test_text_that_agrees_or_a_level_without_times_is_fine():
    agreed = text("escalation", "S1 incidents get a response within four hours.")

    assert not found("time.severity", LEVEL, agreed)
    assert not found("time.severity", replace(LEVEL, respond_in_hours=None), text(prose=PROSE))


def test_a_section_that_does_not_apply_contradicts_nothing():
    assert not found("time.severity", LEVEL, text(prose=PROSE, not_applicable="No staff."))
