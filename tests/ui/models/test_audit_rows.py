"""The result of an audit in plain words."""

from datetime import UTC, datetime

from app.domain.lifecycle.auditing import Remark, Verdict, Weight
from app.services.audit_report import AuditReport, Outside
from app.services.history import Entry
from ui.models.audit_rows import explanation, headline, remark_rows, revision_rows, unknowable

BREACH = Remark("audit.gap", Weight.BREACH, "Revision 3 is missing.", 3)
ANCHOR = Remark("audit.anchored", Weight.NOTE, "It was exported at revision 2.", 2)


def report(*remarks, outside=()):
    return AuditReport(Verdict(remarks, None, 1), 4, tuple(outside))


def test_a_whole_history_says_what_was_checked():
    assert headline(report()) == "The history is whole"
    assert "4 revisions" in explanation(report())
    assert "every approval was allowed" in explanation(report())


def test_a_breach_says_what_to_do():
    assert headline(report(BREACH)) == "Something speaks against the history"
    assert "ask who could write to it" in explanation(report(BREACH))


def test_a_document_that_does_not_fit_is_told_apart_from_a_breach_inside():
    made = report(outside=[Outside("a.pdf", BREACH)])

    assert headline(made) == "Something speaks against the history"
    assert "what was kept outside the file does not fit it" in explanation(made)


def test_without_anything_from_outside_the_limits_are_said():
    assert "written the whole history anew" in unknowable(report())
    assert "written the whole history anew" in unknowable(report(outside=[Outside("a", BREACH)]))


def test_heads_noted_here_are_no_proof_from_outside():
    made = AuditReport(Verdict((), None, 1), 4, noted=(ANCHOR,))

    assert "could have written both anew" in unknowable(made)


def test_a_document_from_outside_says_how_far_it_reaches():
    made = report(outside=[Outside("a.pdf", ANCHOR)])

    assert "revision 2" in unknowable(made)
    assert "rests on the file alone" in unknowable(made)


def test_remarks_from_outside_name_their_file():
    within, outside = remark_rows(report(BREACH, outside=[Outside("a.pdf", ANCHOR)]))

    assert [cell.text for cell in within.cells] == ["Breach", "3", "Revision 3 is missing."]
    assert outside.cells[2].below == "a.pdf"
    assert within.key != outside.key


def test_revisions_are_told_in_utc():
    entry = Entry(7, datetime(2026, 11, 23, 9, 5, tzinfo=UTC), "Ann", "Typed")

    (row,) = revision_rows([entry])

    assert [cell.text for cell in row.cells] == ["7", "23 Nov 2026, 09:05 UTC", "Ann", "Typed"]
