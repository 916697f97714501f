from app.domain.document.tree import Heading
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.export.compose.tables.playbooks import PHASE_WORDS, playbooks
from tests.builders import plan_with, rid, role
from tests.unit.export.compose.reading import GAP, lines, rows, tables

FULL = Playbook(
    rid("ransomware"),
    "Ransomware",
    "Files are encrypted",
    floor=rid("s2"),
    questions=("How did they come in?",),
    recovery_criteria=("Restored from backup",),
    closure="After the review",
    metrics=("Time to contain",),
    techniques=("T1486", "T1490"),
)


def step(key, phase, **fields):
    return PlaybookStep(rid(key), rid("ransomware"), phase, f"Do {key}", **fields)


def test_every_phase_has_words():
    assert list(PHASE_WORDS) == list(Phase)


def test_a_playbook_tells_all_it_knows_in_order():
    plan = plan_with(FULL, SeverityLevel(rid("s2"), "S2 High", 2), step("a", Phase.CONTAIN))

    assert lines(playbooks(plan)) == [
        "Ransomware",
        "Trigger: Files are encrypted",
        "Least severity: S2 High",
        "ATT&CK techniques: T1486, T1490",
        "Questions the analysis answers:",
        "How did they come in?",
        "Ransomware: contain",
        "Step | Role | Within | Evidence and decision",
        f"Do a | {GAP} |  | ",
        "Recovery is accepted when:",
        "Restored from backup",
        "Closure: After the review",
        "Measured by:",
        "Time to contain",
    ]


def test_a_bare_playbook_is_only_its_heading():
    made = playbooks(plan_with(Playbook(rid("x"), "Empty")))

    assert made == (Heading(3, "Empty", "playbook:x"),)


def test_steps_are_grouped_by_phase_whatever_order_they_come_in():
    plan = plan_with(
        FULL,
        step("c", Phase.CLOSE),
        step("a", Phase.FIRST_MINUTES),
        step("b", Phase.FIRST_MINUTES),
        PlaybookStep(rid("other"), rid("elsewhere"), Phase.CLOSE, "Not here"),
    )

    made = tables(playbooks(plan))

    assert [table.caption for table in made] == ["Ransomware: first minutes", "Ransomware: close"]
    assert [table.anchor for table in made] == [
        "table:playbook.ransomware.first-minutes",
        "table:playbook.ransomware.close",
    ]
    assert [[row[0] for row in rows(table)] for table in made] == [["Do a", "Do b"], ["Do c"]]


def test_a_step_says_who_when_and_what_to_keep_and_decide():
    full = step(
        "a",
        Phase.CONTAIN,
        role=rid("lead"),
        within=Duration(30, TimeUnit.MINUTES),
        evidence="Memory image",
        decision="Cut off?",
        criteria="Spreading",
    )

    (made,) = tables(playbooks(plan_with(FULL, full, role("lead", "Incident lead"))))

    assert rows(made) == [
        (
            "Do a",
            "Incident lead",
            "30 minutes",
            "Keep: Memory image\nDecide: Cut off?\nBy: Spreading",
        )
    ]
