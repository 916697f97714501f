"""The way through the interview, and what the order in which one goes does not change."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.plan import Kind
from app.services.answering.answers import answer_changes
from app.services.answering.following import AnswerFollowing
from app.services.answering.redrafting import same_text
from app.services.editing import EditingSession
from app.services.interviewing.topics import topics_of
from app.services.interviewing.walk import RESULT, beginning, finished, step, stops
from tests.builders import QUICK
from tests.unit.services.interviewing.interviews import TEMPLATE, drafted

VALUES = {
    "profile.legal_name": st.sampled_from(["Northwind", "", "Sea & Sons"]),
    "profile.sector": st.sampled_from(["health", "finance", ""]),
    "cards": st.booleans() | st.none(),
    "brand": st.sampled_from(["Own brand", None]),
}
STEPS = st.lists(
    st.one_of([st.tuples(st.just(name), value) for name, value in VALUES.items()]), max_size=12
)


def progress(plan, skipped=()):
    return topics_of(TEMPLATE, plan, skipped)


def test_the_last_stop_comes_behind_the_topics():
    assert stops(progress(drafted())) == ("who", "what", RESULT)


def test_one_begins_with_the_first_topic_and_goes_on_where_one_was():
    begun = progress(drafted(profile__legal_name="Northwind"))

    assert beginning(begun) == "who"
    assert beginning(begun, "what") == "what"
    assert beginning(begun, RESULT) == RESULT
    assert beginning(begun, "a topic of another template") == "who"


def test_what_is_settled_is_passed_over():
    done = drafted(profile__legal_name="Northwind", profile__sector="other")

    assert beginning(progress(done)) == "what"
    assert beginning(progress(drafted(), {"who"})) == "what"


def test_a_plan_whose_topics_are_all_begun_begins_with_what_is_open():
    made = drafted(profile__legal_name="Northwind", cards=True)

    assert beginning(progress(made)) == RESULT
    assert not finished(progress(made))


def test_steps_end_at_either_end():
    known = progress(drafted())

    assert step(known, "who", -1) == "who"
    assert step(known, "who", 1) == "what"
    assert step(known, "what", 5) == RESULT
    assert step(known, "gone", 1) == "what"


def test_a_template_without_an_interview_leads_to_the_last_stop():
    assert beginning(()) == RESULT
    assert step((), RESULT, 1) == RESULT
    assert finished(())


def test_finished_is_what_is_done_or_skipped():
    assert finished(progress(drafted(profile__legal_name="N", profile__sector="x", cards=False)))
    assert finished(progress(drafted(), {"who", "what"}))
    assert not finished(progress(drafted(), {"who"}))


@QUICK
@given(STEPS, st.randoms(use_true_random=False))
def test_answers_make_the_same_plan_in_any_order(steps, randomness):
    last = dict(steps)
    ordered = [(name, last[name]) for name in VALUES if name in last]
    shuffled = list(last.items())
    randomness.shuffle(shuffled)

    straight, roundabout = walked(ordered), walked([*steps, *shuffled])

    same(straight.plan, roundabout.plan)


@QUICK
@given(STEPS)
def test_answers_make_the_plan_that_is_drafted_from_them(steps):
    last = {name: value for name, value in dict(steps).items() if value not in {None, ""}}

    same(walked(steps).plan, drafted(**{k.replace(".", "__"): v for k, v in last.items()}))


@QUICK
@given(STEPS)
def test_undoing_all_leads_back_to_the_start(steps):
    session = walked(steps)

    while session.undo():
        pass

    assert session.plan == drafted()


def walked(steps):
    """A session after the answers, with all they ask for agreed to at the end."""
    session = EditingSession(drafted())
    following = AnswerFollowing(session, TEMPLATE)
    for name, value in steps:
        question = TEMPLATE.questions[name]
        session.apply(answer_changes(session.plan, TEMPLATE, question, value), question.text)
    following.follow(following.pending(), "Follow")
    return session


def same(first, second):
    """The same records and the same words, whatever their order in a table."""
    for kind in Kind:
        one, other = dict(first.table(kind).items()), dict(second.table(kind).items())
        assert one.keys() == other.keys(), kind
        for key, record in one.items():
            if kind is Kind.SECTION:
                assert same_text(record.prose, other[key].prose)
                assert record.not_applicable == other[key].not_applicable
            else:
                assert record == other[key]
