import zipfile

import pytest

from app.bootstrap.evidence import verify_bytes
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import Occasion
from app.domain.plan.changes import put
from app.services.cancelling import Cancelled
from app.services.evidence import names
from app.services.evidence.packing import EvidenceOptions
from app.services.verifying import Verdict
from tests.builders import NOON, person


def test_a_window_packs_the_open_plan_as_it_is_now(made, opened, tmp_path):
    opened.session.apply((put(opened.plan, person("x", "Nadia Roth")),), "Somebody")
    told: list[float] = []

    result = made.evidence(
        opened,
        tmp_path / "plan.irplan",
        EvidenceOptions(tmp_path / "e.zip"),
        lambda share, what: told.append(share),
    )

    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        assert b"Nadia Roth" in archive.read(names.PLAN_DATA)
        assert b'"2"' in archive.read(names.REVISIONS)
    assert result.sound
    assert told[-1] == 1.0
    report = made.check_evidence(tmp_path / "e.zip")
    assert (report.verdict, report.problems, report.file) == (Verdict.UNSIGNED, (), "e.zip")


def test_whoever_stops_it_leaves_no_file(made, opened, tmp_path):
    def stop(share, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        made.evidence(opened, tmp_path / "plan.irplan", EvidenceOptions(tmp_path / "e.zip"), stop)

    assert not (tmp_path / "e.zip").exists()


def test_a_head_noted_here_that_is_no_point_of_the_history_is_told(made, opened, tmp_path):
    made.witness.note(Head(str(opened.plan.id), 1, "ab" * 32, "cd" * 32), NOON, Occasion.DAY)

    result = made.evidence(opened, tmp_path / "plan.irplan", EvidenceOptions(tmp_path / "e.zip"))

    assert not result.sound
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        assert b"is no point of this history" in archive.read(names.AUDIT_TEXT)


def test_bytes_are_verified_under_their_name_and_leave_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    report = verify_bytes("a.pdf", b"no PDF")

    assert (report.file, report.verdict) == ("a.pdf", Verdict.UNREADABLE)
    assert list(tmp_path.iterdir()) == []
