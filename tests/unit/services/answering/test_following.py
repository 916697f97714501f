from app.domain.interview.conditions import Answered
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.template import ProseBlock
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Answer
from app.services.answering.following import AnswerFollowing
from app.services.editing import EditingSession
from tests.builders import question, rid, section, template

SMALL = template(
    section(
        "scope",
        prose=(ProseBlock("All sites."), ProseBlock("Ships too.", Answered("scope.ships"))),
        questions=(question("scope.ships"), question("scope.other")),
    )
)


def session():
    return EditingSession(draft(SMALL, AnswerSheet(), rid("p")))


def answer(open_session, name, value="Two"):
    record = Answer(RecordId(name), rid("scope"), value)
    open_session.apply((put(open_session.plan, record),), "Answer")


def prose(open_session):
    return open_session.plan.sections[rid("scope")].prose


def test_nothing_is_pending_until_an_answer_changes_something():
    opened = session()
    following = AnswerFollowing(opened, SMALL)
    assert following.pending() == ()

    answer(opened, "scope.other")

    assert following.pending() == ()


def test_what_is_chosen_happens_in_one_step_and_is_told_once():
    opened = session()
    following = AnswerFollowing(opened, SMALL)
    answer(opened, "scope.ships")

    following.follow(following.pending(), "Follow answers")

    assert prose(opened) == "All sites.\n\nShips too."
    assert following.pending() == ()
    assert opened.undo_label == "Follow answers"
    opened.undo()
    assert prose(opened) == "All sites."


def test_what_is_left_is_not_told_again():
    opened = session()
    following = AnswerFollowing(opened, SMALL)
    answer(opened, "scope.ships")

    following.leave()

    assert prose(opened) == "All sites."
    assert following.pending() == ()


def test_an_answer_taken_back_leaves_nothing_pending():
    opened = session()
    following = AnswerFollowing(opened, SMALL)
    answer(opened, "scope.ships")

    opened.undo()

    assert following.pending() == ()


def test_answers_of_an_earlier_session_are_still_waited_for():
    opened = session()
    answer(opened, "scope.ships")
    following = AnswerFollowing(opened, SMALL)
    assert following.pending() == ()

    following.take_up({})

    assert [item.change.id for item in following.pending()] == ["scope"]
    assert following.followed == {}
