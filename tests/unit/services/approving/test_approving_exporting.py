import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from app.domain.document.audience import Audience
from app.domain.document.tree import Document
from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.approving.editions import Edition
from app.domain.plan.acts import Deed, KeptFile
from app.domain.plan.ids import RecordId
from app.services.approving.exporting import (
    Excerpt,
    Issued,
    KeptAlready,
    KeptFileLost,
    Moment,
    Seal,
    VersionExporter,
    VersionFile,
    VersionNotIssued,
    Workbench,
    kept_files,
)
from app.services.signing import KeyFile, SigningError
from tests.builders import NOON, document
from tests.fakes import FakeIdentities, FakeRenderers, StoreBroken
from tests.unit.services.approving.rounds import KEY, Desk, Past

OUT = Path("out")
PDF, DOCX = OUT / "HW-IRP-1-0.pdf", OUT / "HW-IRP-1-0.docx"


class Bench(Desk):
    """An issued plan and an exporter whose world is in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.issue()
        self.past = Past(self.plan)
        self.renderers = FakeRenderers()
        self.identities = FakeIdentities()
        self.judged: list[object] = []
        self.editions: list[Edition] = []
        self.watermark = ""
        self.exporter = VersionExporter(
            Workbench(self._judge, self._compose, self.renderers, self.identities, self.clock)
        )

    def _judge(self, plan: object, day: object) -> Judgement:
        self.judged.append((plan, day))
        return cast("Judgement", plan)

    def _compose(self, judgement: object, issued: Issued) -> Document:
        self.editions.append(issued.edition)
        made = document(watermark=self.watermark)
        audience = replace(made.metadata, audience=issued.audience)
        cover = replace(made.cover, title=f"{issued.when:%H:%M:%S}")
        return replace(made, cover=cover, metadata=audience)

    def export(self, version: str = "1.0", seal: Seal | None = None) -> Sequence[VersionFile]:
        return self.exporter.export(self.opened, self.past, version, OUT, seal)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_version_is_rendered_as_it_was_issued_and_kept(bench):
    issue = bench.approvals.course.latest
    assert issue is not None

    files = bench.export()

    assert bench.past.asked == [issue.act.revision]
    assert bench.judged == [(bench.past.plan, NOON.date())]
    assert bench.editions == [Edition(issue)]
    assert bench.renderers.prepared == [OUT]
    assert bench.renderers.written == {PDF: b"pdf 12:00:00", DOCX: b"docx 12:00:00"}
    assert [file.path for file in files] == [PDF, DOCX]
    digest = hashlib.sha256(b"pdf 12:00:00").hexdigest()
    assert (files[0].sha256, files[0].size) == (digest, 12)
    assert (files[0].made_at, files[0].made_by) == (NOON, "Mary Major")
    assert bench.store.files[digest] == b"pdf 12:00:00"
    assert bench.plan.files[RecordId(digest)] == KeptFile(
        RecordId(digest), PDF.name, 12, f"acts/{issue.act.id}", "Mary Major", NOON
    )
    assert bench.store.labels[-1] == "Files of version 1.0 kept"


def test_later_exports_give_the_very_bytes_back_whatever_became_of_the_version(bench):
    first = bench.export()
    before = dict(bench.renderers.written)
    bench.renderers.written.clear()
    bench.clock.moment = NOON + timedelta(days=400)
    bench.say(Deed.WITHDRAWN, "Carl", reason="Old", version="1.0")

    again = bench.export()

    assert bench.renderers.written == before
    assert again == first
    assert len(bench.judged) == 1
    assert bench.exporter.is_kept(bench.plan, "1.0")


def test_the_version_before_and_the_stage_are_told_to_the_composer(bench):
    bench.edit("Ada")
    bench.issue("2.0")

    bench.export("1.0")
    bench.export(" 2.0 ")

    first, second = bench.editions
    assert (first.issue.version, first.before) == ("1.0", None)
    assert first.issue.superseded_by == "2.0"
    assert (second.issue.version, second.before) == ("2.0", first.issue)


def test_a_watermark_does_not_make_the_file_a_draft(bench):
    bench.watermark = "WITHDRAWN"

    assert [file.path for file in bench.export()] == [PDF, DOCX]


def test_the_files_can_be_sealed_the_first_time(bench):
    bench.export(seal=Seal(KEY))

    assert bench.renderers.written[PDF] == b"pdf 12:00:00+pdf:Seal:True"
    assert bench.renderers.written[DOCX] == b"docx 12:00:00+word:Seal"


def test_what_a_seal_lacks_is_told_once(bench):
    bench.identities.signer.remarks = ("Nobody vouches for the time.",)
    heard: list[str] = []

    bench.export(seal=Seal(KEY, lacks=heard.append))

    assert heard == ["Nobody vouches for the time."]


def test_a_seal_may_lack_something_that_nobody_wants_to_know(bench):
    bench.identities.signer.remarks = ("Nobody vouches for the time.",)

    bench.export(seal=Seal(KEY))

    assert PDF in bench.renderers.written


def test_kept_files_are_not_sealed_any_more(bench):
    bench.export()
    bench.renderers.written.clear()

    with pytest.raises(KeptAlready, match="exported on 2026-11-21 by Mary Major"):
        bench.export(seal=Seal(KEY))

    assert bench.renderers.written == {}


def test_an_identity_that_does_not_open_keeps_nothing(bench):
    with pytest.raises(SigningError):
        bench.export(seal=Seal(KeyFile(KEY.file, "wrong")))

    assert bench.renderers.written == {}
    assert not bench.exporter.is_kept(bench.plan, "1.0")


def test_what_cannot_be_kept_is_not_given_out(bench):
    bench.store.breaks = True

    with pytest.raises(StoreBroken):
        bench.export()

    assert bench.renderers.written == {}


def test_a_kept_file_whose_bytes_are_gone_is_told(bench):
    bench.export()
    bench.store.files.clear()

    with pytest.raises(KeptFileLost, match=r"HW-IRP-1-0\.pdf is not in the plan file"):
        bench.export()


@pytest.mark.parametrize("version", ["2.0", "", "draft"])
def test_only_issued_versions_are_exported(bench, version):
    with pytest.raises(VersionNotIssued, match=r"was never issued; these are: 1\.0"):
        bench.export(version)
    with pytest.raises(VersionNotIssued):
        bench.exporter.is_kept(bench.plan, version)


def test_before_the_first_issue_there_is_none():
    bench = Desk()

    with pytest.raises(VersionNotIssued, match="none is yet"):
        VersionExporter(cast("Workbench", None)).is_kept(bench.plan, "1.0")


@pytest.mark.parametrize(
    "stray",
    [
        {"about": "acts/act-000001"},
        {"about": "exercises/x"},
        {"inside": False},
        {"name": "../../etc/passwd"},
        {"name": "notes.txt"},
        {"name": "a/b.pdf"},
        {"name": ".pdf"},
    ],
)
def test_other_files_of_the_plan_are_no_files_of_the_version(bench, stray):
    issue = bench.approvals.course.latest
    assert issue is not None
    file = KeptFile(RecordId("0" * 64), "plan.pdf", 1, f"acts/{issue.act.id}", "Eve", NOON)
    bench.opened.enact([replace(file, **stray)], "Attached")

    assert kept_files(bench.plan, issue) == ()


def test_an_edition_of_a_version_is_rendered_anew_and_not_kept(bench):
    bench.export()
    now = Moment(bench.plan, bench.store.head(), "Mary")
    asked = Excerpt(Audience.SUPPLIERS, OUT, Seal(KEY))

    files = bench.exporter.excerpt(now, bench.past, "1.0", asked)

    assert [file.path.name for file in files] == [
        "HW-IRP-1-0-suppliers.pdf",
        "HW-IRP-1-0-suppliers.docx",
    ]
    assert bench.renderers.written[files[0].path].endswith(b"+pdf:Seal:True")
    assert len(bench.plan.files) == 2


def test_an_edition_without_a_seal_is_not_signed(bench):
    now = Moment(bench.plan, None, "Mary")
    asked = Excerpt(Audience.STAFF, OUT, Seal(KEY))

    files = bench.exporter.excerpt(now, bench.past, "1.0", asked)

    assert b"+pdf" not in bench.renderers.written[files[0].path]


def test_there_is_no_edition_of_a_version_that_was_never_issued(bench):
    now = Moment(bench.plan, None, "Mary")

    with pytest.raises(VersionNotIssued):
        bench.exporter.excerpt(now, bench.past, "9.9", Excerpt(Audience.BOARD, OUT))
