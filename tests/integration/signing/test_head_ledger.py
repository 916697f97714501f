"""Heads noted on a real disk, signed with a real key, checked with public tools."""

import base64
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import Occasion, noted_text
from app.signing.head_ledger import KEY_FILE, HeadLedger, LedgerUnusable

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
HEAD = Head("plan-x", 2, "ab" * 32, "cd" * 32)


@pytest.fixture
def ledger(tmp_path: Path) -> HeadLedger:
    return HeadLedger(tmp_path / "heads")


def test_what_is_noted_is_signed_and_given_back(ledger: HeadLedger, tmp_path: Path) -> None:
    ledger.note(HEAD, AT, Occasion.EXPORT)
    ledger.note(replace(HEAD, number=3), AT, Occasion.DAY)

    first, second = ledger.noted("plan-x")
    assert (first.head, first.at, first.occasion) == (HEAD, AT, Occasion.EXPORT)
    assert second.head.number == 3
    assert ledger.is_signed(first)
    assert ledger.is_signed(second)
    assert (tmp_path / "heads" / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_one_head_is_noted_once_a_day(ledger: HeadLedger) -> None:
    for hours in (0, 1, 20, 24):
        ledger.note(HEAD, AT + timedelta(hours=hours), Occasion.DAY)

    assert [one.at.day for one in ledger.noted("plan-x")] == [21, 22]


def test_plans_are_kept_apart(ledger: HeadLedger) -> None:
    ledger.note(HEAD, AT, Occasion.DAY)

    assert ledger.noted("plan-y") == ()


def test_openssl_finds_the_signature_good(ledger: HeadLedger, tmp_path: Path) -> None:
    ledger.note(HEAD, AT, Occasion.DAY)
    (noted,) = ledger.noted("plan-x")
    text, signature = tmp_path / "text", tmp_path / "signature"
    text.write_bytes(noted_text(noted))
    signature.write_bytes(base64.b64decode(noted.signature))
    key = tmp_path / "public.pem"
    found = shutil.which("openssl")
    assert found, "openssl is needed"
    private = str(tmp_path / "heads" / KEY_FILE)
    subprocess.run([found, "pkey", "-in", private, "-pubout", "-out", str(key)], check=True)
    asked = [found, "pkeyutl", "-verify", "-pubin", "-inkey", str(key), "-rawin"]
    asked += ["-in", str(text), "-sigfile", str(signature)]

    assert subprocess.run(asked, check=False, capture_output=True).returncode == 0
    text.write_bytes(noted_text(replace(noted, occasion=Occasion.EXPORT)))
    assert subprocess.run(asked, check=False, capture_output=True).returncode != 0


def test_a_changed_note_is_not_signed(ledger: HeadLedger) -> None:
    ledger.note(HEAD, AT, Occasion.DAY)
    (noted,) = ledger.noted("plan-x")

    assert not ledger.is_signed(replace(noted, head=replace(HEAD, number=9)))
    assert not ledger.is_signed(replace(noted, at=AT + timedelta(days=1)))
    assert not ledger.is_signed(replace(noted, signature="!"))


def test_without_the_key_nothing_is_signed(ledger: HeadLedger, tmp_path: Path) -> None:
    ledger.note(HEAD, AT, Occasion.DAY)
    (noted,) = ledger.noted("plan-x")
    (tmp_path / "heads" / KEY_FILE).unlink()

    assert not ledger.is_signed(noted)


def test_a_line_cut_off_by_a_crash_spoils_nothing(ledger: HeadLedger, tmp_path: Path) -> None:
    ledger.note(HEAD, AT, Occasion.DAY)
    file = tmp_path / "heads" / "plan-x.jsonl"
    with file.open("ab") as half:
        half.write(b'{"at":"2026-11-\xff')

    ledger.note(replace(HEAD, number=3), AT, Occasion.DAY)

    assert [one.head.number for one in ledger.noted("plan-x")] == [2, 3]
    assert json.loads(file.read_text("utf-8", "replace").splitlines()[-1])["revision"] == 3


@pytest.mark.parametrize("plan", ["../../etc/passwd", "", "a/b"])
def test_a_plan_id_is_no_path(ledger: HeadLedger, plan: str) -> None:
    with pytest.raises(LedgerUnusable, match="no usable id"):
        ledger.note(replace(HEAD, plan=plan), AT, Occasion.DAY)


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAA==\n"])
def test_a_spoilt_key_is_told(ledger: HeadLedger, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "heads").mkdir()
    (tmp_path / "heads" / KEY_FILE).write_bytes(content)

    with pytest.raises(LedgerUnusable, match=KEY_FILE):
        ledger.note(HEAD, AT, Occasion.DAY)


def test_a_key_of_another_kind_is_told(ledger: HeadLedger, tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    other = generate_private_key(SECP256R1())
    (tmp_path / "heads").mkdir()
    (tmp_path / "heads" / KEY_FILE).write_bytes(
        other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )

    with pytest.raises(LedgerUnusable, match="another kind"):
        ledger.note(HEAD, AT, Occasion.DAY)


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "heads").write_text("in the way")
    ledger = HeadLedger(tmp_path / "heads")

    with pytest.raises(LedgerUnusable):
        ledger.noted("plan-x")
    with pytest.raises(LedgerUnusable):
        ledger.note(HEAD, AT, Occasion.DAY)


def test_a_ledger_that_is_a_folder_is_told(ledger: HeadLedger, tmp_path: Path) -> None:
    (tmp_path / "heads" / "plan-x.jsonl").mkdir(parents=True)

    with pytest.raises(LedgerUnusable):
        ledger.note(HEAD, AT, Occasion.DAY)
