import pytest

from app.domain.interview.conditions import Equals
from app.domain.judgement.elements.element import (
    Answered,
    Bounds,
    Covered,
    Is,
    MatrixFilled,
    Mentions,
    Rows,
    Says,
    Since,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase
from app.domain.plan.programme import ExerciseState
from app.domain.plan.roles import RoleTier
from app.persistence.library.elements import read_elements

NAME = "frameworks/elements/small.yaml"


def test_an_element_is_read_whole(shelf):
    deputies, _ = shelf.library.elements()

    assert (deputies.id, deputies.label, deputies.section) == (
        "role.deputies",
        "a deputy for every role",
        "roles",
    )
    assert deputies.when == Equals("profile.uses_ot", True)
    assert deputies.tests == (
        Rows(
            Kind.ROLE,
            3,
            (
                Is("tier", (RoleTier.CRISIS, RoleTier.BOARD)),
                Mentions(("name", "duties"), ("legal", "counsel")),
            ),
            ("holder", "deputies"),
            every=True,
        ),
        Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Is("phase", (Phase.CONTAIN,)),)),
    )


def test_every_kind_of_test_is_read(shelf):
    _, matrix = shelf.library.elements()

    assert matrix.when is None
    assert matrix.tests == (
        MatrixFilled(),
        Answered(("reporting.channel", "reporting.urgent_channel"), 1),
        Rows(
            Kind.EXERCISE,
            where=(Is("state", (ExerciseState.HELD,)),),
            meets=(Since("on", 12),),
        ),
        Says(("containment",), (("contain",), ("consent", "approv"))),
        Answered(
            ("evidence.kept_for",), None, ("never",), Bounds(None, Duration(12, TimeUnit.MONTHS))
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "field: playbook\n",
            "field: role\n",
            "elements[0].tests[1].field: 'role' of steps names no playbooks; use playbook",
        ),
        (
            "covered: playbooks",
            "covered: people",
            "elements[0].tests[1].field: 'playbook' of steps names no people",
        ),
        (
            "filled: [holder, deputies]",
            "filled: [holder, deputies.name]",
            "elements[0].tests[0].filled[1]: 'deputies' of roles has no parts",
        ),
        (
            "        filled: [holder, deputies]\n",
            "",
            "elements[0].tests[0].every: goes with filled or meets; say what none may fail",
        ),
        (
            "is: [contain]",
            "is: [panic]",
            "elements[0].tests[1].where[0]: 'panic' is none of first-minutes, analyse, contain",
        ),
        (
            'meets: [{field: "on",',
            "meets: [{field: state,",
            "elements[1].tests[2].meets[0]: 'state' of exercises is not a date",
        ),
        ("least: 1", "least: 3", "elements[1].tests[1].least: is more than the 2 questions"),
        (
            "- matrix: filled",
            "- {}",
            "elements[1].tests[0]: must hold one of answered, rows, covered, says, matrix",
        ),
        (
            "severity.matrix",
            "role.deputies",
            f"elements[1].id: 'role.deputies' stands in {NAME} too",
        ),
    ],
)
def test_what_an_element_never_finds_is_told(shelf, old, new, line):
    problem = shelf.problem_after(NAME, old, new)

    assert problem.startswith(f"{NAME}: {line}")
    assert "\n" not in problem


def test_a_table_without_links_covers_nothing(shelf):
    problem = shelf.problem_after(NAME, "by: steps", "by: terms")

    assert problem.splitlines() == [
        f"{NAME}: elements[0].tests[1].field: 'playbook' of terms names no playbooks",
        f"{NAME}: elements[0].tests[1].where[0]: terms has no field 'phase';"
        " it has id, term, meaning, source",
    ]


def test_an_id_stands_once_in_all_files(shelf):
    text = (shelf.root / NAME).read_text(encoding="utf-8")
    (shelf.root / "frameworks/elements/tiny.yaml").write_text(text, encoding="utf-8")

    assert shelf.problems() == [
        f"frameworks/elements/tiny.yaml: elements[{at}].id: '{name}' stands in {NAME} too"
        for at, name in enumerate(("role.deputies", "severity.matrix"))
    ]


def test_a_folder_that_is_not_there_holds_no_elements(tmp_path):
    assert read_elements(tmp_path / "elements") == ()
