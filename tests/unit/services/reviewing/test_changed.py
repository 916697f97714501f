"""What changed since the last version, as items of an agenda."""

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.plan.classification import MatrixCell, SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Comment
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.programme import Term
from app.domain.plan.sections import Answer, Section
from app.domain.plan.sessions import AgendaItem, Topic
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.changes.compared import compared
from app.services.reviewing.changed import changes, names_of
from tests.builders import HOSTILE, person, plan_with, question, rid

LEVEL = SeverityLevel(rid("s2"), "S2 High", 2, update_every=Duration(4, TimeUnit.HOURS))
SCOPE = Section(rid("scope"), "Scope", "All sites.")
ASKED = {"scope.sites": question("scope.sites")}


def items(old: Plan, new: Plan) -> list[AgendaItem]:
    return list(changes(compared(old, new, ASKED), "1.0"))


def test_nothing_changed_makes_no_item():
    assert items(plan_with(LEVEL), plan_with(LEVEL)) == []


def test_a_change_says_what_became_of_it():
    quicker = replace(LEVEL, update_every=Duration(2, TimeUnit.HOURS))

    assert items(plan_with(LEVEL), plan_with(quicker)) == [
        AgendaItem(
            "change/severities/s2",
            Topic.CHANGE,
            "Severity level: S2 High",
            "Material change since version 1.0. Update every: from 4 hours to 2 hours.",
            "severities/s2",
        )
    ]


def test_material_changes_come_first():
    term = Term(rid("t"), "Triage", "A look.")
    old = plan_with(LEVEL, term)
    new = plan_with(replace(term, meaning="A first look."), replace(LEVEL, name="x", meaning="y"))

    first, last = items(old, new)

    assert (first.about, last.about) == ("severities/s2", "terms/t")
    assert last.why.startswith("Changed since version 1.0.")


def test_answers_are_told_with_their_section():
    answer = Answer(rid("scope.sites"), SCOPE.id, "York")
    new = plan_with(replace(SCOPE, prose="All staff."), replace(answer, value="Leeds"))

    (item,) = items(plan_with(SCOPE, answer), new)

    assert (item.key, item.title) == ("change/sections/scope", "Section: Scope")
    assert item.why == (
        "Material change since version 1.0. Text: from “All sites.” to “All staff.”; "
        "What is scope.sites? from “York” to “Leeds”."
    )


def test_parts_are_told_with_their_whole():
    playbook = Playbook(rid("p"), "Ransomware")
    step = PlaybookStep(rid("p1"), playbook.id, Phase.CONTAIN, "Unplug")
    tree = CommunicationTree(rid("t"), "Night")
    node = TreeNode(rid("n"), tree.id, None, NodeTarget.GROUP, "", name="Board")
    cells = tuple(MatrixCell(rid(f"c{at}"), rid("high"), rid("low"), rid("s1")) for at in range(4))

    found = items(plan_with(playbook, tree), plan_with(playbook, tree, step, node, *cells))

    assert {item.about for item in found} == {
        "playbooks/p",
        "trees/t",
        "sections/classification",
    }
    (matrix,) = (item for item in found if item.about == "sections/classification")
    assert matrix.title == "Section: classification"
    assert matrix.why.endswith("; and 1 more.")


def test_what_came_and_went_is_named_by_what_it_was_called():
    term = Term(rid("t"), "Triage", "A look.")
    other = Term(rid("u"), "Uplink", "A line.")

    gone, new = items(plan_with(term), plan_with(other))

    assert sorted((gone.title, new.title)) == ["Term: Triage", "Term: Uplink"]
    assert {item.why for item in (gone, new)} == {
        "Changed since version 1.0. Removed.",
        "Changed since version 1.0. New.",
    }


def test_a_record_that_moved_says_where_to():
    terms = [Term(rid(key), key.upper(), "x") for key in "abc"]

    (item,) = items(plan_with(*terms), plan_with(terms[2], *terms[:2]))

    assert item.why == "Changed since version 1.0. Moved to the front."


def test_the_life_of_the_plan_and_contacts_are_told_elsewhere():
    said = Comment(rid("c"), "", "Ann", "x", datetime(2026, 1, 1, tzinfo=UTC))

    assert items(plan_with(), plan_with(said, person("ann"))) == []


def test_any_text_comes_on_one_line():
    for text in HOSTILE:
        new = plan_with(Term(rid("t"), text, f"{text}\n{text}" * 50))

        (item,) = items(plan_with(), new)

        assert "\n" not in item.title + item.why
        assert len(item.title) < 200


def test_names_say_what_became_of_whom():
    made = compared(plan_with(person("ann")), plan_with(person("bo")), {})

    assert names_of(made.records) in {
        "Ann (removed) and Bo (added)",
        "Bo (added) and Ann (removed)",
    }
