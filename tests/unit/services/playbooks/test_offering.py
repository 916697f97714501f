from dataclasses import replace

from app.domain.interview.conditions import Equals
from app.domain.interview.questions import AnswerKind, Option, Question
from app.domain.interview.template import PlanTemplate, SectionTemplate, StartingRecord
from app.domain.plan.changes import apply, made_on
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.sections import Answer
from app.services.playbooks.offering import ADOPT_QUESTION, adopted, dropped, offers
from tests.builders import plan_with, rid, role

BOOK = Playbook(rid("fire"), "Fire", category=rid("cat"), floor=rid("s1"))
OTHER = Playbook(rid("flood"), "Flood")
LEAD, SCRIBE = role("lead", "Lead"), role("scribe", "Scribe")
NOTICE = MessageTemplate(rid("notice"), "Notice")
FIRST = PlaybookStep(
    rid("fire.out"),
    BOOK.id,
    Phase.FIRST_MINUTES,
    "Out.",
    role=LEAD.id,
    decided_by=rid("nobody"),
    message=NOTICE.id,
)
LAST = PlaybookStep(
    rid("fire.end"), BOOK.id, Phase.CLOSE, "End.", role=SCRIBE.id, message=rid("gone")
)
QUESTION = Question(
    ADOPT_QUESTION,
    "playbooks",
    "Which?",
    AnswerKind.CHOICES,
    options=(Option("fire", "Fire"), Option("flood", "Flood")),
)


def template(*records, questions=(QUESTION,), **fields):
    section = SectionTemplate("playbooks", "Playbooks", "What is done.", questions=questions)
    starting = tuple(
        each if isinstance(each, StartingRecord) else StartingRecord(each) for each in records
    )
    words = ("t", "T", "", "", "en-GB", (), (1, 2), ())
    return PlanTemplate(*words, (section,), starting, **fields)


SHELF = template(LAST, FIRST, BOOK, OTHER, LEAD, SCRIBE, NOTICE)


def test_an_offer_tells_what_comes_with_a_playbook():
    fire, flood = offers(plan_with(SCRIBE), SHELF)

    assert [step.id for step in fire.steps] == ["fire.out", "fire.end"]
    assert fire.roles == (LEAD,)
    assert fire.messages == (NOTICE,)
    assert fire.unknown_roles == ("nobody",)
    assert not fire.present
    assert (flood.steps, flood.roles, flood.messages) == ((), (), ())


def test_what_the_plan_lacks_is_left_open():
    fire, _ = offers(plan_with(), SHELF)

    assert (fire.playbook.category, fire.playbook.floor) == (None, None)


def test_a_playbook_of_the_plan_is_present():
    fire, flood = offers(plan_with(OTHER), SHELF)

    assert (fire.present, flood.present) == (False, True)


def test_adopting_brings_all_that_belongs_to_it_and_the_answer():
    plan = plan_with(SCRIBE)
    after = apply(plan, made_on(plan, adopted(plan, SHELF, [BOOK.id, OTHER.id])))

    assert list(after.playbooks) == ["fire", "flood"]
    assert list(after.steps) == ["fire.out", "fire.end"]
    assert set(after.roles) == {"scribe", "lead"}
    assert list(after.messages) == ["notice"]
    assert after.answers[ADOPT_QUESTION].value == ("fire", "flood")


def test_what_the_plan_has_is_left_as_it_is():
    own = replace(OTHER, name="Our flood")
    kept = replace(LAST, action="Ours.")
    plan = plan_with(own, kept, SCRIBE)

    after = apply(plan, made_on(plan, adopted(plan, SHELF, [BOOK.id, OTHER.id])))

    assert after.playbooks[OTHER.id] == own
    assert after.steps[LAST.id] == kept
    assert adopted(after, SHELF, [OTHER.id]) == ()


def test_without_a_question_only_the_records_come():
    bare = template(BOOK, questions=())
    plan = plan_with()
    after = apply(plan, adopted(plan, bare, [BOOK.id]))

    assert list(after.playbooks) == ["fire"]
    assert not after.answers


def test_a_playbook_that_goes_is_taken_out_of_the_answer():
    answer = Answer(ADOPT_QUESTION, rid("playbooks"), ("fire", "flood", "old"))
    plan = plan_with(answer)

    after = apply(plan, made_on(plan, dropped(plan, SHELF, BOOK.id)))

    assert after.answers[ADOPT_QUESTION].value == ("flood", "old")
    assert dropped(plan, SHELF, rid("own")) == ()


def test_an_answer_that_is_no_list_is_not_minded():
    plan = plan_with(Answer(ADOPT_QUESTION, rid("playbooks"), "fire"))

    assert dropped(plan, SHELF, BOOK.id) == ()


def test_of_alternatives_the_one_the_answers_call_for_is_offered():
    wild = replace(BOOK, name="Wild fire")
    when = Equals("profile.sector", "forest")
    shelf = template(BOOK, StartingRecord(wild, when))

    assert [one.playbook.name for one in offers(plan_with(), shelf)] == ["Fire"]
    forest = plan_with()
    profile = replace(forest.profile, sector="forest")
    forest = forest.with_table(Kind.PROFILE, forest.table(Kind.PROFILE).put(profile))
    assert [one.playbook.name for one in offers(forest, shelf)] == ["Wild fire"]


def test_times_come_only_where_the_plan_takes_them_over():
    hour = replace(FIRST, within=Duration(1, TimeUnit.HOURS))
    shelf = template(hour, BOOK, adopt_times=Equals("times.adopt", "yes"))

    (fire,) = offers(plan_with(), shelf)
    assert fire.steps[0].within is None
    (fire,) = offers(plan_with(Answer(rid("times.adopt"), rid("playbooks"), "yes")), shelf)
    assert fire.steps[0].within == hour.within
