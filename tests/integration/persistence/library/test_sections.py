from app.domain.interview.conditions import AllOf, Answered, Equals, Not
from app.domain.interview.questions import AnswerKind, Option
from app.domain.interview.template import Guidance


def _section(shelf, key):
    return shelf.library.template("small").by_key[key]


def test_a_question_is_read_with_all_it_says(shelf):
    question = _section(shelf, "purpose").questions[0]

    assert (question.id, question.section) == ("profile.legal_name", "purpose")
    assert (question.kind, question.topic) == (AnswerKind.TEXT, "organisation")
    assert (question.why, question.example) == ("It stands on the cover.", "Northwind Ltd")
    assert question.required
    assert question.when is None


def test_options_keep_their_order(shelf):
    question = _section(shelf, "classification").questions[1]

    assert question.options == (Option("two", "Two"), Option("four", "Four"))


def test_guidance_is_read(shelf):
    guidance = _section(shelf, "detection_reporting").guidance

    assert guidance == Guidance(
        ("One channel for everything.",),
        ("Can staff say how to report?",),
        ("A list of ten addresses.",),
    )


def test_prose_keeps_its_condition(shelf):
    block = _section(shelf, "detection_reporting").prose[0]

    assert block.text.startswith("Staff shall report to {{reporting.channel}}")
    assert block.when == AllOf(
        (Answered("reporting.channel"), Not(Equals("reporting.channel", "")))
    )


def test_a_section_says_why_it_may_not_apply(shelf):
    section = _section(shelf, "privacy_breach")

    assert section.applies == Equals("profile.uses_cloud", True)
    assert section.otherwise == "No personal data is kept."
