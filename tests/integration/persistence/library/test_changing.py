"""What a template says differently from the base."""

import pytest

from app.domain.interview.conditions import AllOf, Answered, Equals
from app.persistence.library.changing import both

CHANGES = "templates/small/sections/changes.yaml"


@pytest.fixture
def change(shelf):
    def write(text):
        path = shelf.root / CHANGES
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"sections:\n{text}", encoding="utf-8")
        return shelf

    return write


def test_title_purpose_and_guidance_are_replaced_and_the_rest_stays(shelf, change):
    before = shelf.library.template("small").by_key["scope"]

    after = (
        change(
            "  - {key: scope, title: Reach, purpose: Says who., guidance: {good: [Is short.]}}\n"
        )
        .library.template("small")
        .by_key["scope"]
    )

    assert (after.title, after.purpose, after.guidance.good) == (
        "Reach",
        "Says who.",
        ("Is short.",),
    )
    assert after.guidance.mistakes == before.guidance.mistakes
    assert (after.questions, after.prose) == (before.questions, before.prose)


def test_text_stands_before_in_place_of_and_after_the_base_text(change):
    text = (
        "  - key: scope\n    prose: [{text: Middle.}]\n"
        "    before: [{text: First., when: {answered: purpose.aims}}]\n"
        "    after: [{text: Last.}]\n"
    )

    section = change(text).library.template("small").by_key["scope"]

    assert [block.text for block in section.prose] == ["First.", "Middle.", "Last."]
    assert section.prose[0].when == Answered("purpose.aims")


def test_questions_are_changed_added_and_left_out(change):
    text = (
        "  - key: purpose\n"
        "    changes: [{id: profile.legal_name, text: 'Who are you?', why: It is printed.,"
        " example: Ours Ltd, required: false, topic: practice, default: Ours}]\n"
        "    questions: [{id: purpose.motto, text: 'Which motto?', kind: text}]\n"
    )

    questions = change(text).library.template("small").questions

    changed = questions["profile.legal_name"]
    assert (changed.text, changed.why, changed.example) == (
        "Who are you?",
        "It is printed.",
        "Ours Ltd",
    )
    assert (changed.required, changed.topic, changed.default) == (False, "practice", "Ours")
    assert questions["purpose.motto"].section == "purpose"


def test_a_question_can_be_left_out(change):
    asked = change(
        "  - {key: purpose, leave_out: [purpose.aims], prose: [{text: We act.}]}\n"
    ).library.template("small")

    assert "purpose.aims" not in asked.questions


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{key: skope}", "sections[0].key: no section 'skope'"),
        (
            "{key: scope, leave_out: [roles.lead]}",
            "sections[0].leave_out[0]: 'roles.lead' is no question of scope",
        ),
        (
            "{key: scope, changes: [{id: roles.lead}]}",
            "sections[0].changes[0].id: 'roles.lead' is no question of scope",
        ),
        (
            "{key: purpose, changes: [{id: profile.legal_name, default: 3}]}",
            "sections[0].changes[0].default: expected text in quotes",
        ),
        (
            "{key: scope, questions: [{id: scope.new, text: New?, kind: number, default: x}]}",
            "sections[0].questions[0]: the default does not fit: expected a whole number",
        ),
    ],
)
def test_a_change_of_nothing_is_told(change, text, line):
    told = change(f"  - {text}\n").problems()

    assert any(problem.startswith(f"{CHANGES}: {line}") for problem in told)


def test_both_conditions_hold_together():
    first, second = Answered("a"), Equals("b", "x")

    assert both(None, None) is None
    assert both(first, None) is first
    assert both(None, second) is second
    assert both(first, second) == AllOf((first, second))
