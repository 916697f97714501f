import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest

from app.domain.document.audience import Audience
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.lifecycle.chain import Head
from app.domain.plan.acts import Act, Deed
from app.domain.plan.plan import Kind, Plan
from app.services.cancelling import Cancelled
from app.services.changes.since import Since
from app.services.exporting import (
    DraftsAreNotSigned,
    Exporter,
    ExportOptions,
    NotWhatWasApproved,
    PlanNotReady,
)
from app.services.rendering import FileFormat
from app.services.signing import KeyFile, Level, SigningError, Stamping
from tests.builders import NOON, WORDING, document, plan_with, rid
from tests.fakes import FakeClock, FakeIdentities, FakeRenderers, StoreBroken

OUT = Path("out")
PDF, DOCX = OUT / "HW-IRP-1-0.pdf", OUT / "HW-IRP-1-0.docx"
EMPTY = plan_with()
SEALED = {"key": KeyFile(Path("id.p12"), "secret")}


def finding(weight: Weight, reason: str = "Nobody leads.") -> Finding:
    return Finding("x.y", weight, Kind.ROLE, rid("lead"), reason, "Name somebody.", "roles")


@dataclass
class Judged:
    """As much of a `Judgement` as an export looks at."""

    found: tuple[Finding, ...]
    plan: Plan

    def findings(self) -> tuple[Finding, ...]:
        return self.found


class Desk:
    """An exporter whose world is in memory."""

    def __init__(self) -> None:
        self.renderers = FakeRenderers()
        self.identities = FakeIdentities()
        self.composed: list[tuple[bool, object]] = []
        self.heads: list[Head | None] = []
        self.begun: list[Since | None] = []
        self.audiences: list[Audience] = []
        self.told: list[tuple[float, str]] = []
        self.wording = WORDING
        self.exporter = Exporter(
            self.compose, self.renderers, self.identities, FakeClock(NOON.replace(microsecond=7))
        )

    def compose(self, judgement, request):
        self.composed.append((request.draft, request.when))
        self.heads.append(request.head)
        self.begun.append(request.since)
        self.audiences.append(request.audience)
        marked = document(watermark="DRAFT" if request.draft else "")
        return replace(marked, wording=self.wording)

    def export(self, *found: Finding, tell=None, plan: Plan = EMPTY, **options):
        judged = cast("Judgement", Judged(found, plan))
        progress = tell or (lambda share, what: self.told.append((share, what)))
        return self.exporter.export(judged, ExportOptions(OUT, **options), progress)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_both_formats_are_written_and_described(desk):
    result = desk.export()

    pdf, docx = result.files
    assert desk.renderers.written == {
        PDF: b"pdf Incident response plan",
        DOCX: b"docx Incident response plan",
    }
    assert (pdf.path, pdf.format, pdf.pages, pdf.signed) == (PDF, FileFormat.PDF, 7, False)
    assert (docx.path, docx.format, docx.pages) == (DOCX, FileFormat.DOCX, None)
    assert pdf.size == len(desk.renderers.written[PDF])
    assert pdf.sha256 == hashlib.sha256(desk.renderers.written[PDF]).hexdigest()
    assert (result.content_hash, result.missing_glyphs) == ("ab" * 32, "\u2603")


def test_the_document_is_told_how_far_the_history_had_come(desk):
    head = Head("plan-x", 7, "ab" * 32, "cd" * 32)

    desk.export(head=head)
    desk.export()

    assert desk.heads == [head, None]


def test_the_document_is_told_since_when_changes_are_printed(desk):
    since = Since("1.0", Plan(rid("plan")))

    desk.export(since=since)
    desk.export()

    assert desk.begun == [since, None]


def test_the_document_is_told_for_whom_it_is(desk):
    desk.export(audience=Audience.BOARD)
    desk.export()

    assert desk.audiences == [Audience.BOARD, Audience.PLAN]


def test_a_signature_says_its_level_and_what_it_lacks_once(desk):
    desk.identities.signer.level = Level.B_T
    desk.identities.signer.remarks = ("The certificate was not checked for revocation.",)
    stamping = Stamping("https://tsa.example", Level.B_LT)

    result = desk.export(**SEALED, stamping=stamping)

    assert [file.level for file in result.files] == [Level.B_T, Level.B_T]
    assert result.remarks == ("The certificate was not checked for revocation.",)
    assert desk.identities.stampings == [stamping]


def test_the_folder_is_prepared_and_the_time_has_whole_seconds(desk):
    desk.export()

    assert desk.renderers.prepared == [OUT]
    assert desk.composed == [(False, NOON)]


@pytest.mark.parametrize(
    ("formats", "paths"),
    [((FileFormat.PDF,), [PDF]), ((FileFormat.DOCX,), [DOCX]), ((), [])],
)
def test_only_the_formats_asked_for_are_written(desk, formats, paths):
    result = desk.export(formats=formats)

    assert list(desk.renderers.written) == paths
    assert [file.path for file in result.files] == paths


def test_word_shows_the_pages_the_pdf_came_to(desk):
    desk.export(formats=(FileFormat.DOCX,))

    assert desk.renderers.seen_pages == desk.renderers.page_of


