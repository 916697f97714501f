from dataclasses import replace
from datetime import date
from typing import cast

from typing_extensions import override

from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding
from app.domain.plan.governance import AcceptedFinding, Action, ActionState
from app.domain.plan.plan import Record
from app.export.compose.editions.open_list import open_list
from app.export.compose.editions.room import Room
from tests.builders import person, plan_with, rid
from tests.unit.export.compose.editions.sources import WIDE, source_of, trimmer
from tests.unit.export.compose.reading import lines


def listed(*records: Record, room: Room = WIDE) -> list[str]:
    source = source_of(*records)
    return lines(open_list(source, trimmer(source, room)))[1:]


FOUND = tuple(source_of(person("ada")).judgement.findings())


class Faultless:
    """As much of a `Judgement` as the list looks at, of a plan nobody objects to."""

    plan = plan_with()

    def findings(self, *, accepted: bool = False) -> tuple[Finding, ...]:
        del accepted
        return ()


def test_a_plan_without_open_points_says_so():
    source = replace(source_of(), judgement=cast("Judgement", Faultless()))

    made = lines(open_list(source, trimmer(source)))

    assert made[1:] == ["No point is open, and no risk was accepted."]


def test_open_actions_stand_by_their_dates():
    made = listed(
        Action(rid("a"), "Later", "Bob", date(2027, 1, 2)),
        Action(rid("b"), "Whenever"),
        Action(rid("c"), "Sooner", due=date(2026, 12, 1)),
        Action(rid("d"), "Done", state=ActionState.DONE),
    )

    assert [text for text in made if text.startswith(("Due", "Action"))] == [
        "Due 1 December 2026: Sooner",
        "Due 2 January 2027: Later (Bob)",
        "Action: Whenever",
    ]


def test_findings_stand_with_their_weight_and_what_is_left_out_is_counted():
    source = source_of(*(person(f"p{n}") for n in range(9)))
    found = source.judgement.findings()
    assert found

    made = lines(open_list(source, trimmer(source, Room(2, 400))))

    assert made[1].endswith(found[0].reason)
    assert made[-1] == f"… and {len(found) - 2} more in the plan."


def test_accepted_risks_stand_with_the_reason_and_who_accepted():
    source = source_of(person("ada"))
    key = source.judgement.findings()[0].key

    made = listed(person("ada"), AcceptedFinding(key, "Agreed.", "Bob", date(2026, 1, 1)))

    (accepted,) = [text for text in made if text.startswith("Accepted risk: ")]
    assert accepted.endswith("Agreed. (Bob)")


def test_a_finding_accepted_in_no_record_is_left_out():
    class Wavering(Faultless):
        @override
        def findings(self, *, accepted: bool = False) -> tuple[Finding, ...]:
            return FOUND if accepted else ()

    source = replace(source_of(), judgement=cast("Judgement", Wavering()))

    assert lines(open_list(source, trimmer(source)))[1:] == [
        "No point is open, and no risk was accepted."
    ]
