"""An answer as a change of the plan."""

from app.domain.interview.conditions import Answered, Equals
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.questions import AnswerKind, Question
from app.domain.interview.template import PlanTemplate, ProseBlock, SectionTemplate
from app.domain.plan import changes
from app.domain.plan.ids import RecordId
from app.services.answering.answers import answer_changes

HOTLINE = Question(RecordId("hotline"), "scope", "Which number?", AnswerKind.TEXT)
NAME = Question(RecordId("profile.legal_name"), "scope", "Which name?", AnswerKind.TEXT)
CARDS = Question(RecordId("cards"), "scope", "Card payments?", AnswerKind.YES_NO)
SCOPE = SectionTemplate(
    "scope",
    "Scope",
    "",
    prose=(ProseBlock("Always."), ProseBlock("Call {{hotline}}.", Answered("hotline"))),
    questions=(HOTLINE, NAME, CARDS),
)
PAYMENTS = SectionTemplate(
    "evidence",
    "Cards",
    "",
    prose=(ProseBlock("Cards."),),
    applies=Equals("cards", True),
    otherwise="No cards are taken.",
)
TEMPLATE = PlanTemplate("t", "T", "", "", "en-GB", (), (1, 2), (), (SCOPE, PAYMENTS))


def plan_after(*answers, start=None):
    plan = start or draft(TEMPLATE, AnswerSheet(), RecordId("plan-a"))
    for question, value in answers:
        plan = changes.apply(plan, answer_changes(plan, TEMPLATE, question, value))
    return plan


def test_an_answer_is_kept_and_brings_the_text_that_rests_on_it():
    plan = plan_after((HOTLINE, "ext. 1"))

    assert plan.answers[HOTLINE.id].value == "ext. 1"
    assert plan.sections[RecordId("scope")].prose == "Always.\n\nCall {{hotline}}."


def test_an_answer_taken_back_leaves_no_record_and_no_text():
    plan = plan_after((HOTLINE, "ext. 1"), (HOTLINE, " "))

    assert HOTLINE.id not in plan.answers
    assert plan.sections[RecordId("scope")].prose == "Always."


def test_an_answer_about_the_organisation_goes_into_its_profile():
    stated = plan_after((NAME, "Northwind"))

    assert stated.profile.legal_name == "Northwind"
    assert plan_after((NAME, None), start=stated).profile.legal_name == ""


def test_a_section_applies_once_the_answer_says_so():
    before = plan_after()

    after = plan_after((CARDS, True))

    assert before.sections[RecordId("evidence")].not_applicable == "No cards are taken."
    assert after.sections[RecordId("evidence")].not_applicable == ""


def test_a_section_a_person_exempted_stays_exempt():
    plan = plan_after((CARDS, True))
    section = plan.sections[RecordId("evidence")]
    words = type(section)(section.id, section.title, section.prose, not_applicable="Own reason.")
    plan = changes.apply(plan, (changes.put(plan, words),))

    plan = plan_after((CARDS, False), (CARDS, True), start=plan)

    assert plan.sections[RecordId("evidence")].not_applicable == "Own reason."


def test_a_question_that_was_open_stays_open():
    plan = plan_after()

    assert answer_changes(plan, TEMPLATE, HOTLINE, None) == ()


def test_text_that_people_have_edited_waits_until_they_agree():
    plan = plan_after()
    section = plan.sections[RecordId("scope")]
    words = type(section)(section.id, section.title, "Always, and on Sundays.")
    plan = changes.apply(plan, (changes.put(plan, words),))

    plan = plan_after((HOTLINE, "ext. 1"), start=plan)

    assert plan.sections[RecordId("scope")].prose == "Always, and on Sundays."
