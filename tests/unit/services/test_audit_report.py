"""What an audit found, in words and as data."""

import pytest

from app.domain.lifecycle.auditing import Remark, Verdict, Weight
from app.domain.lifecycle.chain import Head
from app.services.audit_report import AuditReport, Outside, checked, limits, lines, report_data

NOTE = Remark("audit.clock", Weight.NOTE, "Revision 2 bears an earlier time.", 2)
BREACH = Remark("audit.gap", Weight.BREACH, "Revision 3 is missing.", 3)
ANCHOR = Remark("audit.anchored", Weight.NOTE, "It was exported at revision 2.", 2)
HEAD = Head("plan", 4, "ab" * 32, "cd" * 32)


def report(*remarks, outside=(), noted=(), revisions=4, head=HEAD):
    return AuditReport(Verdict(remarks, head, 1), revisions, tuple(outside), tuple(noted))


def test_a_whole_history_says_what_was_found_to_be_in_order():
    first, second = checked(report(NOTE))

    assert first == "4 revisions: each follows the one before it, and none was altered."
    assert "those that revision 1 and the changes since it lead to" in second


def test_one_revision_is_not_many():
    assert next(checked(report(revisions=1))).startswith("1 revision:")


def test_a_breach_leaves_nothing_to_be_in_order():
    assert list(checked(report(BREACH))) == []


@pytest.mark.parametrize(
    ("made", "holds"),
    [
        (report(), True),
        (report(NOTE), True),
        (report(BREACH), False),
        (report(outside=[Outside("a.pdf", ANCHOR)]), True),
        (report(outside=[Outside("a.pdf", ANCHOR), Outside("b.pdf", BREACH)]), False),
        (report(noted=[NOTE]), True),
        (report(noted=[BREACH]), False),
    ],
)
def test_one_breach_from_anywhere_is_enough(made, holds):
    assert made.holds is holds


def test_the_text_tells_it_all_in_order():
    made = report(NOTE, outside=[Outside("a.pdf", ANCHOR)], noted=[ANCHOR])

    said = list(lines(made))

    assert said[0] == "NOTE    Revision 2 bears an earlier time."
    assert said[1] == "NOTE    It was exported at revision 2."
    assert said[2] == "NOTE    a.pdf: It was exported at revision 2."
    assert said[3].startswith("OK      4 revisions")
    assert said[-1] == f"HEAD    revision 4, {'ab' * 32}"


def test_without_a_document_the_text_ends_with_what_cannot_be_known():
    made = report(head=None)

    assert list(lines(made, "--against"))[-1] == limits(made, "--against")
    assert limits(made, "--against").endswith("a document exported earlier (--against).")
    assert limits(made).endswith("a document exported earlier.")


def test_heads_noted_here_do_not_stand_for_a_document_kept_elsewhere():
    last = list(lines(report(noted=[ANCHOR])))[-1]

    assert "whoever can write to both could have written both anew" in last


def test_a_file_without_a_chain_has_no_head():
    assert not any(line.startswith("HEAD") for line in lines(report(BREACH, head=None)))
    assert report_data(report(BREACH, head=None))["head"] is None


def test_programs_get_every_remark_with_its_place():
    data = report_data(report(BREACH, outside=[Outside("a.pdf", ANCHOR)], noted=[NOTE]))

    assert data["format"] == "irplan-audit/1"
    assert data["whole"] is False
    assert data["head"] == {"revision": 4, "hash": "ab" * 32}
    assert data["remarks"] == [
        {
            "code": "audit.gap",
            "weight": "breach",
            "revision": 3,
            "text": "Revision 3 is missing.",
        }
    ]
    against, noted = data["against"], data["noted"]
    assert isinstance(against, list)
    assert isinstance(noted, list)
    assert [one["file"] for one in against] == ["a.pdf"]
    assert [one["code"] for one in noted] == ["audit.clock"]
