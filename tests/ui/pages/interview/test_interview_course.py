"""What the guided start remembers, and what it works out while one answers."""

import pytest

from app.domain.comparing.redline import SpanKind
from app.domain.plan.ids import RecordId
from app.services.interviewing.outcome import Fate
from app.services.interviewing.walk import RESULT
from ui.pages.interview.course import InterviewCourse
from ui.pages.sections.answer_edits import AnswerEdits

RANSOMWARE = RecordId("ransomware")


@pytest.fixture
def course(host, begun):
    return following(host, begun)


def following(host, desk):
    made = InterviewCourse(desk.bridge, desk, host)
    desk.bridge.changed.connect(made.note)
    return made


def answer(desk, name, value):
    question = desk.bridge.template.questions[name]
    AnswerEdits(desk.bridge, "test").answer(question, value)


def names(pieces, fate):
    return [piece.name for piece in pieces if piece.fate is fate]


def test_records_wait_for_agreement_and_come_in_one_step(course, begun):
    answer(begun, "playbooks.adopt", ("ransomware",))
    course.look_at_pending()
    (coming,) = names(course.outcome.playbooks, Fate.COMES)
    assert RANSOMWARE not in begun.bridge.plan.playbooks

    course.agree(course.bundles, "Follow the answers")

    assert begun.bridge.plan.playbooks[RANSOMWARE].name == coming
    assert names(course.outcome.playbooks, Fate.STAYS) == [coming]
    assert course.bundles == ()
    begun.bridge.undo()
    assert RANSOMWARE not in begun.bridge.plan.playbooks


def test_what_was_agreed_to_waits_again_once_it_is_undone(course, begun):
    answer(begun, "playbooks.adopt", ("ransomware",))
    course.look_at_pending()
    waiting = course.bundles
    course.agree(waiting, "Follow the answers")

    begun.bridge.undo()
    course.look_at_pending()
    assert [(item.kind, item.id) for item in course.bundles] == [
        (item.kind, item.id) for item in waiting
    ]

    begun.bridge.redo()
    course.look_at_pending()
    assert course.bundles == ()


def test_what_is_left_is_not_told_again(course, begun):
    answer(begun, "playbooks.adopt", ("ransomware",))

    course.agree((), "Follow the answers")

    assert course.bundles == ()
    assert RANSOMWARE not in begun.bridge.plan.playbooks


def test_answers_of_an_earlier_session_still_wait(qtbot, host, begun, tmp_path):
    first = following(host, begun)
    first.go_to("technology")
    answer(begun, "playbooks.adopt", ("ransomware",))
    assert begun.close()
    assert begun.open(tmp_path / "ours.irplan")

    again = following(host, begun)

    qtbot.waitUntil(lambda: again.bundles != ())
    assert again.here == "technology"
    assert RANSOMWARE in {bundle.id for bundle in again.bundles}


def test_what_was_followed_in_an_earlier_session_waits_no_more(qtbot, host, begun, tmp_path):
    first = following(host, begun)
    answer(begun, "playbooks.adopt", ("ransomware",))
    first.agree((), "Follow the answers")
    assert begun.close()
    assert begun.open(tmp_path / "ours.irplan")

    again = following(host, begun)

    qtbot.wait(100)
    again.look_at_pending()
    assert again.bundles == ()


def test_words_are_compared_with_those_before_the_question_was_begun(course, begun):
    answer(begun, "reporting.channel", "The old desk")
    answer(begun, "comms.spokesperson", "The chair")
    for typed in ("T", "Th", "The new desk"):
        answer(begun, "reporting.channel", typed)

    course.look_at_words()

    spans = [span for passage in course.passages for span in passage.pieces]
    told = {
        kind: "".join(x.text for x in spans if getattr(x, "kind", None) is kind)
        for kind in SpanKind
    }
    assert "old" in told[SpanKind.REMOVED]
    assert "new" in told[SpanKind.ADDED]


def test_words_are_looked_for_once_nobody_types(qtbot, course, begun):
    answer(begun, "reporting.channel", "Desk, extension 2222")
    with qtbot.waitSignal(course.produced):
        course.follow()

    assert course.passages


def test_a_topic_of_another_template_is_no_stop(course):
    course.go_to("gone")

    assert course.here == "organisation"


def test_a_plan_made_of_a_file_of_answers_begins_with_what_is_open(
    host, desk, sample_file, tmp_path
):
    copy = tmp_path / "sample.irplan"
    copy.write_bytes(sample_file.read_bytes())
    assert desk.open(copy)

    made = following(host, desk)

    assert made.here == RESULT
    made.look_at_pending()
    assert made.bundles == ()
    assert sum(len(item.open) for item in made.progress) == 2


def test_what_waits_is_worked_out_once_nobody_types(qtbot, course, begun):
    answer(begun, "playbooks.adopt", ("ransomware",))
    course.follow()
    assert course.bundles == ()

    qtbot.waitUntil(lambda: RANSOMWARE in {bundle.id for bundle in course.bundles})


def test_what_was_worked_out_for_an_earlier_plan_is_not_told(course, begun):
    earlier = begun.bridge.plan
    answer(begun, "playbooks.adopt", ("ransomware",))
    course.look_at_pending()
    waiting = course.bundles

    course._on_pending((earlier, ()))

    assert course.bundles == waiting != ()
