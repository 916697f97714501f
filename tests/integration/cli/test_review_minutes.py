"""`irplan review minutes`: signed files, judged by programs that know nothing of ours."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINE
from app.cli.review_minutes import print_minutes
from app.domain.document.outline import differences, outline
from app.domain.plan.changes import put
from app.domain.plan.sessions import AgendaItem, Choice, Topic
from app.export.audit_head import read_head
from app.export.word.outline import outline as outline_of_word
from app.services.rendering import FileFormat
from app.services.reviewing.minutes import Minutes, MinutesFile, MinutesOptions
from tests.builders import HOSTILE, NOON
from tests.fakes import FakeClock
from tests.integration.cli.running import irplan
from tests.integration.export.pdf.conftest import page_texts

SESSION = "review-2026-11-21"


@pytest.fixture(scope="module")
def plan(home, tmp_path_factory) -> Path:
    """A plan of its own: the ends of its history are noted on this computer."""
    made: Path = tmp_path_factory.mktemp("minutes") / "plan.irplan"
    workshop(clock=FakeClock()).create_sample(made).close()
    words = ("--chair", "Ann Lee", "--minutes", "75", "--conclusion", "The plan still fits.")
    assert irplan("review", "record", made, "--no-change", *words).code == 0
    return made


def test_minutes_are_written_sealed_and_verified(plan, secret, tmp_path):
    identity = tmp_path / "ann.p12"
    made = irplan(
        *("identity", "new", "--name", "Ann Lee", "--email", "ann@example.org"),
        *("--organisation", "Example", "--out", identity, "--passphrase-file", secret),
    )
    assert made.code == 0, made.err

    run = irplan(
        *("review", "minutes", plan, SESSION, "--to", tmp_path / "out"),
        *("--sign", identity, "--passphrase-file", secret),
    )

    pdf, docx = sorted((tmp_path / "out").iterdir(), key=lambda path: path.suffix, reverse=True)
    assert (run.code, run.err) == (FINE, "")
    assert pdf.stem == docx.stem == f"minutes-NH-IRP-001-{SESSION}"
    for file in (pdf, docx):
        assert hashlib.sha256(file.read_bytes()).hexdigest() in run.out
        verdict = irplan("verify", file, "--trust", identity.with_suffix(".crt"))
        assert verdict.code == 0, verdict.out
    text = "\n".join(page_texts(pdf.read_bytes()))
    for said in ("Ann Lee", "The plan still fits.", "1 hour and 15 minutes", "Audit trail"):
        assert said in text
    assert read_head(pdf).number == 2
    assert irplan("audit", "verify", plan, "--against", pdf).code == 0


def test_one_format_may_be_asked_for(plan, tmp_path):
    run = irplan("review", "minutes", plan, SESSION, "--to", tmp_path, "--format", "docx")

    assert run.code == FINE
    assert [path.suffix for path in tmp_path.iterdir()] == [".docx"]


def test_an_unknown_session_is_told_with_those_there_are(plan, tmp_path):
    run = irplan("review", "minutes", plan, "review-1", "--to", tmp_path)

    assert run.code == FAILED
    assert run.err.startswith("irplan: review.unknown-session: ")
    assert SESSION in run.err


def test_differences_and_letters_without_a_glyph_are_said(capsys):
    file = MinutesFile(Path("m.docx"), FileFormat.DOCX, b"abc", "ab" * 32)

    print_minutes(Minutes((file,), ("Table 2 differs.",), "\u2603"))

    said = capsys.readouterr().out
    assert "m.docx  -      3" in said
    assert "PDF and DOCX differ: Table 2 differs." in said
    assert "No bundled font has these characters: \u2603" in said


@pytest.mark.no_cover
@pytest.mark.parametrize("many", [1, 60])
def test_hostile_text_comes_out_the_same_in_both_formats(plan, tmp_path, many):
    made = workshop(clock=FakeClock())
    opened = made.open(plan, read_only=True)
    opened.store.close()
    (session,) = opened.plan.sessions.values()
    items = tuple(
        AgendaItem(f"k{at}-{row}", topic, text, text * 9, text, Choice.ACTION, text, text)
        for row in range(many)
        for at, (topic, text) in enumerate(zip(Topic, HOSTILE, strict=False))
    )
    evil = replace(session, title="\n".join(HOSTILE), agenda=items, decisions=HOSTILE)
    (change,) = (put(opened.plan, evil),)
    opened.session.apply((change,), "x")

    result = made.minutes_exporter().export(opened.plan, session.id, MinutesOptions(tmp_path))

    assert result.differences == ()
    pdf, docx = result.files
    document = made.compose_minutes(opened.plan, evil, NOON)
    assert differences(outline(document), outline_of_word(docx.data)) == ()
    assert zipfile.ZipFile(docx.path).testzip() is None
    with pikepdf.open(pdf.path) as opened_pdf:
        assert len(opened_pdf.pages) == pdf.pages
    assert "</w:t><script>" in "".join(page_texts(pdf.data))
