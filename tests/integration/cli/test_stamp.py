import shutil

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINE
from tests.fakes import FakeClock
from tests.integration.cli.running import irplan
from tests.integration.signing.authorities import made_authority, stamp_server


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stamp_server(made_authority(), {}) as running:
        yield running


@pytest.fixture
def pdf(demo, tmp_path):
    return shutil.copy(demo.file("pdf"), tmp_path / "plan.pdf")


def test_a_stamp_is_added_beside_the_file(pdf, server):
    before = pdf.read_bytes()

    run = irplan("stamp", pdf, "--timestamp", server.at("/stamp"))

    assert run.code == FINE, run.err
    made = pdf.with_name("plan.signed.pdf")
    assert run.out == f"Stamped: {made}\nLevel: B-T\n"
    assert made.read_bytes().startswith(before)
    assert pdf.read_bytes() == before


def test_the_server_of_the_settings_is_asked(pdf, server):
    from dataclasses import replace

    shop = workshop(clock=FakeClock())
    settings = shop.settings()
    shop.save_settings(replace(settings, time_authority=server.at("/stamp")))
    try:
        run = irplan("stamp", pdf, "--in-place")
    finally:
        shop.save_settings(settings)

    assert run.code == FINE, run.err
    assert server.asked == ["/stamp", "/stamp"]


@pytest.mark.parametrize("path", ["/refuse", "/rubbish"])
def test_a_server_that_fails_changes_nothing(pdf, server, path):
    before = pdf.read_bytes()

    run = irplan("stamp", pdf, "--timestamp", server.at(path), "--in-place")

    assert (run.code, "signing.time-stamp" in run.err) == (FAILED, True)
    assert pdf.read_bytes() == before


def test_a_server_has_to_be_named(pdf):
    assert "no time-stamp server is named" in irplan("stamp", pdf).err


def test_a_word_document_is_stamped_too(demo, server, tmp_path):
    run = irplan(
        *("stamp", demo.file("docx"), "--timestamp", server.at("/stamp")),
        *("--out", tmp_path / "stamped.docx"),
    )

    assert run.code == FINE, run.err
    assert "Level: B-T" in run.out


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7"])
def test_other_files_are_not_stamped(server, tmp_path, content):
    (tmp_path / "notes.txt").write_bytes(content)

    run = irplan("stamp", tmp_path / "notes.txt", "--timestamp", server.at("/stamp"))

    assert (run.code, "signing.not-a-pdf" in run.err) == (FAILED, True)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]
