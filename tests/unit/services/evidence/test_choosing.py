from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.domain.judgement.findings import Weight
from app.domain.plan.acts import Deed
from app.services.approving.exporting import KeptFileLost, VersionNotIssued
from app.services.evidence.choosing import NOT_KEPT, chosen
from tests.builders import NOON
from tests.unit.services.evidence.packs import Packing

PDF, DOCX = "plan/HW-IRP-1-0.pdf", "plan/HW-IRP-1-0.docx"


@pytest.fixture
def packing() -> Packing:
    return Packing()


def choose(packing: Packing, version: str = ""):
    return chosen(packing.opened, packing.past().history, version, packing.tools(), NOON)


def test_a_plan_without_acts_is_made_as_it_is(packing):
    found = choose(packing)

    assert found.documents == {PDF: b"pdf 12:00:00", DOCX: b"docx 12:00:00"}
    assert (found.edition, found.draft, found.remark) == (None, False, "")
    assert (packing.requests[0].when, packing.requests[0].draft) == (NOON, False)
    assert found.missing_glyphs == "\u2603"
    assert found.judgement is packing.opened.judgement


def test_what_blocks_a_final_export_makes_a_draft(packing):
    blocking = (SimpleNamespace(weight=Weight.HINT), SimpleNamespace(weight=Weight.BLOCKS))
    packing.opened.judgement.findings = lambda: blocking

    found = choose(packing)

    assert found.draft
    assert list(found.documents) == ["plan/HW-IRP-1-0-draft.pdf", "plan/HW-IRP-1-0-draft.docx"]
    assert packing.requests[0].draft


def test_the_version_in_force_is_chosen_and_made_as_it_was_issued(packing):
    packing.issue()
    packing.edit("Ada")

    found = choose(packing)

    assert found.edition is not None
    assert (found.edition.issue.version, found.edition.before, found.draft) == ("1.0", None, False)
    assert packing.judged_on == [NOON.date()] * 2
    assert packing.editions == [found.edition]
    assert list(found.documents) == [PDF, DOCX]
    assert found.remark == NOT_KEPT.format(version="1.0")


def test_files_that_were_kept_are_the_ones_packed(packing):
    packing.issue()
    kept(packing)
    packing.clock.moment = NOON + timedelta(days=3)
    packing.editions.clear()

    found = choose(packing, "1.0")

    assert packing.editions == []
    assert list(found.documents) == [PDF, DOCX]
    assert found.remark == ""
    assert set(found.documents.values()) <= set(packing.store.files.values())


def test_a_kept_file_that_is_gone_is_told(packing):
    packing.issue()
    kept(packing)
    packing.store.files.clear()

    with pytest.raises(KeptFileLost):
        choose(packing)


def test_an_older_version_can_be_asked_for(packing):
    packing.issue()
    packing.edit("Ada")
    packing.issue("2.0")

    first, second = choose(packing, "1.0").edition, choose(packing).edition

    assert first is not None
    assert second is not None
    assert (first.issue.version, first.issue.superseded_by) == ("1.0", "2.0")
    assert (second.issue.version, second.before) == ("2.0", first.issue)


def test_the_draft_can_be_asked_for_even_where_a_version_is_in_force(packing):
    packing.issue()

    found = choose(packing, "draft")

    assert found.draft
    assert found.edition is None


def test_after_a_withdrawal_the_plan_as_it_is_is_a_draft(packing):
    packing.issue()
    packing.say(Deed.WITHDRAWN, "Carl", reason="Old", version="1.0")

    found = choose(packing)

    assert found.draft
    assert choose(packing, "1.0").edition is not None


def test_only_issued_versions_can_be_asked_for(packing):
    with pytest.raises(VersionNotIssued, match=r"'3\.0' was never issued"):
        choose(packing, "3.0")


def kept(packing: Packing) -> None:
    exporter = packing.tools().versions
    exporter.export(packing.opened, packing.past().history, "1.0", Path("out"))