def test_differences_between_the_formats_are_told(desk):
    desk.renderers.found = ("A heading is missing.",)

    assert desk.export().differences == ("A heading is missing.",)
    assert desk.export(formats=(FileFormat.PDF,)).differences == ()


def test_a_sealed_export_signs_both_files_before_they_are_written(desk):
    result = desk.export(**SEALED)

    assert desk.renderers.written[PDF].endswith(b"+pdf:Seal:True")
    assert desk.renderers.written[DOCX].endswith(b"+word:Seal")
    assert all(file.signed for file in result.files)
    assert desk.identities.opened_at == [NOON]
    assert [item.text for item in desk.identities.signer.statements] == (
        ["Sealed: HW-IRP version 1.0"] * 2
    )


def test_a_seal_speaks_the_language_of_the_document(desk):
    german = replace(WORDING, sealed="Gesiegelt", edition="HW-IRP Fassung 1.0")
    desk.wording = german

    desk.export(**SEALED)

    assert [item.text for item in desk.identities.signer.statements] == (
        ["Gesiegelt: HW-IRP Fassung 1.0"] * 2
    )


def test_a_wrong_passphrase_stops_before_anything_is_made(desk):
    with pytest.raises(SigningError):
        desk.export(key=KeyFile(Path("id.p12"), "guess"))

    assert (desk.composed, desk.renderers.written) == ([], {})


def test_a_passphrase_is_not_shown_by_its_options():
    assert "secret" not in repr(ExportOptions(OUT, key=KeyFile(OUT, "secret")))


def test_a_finding_that_blocks_stops_a_final_export(desk):
    with pytest.raises(PlanNotReady, match=r"1 finding blocks .* Nobody leads\.") as caught:
        desk.export(finding(Weight.WARN), finding(Weight.BLOCKS))

    assert caught.value.findings == (finding(Weight.BLOCKS),)
    assert (caught.value.code, caught.value.params) == ("export.plan-not-ready", {"count": "1"})
    assert desk.renderers.written == {}


def test_several_findings_that_block_are_counted():
    error = PlanNotReady([finding(Weight.BLOCKS, f"Reason {number}.") for number in range(5)])

    assert "5 findings block" in str(error)
    assert "Reason 0." in str(error)
    assert "Reason 4." not in str(error)


def test_findings_that_only_warn_do_not_stop_an_export(desk):
    assert len(desk.export(finding(Weight.WARN), finding(Weight.HINT)).files) == 2


def test_a_draft_is_written_in_spite_of_findings_under_another_name(desk):
    result = desk.export(finding(Weight.BLOCKS), draft=True)

    assert desk.composed == [(True, NOON)]
    assert result.files[0].path == OUT / "HW-IRP-1-0-draft.pdf"


def test_a_draft_is_never_signed(desk):
    with pytest.raises(DraftsAreNotSigned):
        desk.export(draft=True, **SEALED)

    assert desk.renderers.written == {}


def test_progress_rises_to_the_end(desk):
    desk.export(**SEALED)

    shares = [share for share, _ in desk.told]
    assert shares == sorted(set(shares))
    assert desk.told[-1] == (1.0, "Done")
    assert "Signing" in {what for _, what in desk.told}


def test_an_export_nobody_watches_is_made_all_the_same(desk):
    judged = cast("Judgement", Judged((), EMPTY))

    assert len(desk.exporter.export(judged, ExportOptions(OUT)).files) == 2


def test_an_export_can_be_stopped_before_files_are_written(desk):
    def stop(share: float, what: str) -> None:
        if what == "Saving":
            raise Cancelled

    with pytest.raises(Cancelled) as caught:
        desk.export(tell=stop)

    assert caught.value.code == "export.cancelled"
    assert desk.renderers.written == {}


def test_a_file_that_was_finished_stays_when_the_next_fails(desk):
    desk.renderers.full = True

    with pytest.raises(StoreBroken):
        desk.export()

    assert list(desk.renderers.written) == [PDF]


def test_what_was_changed_since_its_approval_is_exported_as_a_draft_only(desk):
    act = Act(rid("act-000001"), Deed.SUBMITTED, "1.0", "Ann", NOON, 2, "0" * 64)
    submitted = plan_with(act)

    with pytest.raises(NotWhatWasApproved):
        desk.export(plan=submitted)
    assert desk.renderers.written == {}

    desk.export(plan=submitted, draft=True)

    assert desk.composed == [(True, NOON)]


def test_a_word_file_lends_the_word_document_its_look_and_says_what_it_cannot(desk):
    plain = desk.export()
    without = desk.renderers.seen_donor

    result = desk.export(donor=Path("brand.dotx"))

    assert (without, plain.remarks) == (None, ())
    assert desk.renderers.seen_donor == b"brand.dotx"
    assert result.remarks == ("brand.dotx lends no logo.",)


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.STAFF])
def test_an_edition_without_room_for_a_seal_is_not_signed_and_says_so(desk, audience):
    result = desk.export(**SEALED, audience=audience)

    assert [file.signed for file in result.files] == [False, False]
    assert result.remarks == (
        f"The edition for {audience.value} has no room for a seal and was not signed.",
    )
    assert desk.export(audience=audience).remarks == ()
