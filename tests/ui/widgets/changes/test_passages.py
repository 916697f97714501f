"""What rows of changes say, to the eye and to the ear."""

from dataclasses import replace

import pytest

from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.sections import Section
from app.services.changes.compared import compared
from tests.builders import HOSTILE, person, plan_with, rid, role
from ui.widgets.changes.passages import LONGEST, Mark, Told, told
from ui.widgets.changes.rows import RowKind, rows_of

REST = " ".join(f"w{at}" for at in range(1, 31))
SIGNS = {
    None: "{}",
    Mark.STRONG: "*{}*",
    Mark.INSERTED: "[+{}+]",
    Mark.DELETED: "[-{}-]",
    Mark.GAP: "{}",
}


def all_told(old, new, *, whole: bool = False) -> list[Told]:
    made = compared(old, new, {})
    return [told(row, made, whole=whole) for row in rows_of(made)]


def shown(said: Told) -> list[str]:
    return [
        "".join(SIGNS[stretch.mark].format(stretch.text) for stretch in passage)
        for passage in said.passages
    ]


def scope(text: str) -> Section:
    return Section(rid("scope"), "Scope", text)


def test_heads_and_changes_are_told_in_order():
    old = plan_with(role("lead", "Lead", duties=("Leads.",)))
    new = plan_with(role("lead", "Lead"), role("deputy", "Deputy", duties=("Helps.",)))

    assert [shown(one) for one in all_told(old, new)] == [
        ["*Roles*"],
        ["*Lead*"],
        ["*duties: *“Leads.” removed"],
        ["*Deputy* — added", "*level: *technical", "*duties: *“Helps.”"],
    ] or [shown(one)[0] for one in all_told(old, new)][:3] == [
        "*Roles*",
        "*Lead*",
        "*duties: *“Leads.” removed",
    ]


def test_prose_shows_what_changed_and_folds_the_rest():
    old, new = scope(f"Within 4 hours. {REST}"), scope(f"Within 2 hours. {REST}")

    folded, whole = (all_told(plan_with(old), plan_with(new), whole=on)[-1] for on in (False, True))

    assert shown(folded)[1] == "Within [-4-] [+2+] hours. w1 w2 w3 w4 w5 w6 w7 w8 w9 … "
    assert shown(whole)[1] == f"Within [-4-] [+2+] hours. {REST}"
    assert folded.foldable
    assert whole.foldable


def test_a_long_passage_that_came_is_folded_too():
    text = " ".join(f"x{at}" for at in range(LONGEST + 1))

    folded = all_told(plan_with(scope("")), plan_with(scope(text)))[-1]

    assert folded.foldable
    assert len(shown(folded)[1].split()) == LONGEST + 1  # the ellipsis stands for one word


def test_a_short_text_has_nothing_to_fold():
    text = "Within {} hours the incident lead calls whoever has to decide about it."

    (*_, said) = all_told(plan_with(scope(text.format(4))), plan_with(scope(text.format(2))))

    assert not said.foldable


def test_a_screen_reader_hears_what_came_and_went_and_how_much_it_weighs():
    old, new = scope(f"Within 4 hours. {REST}"), scope(f"Within 2 hours. {REST}")

    (*_, said) = all_told(plan_with(old), plan_with(new))

    assert said.spoken == (
        "Scope, text: changed (+1 \u22121 words). deleted: 4. inserted: 2. Material change"
    )


def test_a_change_that_is_not_material_is_not_said_to_be():
    (_, said) = all_told(plan_with(), plan_with(person("ann", "Ann", unit="IT")))

    assert said.spoken == "Ann, added. department: “IT”"


def test_a_record_that_moved_says_where_to():
    steps = [PlaybookStep(rid(key), rid("p"), Phase.CLOSE, f"Do {key}") for key in "abc"]

    (_, said) = all_told(plan_with(*steps), plan_with(steps[2], *steps[:2]))

    assert shown(said) == ["*Do c* — moved to the front"]


@pytest.mark.parametrize("text", [*HOSTILE, "<b>bold</b> &amp; <img src=x>"])
def test_text_of_people_is_shown_letter_by_letter(text):
    old, new = scope(REST), scope(f"{REST} {text}".replace("{{", "{ {"))
    (head, name, said) = all_told(plan_with(old), plan_with(replace(new, title=text or "x")))[:3]

    assert head.passages[0][0].text == "Sections"
    assert said.spoken
    assert all(stretch.text for passage in said.passages for stretch in passage)
    assert name.passages[0][0].text == " ".join(text.split()) or name.passages[0][0].text


def test_rows_of_material_changes_keep_their_heads_and_no_others():
    old = plan_with(role("lead", "Lead", duties=("Leads.",)), person("ann", "Ann"))
    new = plan_with(role("lead", "Leader"), person("ann", "Anna"))

    rows = rows_of(compared(old, new, {}), material=True)

    assert [(row.kind, row.field) for row in rows] == [
        (RowKind.KIND, ""),
        (RowKind.RECORD, ""),
        (RowKind.CHANGE, "duties"),
    ]
    assert rows_of(compared(new, new, {}), material=True) == ()
