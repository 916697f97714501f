"""What the panel beside the interview says of the answers."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.comparing.excerpts import Gap
from app.domain.comparing.redline import Span, SpanKind
from app.domain.plan.ids import RecordId
from app.services.interviewing.outcome import Duty, Fate, LeftOut, Outcome, Piece
from app.services.interviewing.passages import Passage
from app.services.interviewing.walk import RESULT
from ui.pages.interview.marked_text import marked_label, spoken_pieces
from ui.pages.interview.preview_panel import MOST_DUTIES, MOST_PIECES, PreviewPanel

PIECES = (
    Span(SpanKind.SAME, "Call "),
    Span(SpanKind.REMOVED, "four"),
    Span(SpanKind.ADDED, "<b>five</b>"),
    Gap(3),
    Span(SpanKind.SAME, " at night."),
)
NOTHING = Outcome(2, (), (), (), (), 0)
MUCH = Outcome(
    sections=2,
    left_out=(LeftOut("Cards", "No cards are taken."),),
    playbooks=(Piece("Fraud"), Piece("Theft", Fate.COMES), Piece("Old", Fate.GOES)),
    levels=(Piece("S1"),),
    duties=tuple(Duty(f"Law {number}", "It binds.", number == 0) for number in range(7)),
    waiting=2,
)


@pytest.fixture
def panel(host):
    made = PreviewPanel(host)
    host.show()
    return made


def said(qtbot, panel):
    """Every text on the panel, in the order it was made; rows show in the next turn."""
    qtbot.wait(20)
    shown = panel.findChildren(QLabel)
    return [item.accessibleName() or item.text() for item in shown if item.isVisible()]


def test_words_that_went_and_came_are_marked_for_eyes_and_ears(host):
    made = marked_label(host, PIECES)

    assert (
        spoken_pieces(PIECES)
        == "Call deleted: four; inserted: <b>five</b>; \N{HORIZONTAL ELLIPSIS} at night."
    )
    assert made.accessibleName() == spoken_pieces(PIECES)
    assert "line-through" in made.text()
    assert "&lt;b&gt;five&lt;/b&gt;" in made.text()
    assert "<b>five" not in made.text()


def test_sections_playbooks_levels_and_regimes_are_told(qtbot, panel):
    panel.show_outcome((), MUCH, more=False)

    found = said(qtbot, panel)
    for text in (
        "2 more changes wait for your agreement.",
        "2 of 3 apply",
        "No cards are taken.",
        "comes in once you agree",
        "goes once you agree",
        "adopted",
        f"and {7 - MOST_DUTIES} more",
    ):
        assert text in found, text
    assert found.count("proposed") == MOST_DUTIES - 1


def test_what_waits_leads_to_the_last_stop_and_passages_to_their_sections(qtbot, panel):
    passage = Passage(RecordId("scope"), "Scope & sites", PIECES)
    panel.show_outcome((passage,), MUCH, more=True)

    with qtbot.waitSignal(panel.went) as went:
        panel.findChild(QPushButton, "preview_waiting").click()
    assert went.args == [RESULT]
    jump = panel.findChild(QPushButton, "passage_scope")
    assert jump.accessibleName() == "Go to section Scope & sites"
    with qtbot.waitSignal(panel.navigate) as asked:
        jump.click()
    assert asked.args == ["section:scope"]
    assert "Other places read differently too." in said(qtbot, panel)


def test_nothing_is_drawn_anew_while_nothing_differs(qtbot, panel):
    panel.show_outcome((), MUCH, more=False)
    before = panel.findChild(QPushButton, "preview_duties")

    panel.show_outcome((), MUCH, more=False)
    assert panel.findChild(QPushButton, "preview_duties") is before

    panel.forget()
    panel.show_outcome((), NOTHING, more=False)
    assert "None yet; your answers propose them." in said(qtbot, panel)
    assert not any("wait" in text for text in said(qtbot, panel))


def test_of_many_playbooks_those_that_come_or_go_are_shown_and_the_rest_is_counted(qtbot, panel):
    staying = tuple(Piece(f"Playbook {number}") for number in range(MOST_PIECES + 5))
    moving = (Piece("Theft", Fate.COMES), Piece("Old", Fate.GOES))
    many = Outcome(2, (), staying + moving, (), (), 0)

    panel.show_outcome((), many, more=False)

    found = said(qtbot, panel)
    assert {"Theft", "Old", "Playbook 0", "and 7 more"} <= set(found)
    assert sum(text.startswith("Playbook ") for text in found) == MOST_PIECES - len(moving)
