import pytest

from app.domain.interview.questions import AnswerKind, Option
from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    Evidence,
    Is,
    MatrixFilled,
    Rows,
    Says,
)
from app.domain.judgement.elements.evidence import evidence_of
from app.domain.judgement.linkage import Linkage
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import person, plan_with, question, rid, role, section, template
from tests.unit.domain.judgement.elements.shelf import element
from tests.unit.domain.judgement.subjects import TODAY, context, severities, text

WHY = Answer(rid("why"), rid("purpose"), "Because.")


def shown(test, *records, profile=None):
    return evidence_of(context(*records, profile=profile), element("e", test, section="roles"))


def test_an_answer_is_shown_with_its_question_and_its_section():
    assert shown(Answered(("why", "note")), WHY) == (
        Evidence(Kind.ANSWER, "why", "purpose", "What is why?", "Because."),
    )


def test_an_answer_that_is_no_longer_asked_for_shows_nothing():
    stray = Answer(rid("ot"), rid("scope"), "Old.")

    assert shown(Answered(("ot",)), stray) == ()
    assert len(shown(Answered(("ot",)), stray, profile=Profile(uses_ot=True))) == 1


def test_a_question_no_template_has_is_shown_in_the_section_of_the_element():
    own = Answer(rid("own"), rid("purpose"), ("One", "Two"))

    assert shown(Answered(("own",)), own) == (
        Evidence(Kind.ANSWER, "own", "roles", "own", "One and Two"),
    )


@pytest.mark.parametrize(
    ("kind", "value", "quote"),
    [
        (AnswerKind.CHOICE, "own", "Our own team"),
        (AnswerKind.CHOICES, ("own", "hired"), "Our own team and hired"),
    ],
)
def test_a_choice_is_shown_by_its_label(kind, value, quote):
    asked = question("who", kind, options=(Option("own", "Our own team"),))
    plan = plan_with(Answer(rid("who"), rid("purpose"), value))
    known = template(section("purpose", questions=(asked,)))
    judged = Context(plan, all_answers(plan), known, TODAY, Linkage(plan))

    [found] = evidence_of(judged, element("e", Answered(("who",))))

    assert found.quote == quote


def test_rows_show_the_first_and_count_the_rest():
    ada = person("ada")
    roles = [role(key, holder=rid("ada")) for key in ("lead", "legal", "comms")]

    assert shown(Rows(Kind.ROLE, filled=("holder",)), ada, role("empty"), *roles) == (
        Evidence(Kind.ROLE, "lead", "roles", "", "Lead", 2),
    )


def test_no_row_shows_nothing():
    assert shown(Rows(Kind.ROLE, filled=("holder",)), role("empty")) == ()


def test_what_covers_a_table_is_shown():
    steps = [
        PlaybookStep(rid("a"), rid("leak"), Phase.CLOSE, "Close"),
        PlaybookStep(rid("b"), rid("leak"), Phase.CONTAIN, "Cut off"),
    ]
    test = Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Is("phase", (Phase.CONTAIN,)),))

    assert shown(test, Playbook(rid("leak"), "Leak"), *steps) == (
        Evidence(Kind.STEP, "b", "playbooks", "", "Cut off"),
    )


def test_a_sentence_is_shown_with_its_values():
    prose = text("scope", "One. Escalate at {{ why }} or {{note}}.")

    assert shown(Says(("purpose", "scope"), (("escalat",),)), text(), prose, WHY) == (
        Evidence(Kind.SECTION, "scope", "scope", "", "Escalate at Because. or …."),
    )


def test_only_the_first_section_that_says_it_is_shown():
    both = [text("purpose", "Escalate."), text("scope", "Escalate too.")]

    [found] = shown(Says(("purpose", "scope"), (("escalat",),)), *both)

    assert found.quote == "Escalate."


def test_a_section_set_aside_or_missing_shows_nothing():
    aside = text("purpose", "Escalate.", not_applicable="No.")

    assert shown(Says(("purpose", "scope"), (("escalat",),)), aside) == ()


def test_a_matrix_is_shown_by_its_levels():
    assert shown(MatrixFilled(), *severities("Bad", "Mild")) == (
        Evidence(Kind.SEVERITY, "sev-1", "classification", "", "Bad", 1),
    )


def test_an_answer_that_does_not_count_shows_nothing():
    assert shown(Answered(("why",), other_than=("Because.",)), WHY) == ()
