from datetime import date

from app.domain.plan.governance import AcceptedFinding, Action, ActionState, Comment, Version
from tests.builders import NOON, rid


def test_the_stored_spelling_of_action_states_stays():
    assert [state.value for state in ActionState] == ["open", "done"]


def test_a_new_action_is_open_and_about_the_whole_plan():
    action = Action(rid("a"), "Ask the board")

    assert (action.state, action.due, action.about) == (ActionState.OPEN, None, "")


def test_a_new_version_is_material_and_not_issued():
    version = Version(rid("v"), "1.0")

    assert version.material
    assert (version.issued_on, version.approvers) == (None, ())


def test_remarks_and_acceptances_name_who_and_when():
    assert Comment(rid("c"), "roles/lead", "Ada", "Why?", NOON).at == NOON
    accepted = AcceptedFinding(rid("f"), "Too small", "Ada", date(2026, 11, 21))
    assert (accepted.by, accepted.on) == ("Ada", date(2026, 11, 21))
