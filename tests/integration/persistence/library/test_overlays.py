"""What joins every template while a condition holds."""

import pytest

from app.domain.interview.conditions import AllOf, Answered, Equals
from app.domain.plan.plan import Kind, kind_of

OVERLAY = "templates/overlays/water.yaml"
WHEN = "{equals: {question: severity.adopt_times, value: true}}"
HOLDS = Equals("severity.adopt_times", True)


@pytest.fixture
def overlay(shelf):
    def write(text, overlay_id="water", when=WHEN):
        path = shelf.root / OVERLAY
        path.parent.mkdir(exist_ok=True)
        head = f"id: {overlay_id}\nname: Water\nwhen: {when}\n"
        path.write_text(head + text, encoding="utf-8")
        return shelf

    return write


def test_text_and_questions_join_under_the_condition(overlay):
    text = (
        "sections:\n  - key: scope\n"
        "    after: [{text: Pumps first., when: {answered: purpose.aims}}]\n"
        "    before: [{text: Water first.}]\n"
        "    questions: [{id: water.pumps, text: 'Which pumps?', kind: list}]\n"
    )

    template = overlay(text).library.template("small")

    section = template.by_key["scope"]
    assert section.prose[0].text == "Water first."
    assert section.prose[0].when == HOLDS
    assert section.prose[-1].when == AllOf((HOLDS, Answered("purpose.aims")))
    assert template.questions["water.pumps"].when == HOLDS


def test_records_are_proposed_under_the_condition(overlay):
    text = "records: [{kind: terms, id: weir, term: Weir, meaning: A low dam.}]\n"

    template = overlay(text).library.template("small")

    terms = {
        item.record.id: item for item in template.starting if kind_of(item.record) is Kind.TERM
    }
    assert terms["weir"].when == HOLDS


def test_answers_are_proposed_under_the_condition(overlay):
    template = overlay("proposals: {reporting.channel: The desk}\n").library.template("small")

    assert template.proposed("reporting.channel", {"severity.adopt_times": True}) == "The desk"
    assert template.proposed("reporting.channel", {}) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sections: [{key: skope}]\n", "sections[0].key: no section 'skope'"),
        (
            "sections: [{key: scope, prose: [{text: Other.}]}]\n",
            "sections[0]: an overlay adds before, after and questions, and replaces nothing",
        ),
        (
            "sections: [{key: scope, leave_out: [scope.services]}]\n",
            "sections[0]: an overlay adds before, after and questions, and replaces nothing",
        ),
        ("records: [{kind: terms, id: weir}]\n", "records[0].term: is missing"),
        ("proposals: {water.none: x}\n", "proposals.water.none: 'water.none' names no question"),
        (
            "proposals: {severity.adopt_times: maybe}\n",
            "proposals.severity.adopt_times: expected true or false",
        ),
    ],
)
def test_an_overlay_that_does_not_fit_is_told(overlay, text, line):
    assert f"{OVERLAY}: {line}" in overlay(text).problems()


def test_an_overlay_is_called_by_its_file(overlay):
    told = overlay("", overlay_id="wine").problems()

    assert told == [f"{OVERLAY}: id: 'wine' differs from the file's name"]


def test_a_broken_overlay_is_told(overlay):
    assert overlay("colour: blue\n").problems() == [f"{OVERLAY}: colour: is not a known field"]


def test_a_template_may_do_without_an_overlay(overlay):
    shelf = overlay("sections: [{key: scope, after: [{text: Pumps first.}]}]\n")
    shelf.edit("templates/small/template.yaml", "pages:", "without_overlays: [water]\npages:")

    section = shelf.library.template("small").by_key["scope"]

    assert all(block.text != "Pumps first." for block in section.prose)


def test_an_overlay_that_is_not_there_cannot_be_done_without(shelf):
    shelf.edit("templates/small/template.yaml", "pages:", "without_overlays: [water]\npages:")

    assert shelf.problems() == [
        "templates/small/template.yaml: without_overlays[0]: there is no overlay 'water'"
    ]
