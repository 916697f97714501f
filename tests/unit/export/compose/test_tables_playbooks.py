from app.domain.document.tree import CrossReference, Heading
from app.domain.plan.classification import IncidentCategory, SeverityLevel
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.export.compose.tables.playbooks import playbooks
from tests.builders import plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.judged import written
from tests.unit.export.compose.reading import GAP, lines, rows, tables

FULL = Playbook(
    rid("ransomware"),
    "Ransomware",
    "Files are encrypted",
    category=rid("malware"),
    floor=rid("s2"),
    questions=("How did they come in?",),
    recovery_criteria=("Restored from backup",),
    closure="After the review",
    metrics=("Time to contain", " ", "Share restored."),
    techniques=("T1486", "T1490"),
    duties=("Personal data: lost as well",),
)


def step(key, phase, **fields):
    return PlaybookStep(rid(key), rid("ransomware"), phase, f"Do {key}", **fields)


def test_every_phase_has_words_of_its_own_and_its_place():
    steps = [step(phase.name.lower(), phase) for phase in reversed(Phase)]

    (table,) = tables(playbooks(scribe(plan_with(FULL, *steps))))

    said = [row[0].partition(":")[0].split(maxsplit=1) for row in rows(table)]
    assert [number for number, _ in said] == list("1234567")
    assert [word for _, word in said] == [
        "First minutes",
        "Analyse",
        "Contain",
        "Eradicate",
        "Recover",
        "Communicate",
        "Close",
    ]


def test_a_playbook_tells_all_it_knows_in_order():
    category = IncidentCategory(rid("malware"), "Malicious code")
    level = SeverityLevel(rid("s2"), "S2 High", 2)

    assert lines(playbooks(scribe(plan_with(FULL, category, level, step("a", Phase.CONTAIN))))) == [
        "Ransomware",
        "Trigger: Files are encrypted",
        "Category: Malicious code",
        "Least severity: S2 High",
        "ATT&CK techniques: T1486, T1490",
        "Questions the analysis answers:",
        "How did they come in?",
        "Ransomware",
        "Step | Role and time | Decision, side effect, evidence",
        f"1 Contain: Do a | {GAP} | ",
        "Duties to notify to look at, each within its own limit:",
        "Personal data: lost as well",
        "Recovery is accepted when:",
        "Restored from backup",
        "Closure: After the review",
        "Measured by: Time to contain. Share restored.",
    ]


def test_a_bare_playbook_is_only_its_heading():
    made = playbooks(scribe(plan_with(Playbook(rid("x"), "Empty"))))

    assert made == (Heading(3, "Empty", "playbook:x"),)


def test_every_playbook_after_the_first_starts_a_page():
    made = playbooks(scribe(plan_with(Playbook(rid("x"), "One"), Playbook(rid("y"), "Two"))))

    headings = [block for block in made if isinstance(block, Heading)]
    assert [(block.text, block.new_page) for block in headings] == [("One", False), ("Two", True)]


def test_a_category_or_level_the_plan_lacks_is_left_out():
    made = lines(playbooks(scribe(plan_with(FULL))))

    assert not any(line.startswith(("Category", "Least severity")) for line in made)


def test_steps_are_numbered_by_phase_whatever_order_they_come_in():
    plan = plan_with(
        FULL,
        step("c", Phase.CLOSE),
        step("a", Phase.FIRST_MINUTES),
        step("b", Phase.FIRST_MINUTES),
        PlaybookStep(rid("other"), rid("elsewhere"), Phase.CLOSE, "Not here"),
    )

    (table,) = tables(playbooks(scribe(plan)))

    assert (table.caption, table.anchor) == ("Ransomware", "table:playbook.ransomware")
    assert table.row_heads
    assert [row[0] for row in rows(table)] == [
        "1 First minutes: Do a",
        "2 First minutes: Do b",
        "3 Close: Do c",
    ]


def test_a_step_says_who_when_and_what_to_decide_keep_and_use():
    full = step(
        "a",
        Phase.CONTAIN,
        role=rid("lead"),
        within=Duration(30, TimeUnit.MINUTES),
        evidence="Memory image",
        decision="Cut off",
        criteria="It spreads.",
        decided_by=rid("boss"),
        side_effect="Mail stops.",
        message=rid("notice"),
    )
    known = (role("lead", "Incident lead"), role("boss", "Sponsor"))
    notice = MessageTemplate(rid("notice"), "Notice to staff")

    (made,) = tables(playbooks(scribe(plan_with(FULL, full, *known, notice))))

    assert rows(made) == [
        (
            "1 Contain: Do a",
            "Incident lead\nwithin 30 minutes",
            "Decide (Sponsor): Cut off. Criteria: It spreads.\n"
            "Side effect: Mail stops.\nKeep: Memory image\nUse: Notice to staff",
        )
    ]


def details(*records):
    (made,) = tables(playbooks(scribe(plan_with(FULL, *records))))
    return rows(made)[0][2]


def test_whoever_does_the_step_decides_unless_it_says_who():
    lead = role("lead", "Incident lead")
    asked = step("a", Phase.CONTAIN, role=rid("lead"), decision="Cut off")
    gone = step("a", Phase.CONTAIN, role=rid("lead"), decision="Cut off", decided_by=rid("x"))

    assert details(asked, lead) == "Decide (Incident lead): Cut off"
    assert details(gone, lead) == "Decide (Incident lead): Cut off"
    assert details(step("a", Phase.CONTAIN, decision="Cut off")) == "Decide: Cut off"


def test_criteria_without_a_decision_are_still_told():
    assert details(step("a", Phase.CONTAIN, criteria="It spreads.")) == "Criteria: It spreads."


def test_a_message_is_linked_where_it_stands_in_the_document():
    used = step("a", Phase.CONTAIN, message=rid("notice"))
    notice = MessageTemplate(rid("notice"), "Notice to staff")
    plan = plan_with(FULL, used, notice, written("forms_templates"))

    (made,) = tables(playbooks(scribe(plan)))

    (link,) = made.rows[0][2].paragraphs[0][1:]
    assert link == CrossReference("message:notice", "Notice to staff")


def test_a_message_that_is_gone_is_not_told():
    assert details(step("a", Phase.CONTAIN, message=rid("gone"))) == ""


def test_answers_tell_where_they_lead_by_number():
    ways = (StepBranch("Yes", rid("c")), StepBranch(" "), StepBranch("Over", ends=True))
    asked = step("a", Phase.ANALYSE, decision="Cut off", branches=ways)
    plan = plan_with(FULL, asked, step("b", Phase.CONTAIN), step("c", Phase.CLOSE))

    (table,) = tables(playbooks(scribe(plan)))

    assert rows(table)[0][2].splitlines()[-1] == (
        "Yes: go on with step 3. Otherwise: go on with the next step. Over: close"
    )


def test_an_answer_to_a_step_that_is_gone_leads_on():
    asked = step("a", Phase.ANALYSE, branches=(StepBranch("Yes", rid("moon"), ends=True),))

    (table,) = tables(playbooks(scribe(plan_with(FULL, asked))))

    assert "Yes: go on with the next step" in rows(table)[0][2]
