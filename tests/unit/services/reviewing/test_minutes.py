"""The minutes of a review session as files, in a world kept in memory."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.document.tree import Document
from app.domain.lifecycle.chain import Head
from app.domain.plan.acts import KeptFile
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.services.cancelling import Cancelled
from app.services.exporting import DraftsAreNotSigned
from app.services.rendering import FileFormat
from app.services.reviewing.finding import SessionUnknown
from app.services.reviewing.minutes import (
    Minutes,
    MinutesExporter,
    MinutesFile,
    MinutesOptions,
    file_stem,
    keeping,
)
from app.services.signing import KeyFile, Level, SigningError
from tests.builders import HOSTILE, NOON, document, plan_with, rid
from tests.fakes import FakeClock, FakeIdentities, FakeRenderers, StoreBroken
from tests.unit.services.reviewing.sessions import CLOSED, KEY, SESSION, after

OUT = Path("out")
PLAN = plan_with(CLOSED, SESSION, profile=Profile(document_id="HW IRP/1"))
STEM = "minutes-HW-IRP-1-review-0"
SEALED = {"key": KeyFile(Path("id.p12"), "secret")}


class Desk:
    """An exporter of minutes whose world is in memory."""

    def __init__(self) -> None:
        self.renderers = FakeRenderers()
        self.identities = FakeIdentities()
        self.composed: list[tuple[object, ...]] = []
        self.told: list[float] = []
        self.exporter = MinutesExporter(
            self.compose,
            self.renderers,
            self.identities,
            FakeClock(NOON.replace(microsecond=7)),
        )

    def compose(self, *words: object) -> Document:
        self.composed.append(words)
        return document()

    def export(self, session=CLOSED.id, tell=None, **options) -> Minutes:
        progress = tell or (lambda share, what: self.told.append(share))
        return self.exporter.export(PLAN, session, MinutesOptions(OUT, **options), progress)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_both_formats_are_written_and_handed_back(desk):
    made = desk.export()

    pdf, docx = made.files
    assert desk.renderers.written == {pdf.path: pdf.data, docx.path: docx.data}
    assert (pdf.path, docx.path) == (OUT / f"{STEM}.pdf", OUT / f"{STEM}.docx")
    assert (pdf.format, pdf.pages, pdf.level) == (FileFormat.PDF, 7, None)
    assert (docx.format, docx.pages) == (FileFormat.DOCX, None)
    assert pdf.sha256 == hashlib.sha256(pdf.data).hexdigest()
    assert made.missing_glyphs == "\u2603"
    assert desk.renderers.prepared == [OUT]
    assert desk.told == sorted(desk.told)
    assert desk.told[-1] == 1.0


def test_the_minutes_are_of_the_session_and_bear_whole_seconds_and_the_head(desk):
    head = Head("plan", 7, "ab" * 32, "cd" * 32)

    desk.export(head=head)

    assert desk.composed == [(PLAN, CLOSED, NOON, head)]


@pytest.mark.parametrize("kind", FileFormat)
def test_one_format_may_do(desk, kind):
    (file,) = desk.export(formats=(kind,)).files

    assert file.format is kind
    assert set(desk.renderers.written) == {file.path}


def test_pages_of_the_word_file_come_from_the_pdf_and_both_are_compared(desk):
    desk.renderers.found = ("Table 2 differs.",)

    assert desk.export().differences == ("Table 2 differs.",)
    assert desk.renderers.seen_pages == desk.renderers.page_of


def test_an_identity_seals_both(desk):
    made = desk.export(**SEALED)

    assert all(file.level is Level.B_B for file in made.files)
    assert made.files[0].data.endswith(b"+pdf:Seal:True")
    assert made.files[1].data.endswith(b"+word:Seal")
    assert {one.signed_at for one in desk.identities.signer.statements} == {NOON}


def test_a_wrong_passphrase_writes_nothing(desk):
    with pytest.raises(SigningError):
        desk.export(key=KeyFile(Path("id.p12"), "x"))
    assert desk.renderers.written == {}


def test_minutes_of_a_session_not_closed_are_never_signed(desk):
    with pytest.raises(DraftsAreNotSigned):
        desk.export(KEY, **SEALED)

    (pdf, _) = desk.export(KEY).files
    assert pdf.path.name == "minutes-HW-IRP-1-review-1-draft.pdf"


def test_an_unknown_session_has_no_minutes(desk):
    with pytest.raises(SessionUnknown):
        desk.export(rid("nowhere"))


def test_a_full_disk_is_told_and_finished_files_stay(desk):
    desk.renderers.full = True

    with pytest.raises(StoreBroken):
        desk.export()
    assert set(desk.renderers.written) == {OUT / f"{STEM}.pdf"}


def test_the_export_can_be_cancelled_and_needs_nobody_who_listens(desk):
    def cancel(share: float, what: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.export(tell=cancel)
    assert len(desk.exporter.export(PLAN, CLOSED.id, MinutesOptions(OUT)).files) == 2


@pytest.mark.parametrize("text", [*HOSTILE, "../..", "CON", "x" * 300])
def test_any_id_makes_a_name_that_any_system_takes(text):
    plan = plan_with(profile=Profile(document_id=text))

    stem = file_stem(plan, replace(CLOSED, id=rid(text)))

    assert stem.startswith("minutes")
    assert stem.replace("-", "").isalnum()
    assert stem.isascii()
    assert len(stem) <= 100


def kept_by(plan: Plan, *files: MinutesFile):
    return keeping(plan, CLOSED.id, Minutes(files), "Bo", NOON)


def test_the_plan_keeps_the_files_by_their_hash():
    file = MinutesFile(OUT / "m.pdf", FileFormat.PDF, b"data", "ab" * 32, Level.B_B)

    changes, files = kept_by(PLAN, file)

    assert after(changes, PLAN).files.all() == (
        KeptFile(rid("ab" * 32), "m.pdf", 4, "sessions/review-0", "Bo", NOON),
    )
    assert files == {"ab" * 32: b"data"}


def test_a_file_is_kept_once():
    file = MinutesFile(OUT / "m.pdf", FileFormat.PDF, b"data", "ab" * 32, Level.B_B)
    changes, _ = kept_by(PLAN, file)

    assert kept_by(after(changes, PLAN), file) == ((), {})
