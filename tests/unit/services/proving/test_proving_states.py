"""Each state of a history, told by its hashes."""

from dataclasses import replace

from app.domain.lifecycle.matter import matter
from app.domain.plan.codec import content_hash
from app.services.proving.states import states
from tests.builders import person, plan_with
from tests.unit.services.proving.pasts import trail

ADA, BOB = person("ada"), person("bob")
PAST = [plan_with(ADA), plan_with(ADA, BOB), plan_with(BOB)]


def test_every_state_is_told_newest_first():
    told = list(states(trail(*PAST)))

    assert [state.revision for state in told] == [3, 2, 1]
    assert [state.content for state in told] == [content_hash(one) for one in reversed(PAST)]
    assert [state.matter for state in told] == [matter(one) for one in reversed(PAST)]


def test_a_history_that_cannot_be_led_back_ends_there():
    history = trail(*PAST)
    for broken in ("no json", "[]", "[[]]", '[{"kind": "people"}]'):
        entries = (*history.entries[:2], replace(history.entries[2], changes=broken))

        told = list(states(replace(history, entries=entries)))

        assert [state.revision for state in told] == [3]


def test_a_file_without_history_has_no_states():
    assert list(states(replace(trail(*PAST), entries=()))) == []
