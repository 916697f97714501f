from app.domain.plan.codec import record_data, record_from
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation, Lesson, LessonState
from tests.builders import NOON, rid


def test_the_stored_spelling_of_states_stays():
    assert [state.value for state in LessonState] == ["open", "adopted", "rejected"]


def test_what_happened_is_stored_whole():
    used = Activation(rid("a"), "Mail outage", NOON, NOON, exercised=("playbooks/mail",))
    lesson = Lesson(rid("l"), "Nobody had the list", "activations/a", state=LessonState.ADOPTED)

    assert record_from(Kind.ACTIVATION, record_data(used)) == used
    assert record_from(Kind.LESSON, record_data(lesson)) == lesson
