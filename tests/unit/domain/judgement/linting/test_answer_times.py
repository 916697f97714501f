import pytest

from app.domain.interview.questions import AnswerKind
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.sections import Answer
from tests.builders import plan_with, question, rid, section, template
from tests.unit.domain.judgement.subjects import SOON, judged, text


def asked(key, words, kind=AnswerKind.DURATION):
    return question(key, kind, text=words)


TEMPLATE = template(
    section(
        questions=(
            asked("triage.within", "Within which time is a report assessed?"),
            asked("report.within", "Within which time is the report of a review issued?"),
            asked("report.again_within", "How soon is the report of a review issued?"),
            asked("logs.kept_for", "For how long are security logs kept?"),
            asked("contacts.interval", "What is the longest time between two checks of contacts?"),
            asked("exercises.interval", "What is the longest time between two exercises?"),
            asked("versions.retention", "How long are superseded versions kept?"),
            asked("moon.phase", "Which phase has the moon?"),
            asked("report.note", "Is a report assessed?", AnswerKind.TEXT),
        )
    )
)
KEYS = [item.id for item in TEMPLATE.sections[0].questions]


def found(prose, answer=SOON, **fields):
    answers = [Answer(key, rid("purpose"), answer) for key in KEYS]
    plan = plan_with(text(prose=prose, **fields), *answers)
    findings = judged(plan, template=TEMPLATE).findings()
    return [finding for finding in findings if finding.code == "time.answer"]


@pytest.mark.parametrize(
    ("prose", "key"),
    [
        ("Each report shall be assessed within 9 hours.", "triage.within"),
        ("Security logs are kept for at least 9 months.", "logs.kept_for"),
        ("Contacts are checked every 9 months.", "contacts.interval"),
        ("Superseded versions are kept for 9 months.", "versions.retention"),
    ],
)
def test_a_number_that_is_not_the_answer_is_found(prose, key):
    [finding] = found(prose)

    assert (finding.record, finding.field) == ("purpose", key)


def test_the_reason_tells_both_times():
    prose = "A report is assessed within 9 hours. A report is assessed within 10 hours."

    [finding] = found(prose)

    assert finding.reason == (
        "Purpose says 9 hours, but the answer to “Within which time is a report assessed?” "
        "is 4 hours."
    )


@pytest.mark.parametrize(
    "prose",
    [
        "Each report shall be assessed within 4 hours.",
        "Each report shall be assessed within {{triage.within}}.",
        "Each report shall be confirmed within 9 hours.",
        "Each report shall be assessed every 9 hours.",
        "Each report is assessed within 9 hours and closed within 10 hours.",
        "The report of a review is issued within 9 hours.",
        "There are exercises every 9 months.",
        "The moon has this phase for 9 days.",
        "",
    ],
)
def test_what_is_not_clearly_about_one_question_is_left_alone(prose):
    assert found(prose) == []


def test_only_a_span_of_time_can_be_contradicted():
    prose = "Each report shall be assessed within 9 hours."

    assert found(prose, answer="soon") == []
    assert found(prose, answer=Duration(9, TimeUnit.HOURS)) == []
    assert found(prose, not_applicable="Nobody reports.") == []
