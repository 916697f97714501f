import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.bootstrap import workshop
from app.cli import demo as demo_module
from app.cli.demo import CALENDAR, SEAL, SECRET_FILE, DemoFolderTaken, _prepare
from app.cli.exits import FAILED, FINE
from app.persistence.db.errors import PlanFileLocked
from tests.integration.cli.running import irplan

PLAN = "northwind-health.irplan"


def test_the_demo_does_the_whole_job(demo):
    assert (demo.run.code, demo.run.err) == (FINE, "")
    assert sorted(path.suffix for path in demo.folder.iterdir()) == [
        *(".crt", ".crt", ".crt", ".crt"),
        *(".docx", ".ics", ".irplan"),
        *(".p12", ".p12", ".p12", ".p12"),
        *(".pdf", ".txt"),
    ]


def test_the_summary_tells_plan_coverage_files_and_verdicts(demo):
    said = demo.run.out

    assert f"Plan: {PLAN}, 100% complete, 0 open findings" in said
    assert "NIST SP 800-61 Rev. 3" in said
    assert "Content SHA-256: " in said
    assert "PDF and DOCX differ" not in said
    assert re.search(r"Version 2\.0: submitted by .+; reviewed by .+, signed; approved by ", said)
    assert "Audit trail: whole" in said
    assert f"Verified {demo.file('pdf').name}: valid" in said
    assert f"Verified {demo.file('docx').name}: valid" in said


@pytest.mark.parametrize("name", [SECRET_FILE, SEAL])
def test_secrets_are_for_the_owners_eyes(demo, name):
    assert (demo.folder / name).stat().st_mode & 0o077 == 0


def test_what_an_earlier_demo_made_is_taken_away(demo, tmp_path):
    folder = tmp_path / "again"
    shutil.copytree(demo.folder, folder)

    _prepare(workshop(), folder)

    assert list(folder.iterdir()) == []


def test_what_the_demo_of_another_sample_made_is_taken_away(tmp_path):
    shop = workshop()
    for at, document in enumerate(shop.sample_documents()):
        (tmp_path / f"{document}-0-{at}.pdf").write_text("exported")
    others = [name for name in shop.samples() if f"{name}.irplan" != PLAN]
    shop.create_sample(tmp_path / f"{others[0]}.irplan", others[0]).close()

    _prepare(shop, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_an_unknown_sample_is_told_with_the_known_ones_and_nothing_is_touched(demo, tmp_path):
    shutil.copy(demo.folder / CALENDAR, tmp_path)

    run = irplan("demo", tmp_path, "--sample", "acme", "--no-window")

    assert run.code == FAILED
    assert run.err.startswith("irplan: library.unknown-sample: ")
    assert "northwind-health" in run.err
    assert [path.name for path in tmp_path.iterdir()] == [CALENDAR]


def test_every_sample_has_a_document_id_of_its_own():
    documents = workshop().sample_documents()

    assert all(re.fullmatch(r"[0-9A-Za-z-]+", document) for document in documents)
    assert len(set(documents)) == len(documents) > 1


@pytest.mark.parametrize(
    "name",
    ["plan.irplan", "report.pdf", "notes.txt", "anna.p12", "NH-IRP-001.pdf.bak", "folder/x.pdf"],
)
def test_a_folder_with_anything_else_is_refused_and_left_alone(demo, tmp_path, name):
    for known in (CALENDAR, SECRET_FILE):
        shutil.copy(demo.folder / known, tmp_path)
    other = tmp_path / name
    other.parent.mkdir(exist_ok=True)
    other.write_text("precious")

    run = irplan("demo", tmp_path, "--no-window")

    assert run.code == FAILED
    assert run.err.startswith("irplan: demo.folder-taken: ")
    assert other.read_text() == "precious"
    assert (tmp_path / CALENDAR).exists()


def test_a_link_under_a_known_name_is_not_ours(tmp_path):
    target = tmp_path / "precious.irplan"
    target.write_text("precious")
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / PLAN).symlink_to(target)

    with pytest.raises(DemoFolderTaken):
        _prepare(workshop(), folder)


def test_a_demo_plan_that_is_open_is_not_taken_away(demo, tmp_path):
    shutil.copy(demo.file("irplan"), tmp_path)
    opened = workshop().open(tmp_path / PLAN)
    try:
        with pytest.raises(PlanFileLocked):
            _prepare(workshop(), tmp_path)
        assert (tmp_path / PLAN).exists()
    finally:
        opened.store.close()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    path = tmp_path / "file"
    path.write_text("x")

    run = irplan("demo", path)

    assert run.err.startswith("irplan: demo.folder-taken: ")


@pytest.mark.parametrize(
    ("environment", "display"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_the_window_opens_where_there_is_a_display(monkeypatch, environment, display):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")

    assert demo_module._has_display() is display


def test_the_window_is_the_program_itself_with_the_plan(monkeypatch):
    started = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **options: started.append(command))

    demo_module._open_window(Path("a b.irplan"))

    ((_, *words),) = started
    assert words == ["-m", "ui.main", "a b.irplan"]


def test_public_tools_recompute_the_content_hash_that_both_files_print(demo, tool, tmp_path):
    printed = demo.run.out.split("Content SHA-256: ")[1].split()[0]

    subprocess.run(
        [tool("pdfdetach"), "-saveall", "-o", tmp_path, demo.file("pdf")],
        check=True,
        capture_output=True,
    )
    text = subprocess.run(
        [tool("pdftotext"), "-f", "2", "-l", "2", demo.file("pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    assert hashlib.sha256((tmp_path / "plan.json").read_bytes()).hexdigest() == printed
    assert printed in "".join(text.split())
