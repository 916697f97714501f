"""Packs as an auditor gets them: made by one command, checked with public tools and with ours."""

import csv
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import fastjsonschema
import pikepdf
import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINDINGS, FINE, USAGE
from app.domain.plan.changes import put
from app.exchange.evidence.archive import archived
from app.services.evidence import names
from app.services.evidence.sums import sums_of
from tests.builders import person
from tests.fakes import FakeClock
from tests.integration.cli.approving import edited, signing
from tests.integration.cli.running import Run, irplan
from tests.integration.persistence.db.samples import run_past_law

pytestmark = pytest.mark.usefixtures("one_shop")

PDF, DOCX = "plan/LS-IRP-1-2-0.pdf", "plan/LS-IRP-1-2-0.docx"


@dataclass(frozen=True)
class Pack:
    """A pack, the plan and the identity it was made with, and what the command said."""

    path: Path
    plan: Path
    identity: Path
    run: Run

    @property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @property
    def certificate(self) -> Path:
        return self.identity.with_suffix(".crt")

    def unpacked(self, folder: Path) -> Path:
        with zipfile.ZipFile(self.path) as archive:
            archive.extractall(folder)
        return folder

    def table(self, name: str) -> list[dict[str, str]]:
        text = self.files[name].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def pack(sealed, tmp_path_factory):
    """Version 2.0 was approved by signatures, sealed and kept; then the plan was edited."""
    folder = tmp_path_factory.mktemp("evidence") / "sealed"
    shutil.copytree(sealed.parent, folder)
    plan, carl = folder / sealed.name, folder / "carl.p12"
    edited(plan, "Nadia Roth")
    path = folder / "evidence.zip"
    trusted = ("--trust", carl.with_suffix(".crt"))
    run = irplan("evidence", plan, "--to", path, *signing(carl), *trusted)
    return Pack(path, plan, carl, run)


@pytest.fixture(scope="module")
def drafted(home, tmp_path_factory):
    """The working draft of a plan in which somebody wrote formulas, unsigned."""
    folder = tmp_path_factory.mktemp("drafted")
    plan = folder / "plan.irplan"
    opened = workshop(clock=FakeClock()).create_sample(plan, "lindenhof-software")
    opened.session.apply((put(opened.plan, person("x", "=1+1")),), "Somebody")
    opened.save("=2+2")
    opened.close()
    run = irplan("evidence", plan, "--to", folder / "e.zip", "--version", "draft")
    return Pack(folder / "e.zip", plan, folder / "none.p12", run)


def shell(folder, script):
    return subprocess.run(
        ["sh", "-ec", script], cwd=folder, capture_output=True, text=True, check=False
    )


def repacked(pack, path, **changes):
    """The pack with other files, written as it was; the value None takes one out."""
    files = pack.files | changes
    path.write_bytes(archived({name: data for name, data in files.items() if data is not None}))
    return path


@pytest.mark.parametrize(("ending", "name"), [("pdf", PDF), ("docx", DOCX)])
def test_a_copy_that_states_the_content_of_the_version_is_taken(pack, tmp_path, ending, name):
    (exported,) = pack.identity.parent.joinpath("out").glob(f"*.{ending}")
    copy = shutil.copy(exported, tmp_path / f"came back.{ending}")
    path = tmp_path / "evidence.zip"

    run = irplan("evidence", pack.plan, "--to", path, "--document", copy)

    assert (run.code, run.err) == (FINE, "")
    with zipfile.ZipFile(path) as archive:
        assert archive.read(name) == exported.read_bytes()


def test_a_document_of_another_version_is_refused_and_nothing_written(pack, tmp_path, demo):
    path = tmp_path / "evidence.zip"

    run = irplan("evidence", pack.plan, "--to", path, "--document", demo.file("pdf"))

    assert run.code == FAILED
    assert run.err.startswith("irplan: evidence.not-this-version: ")
    assert not path.exists()


def test_the_command_says_what_it_made(pack):
    assert (pack.run.code, pack.run.err) == (FINE, "")
    first, second, third, *notes = pack.run.out.splitlines()
    assert first == f"Evidence of version 2.0: {pack.path}"
    assert second.endswith("signed; README.txt explains each.")
    assert third == f"SHA-256: {sha256(pack.path.read_bytes()).hexdigest()}"
    assert notes == []


def test_the_files_are_those_that_were_issued_byte_for_byte(pack):
    for name in (PDF, DOCX):
        kept = pack.plan.parent / "out" / Path(name).name
        assert pack.files[name] == kept.read_bytes()


def test_the_data_is_what_the_pdf_carries_and_satisfies_its_schema(pack):
    with pikepdf.open(io.BytesIO(pack.files[PDF])) as pdf:
        attached = pdf.attachments["plan.json"].get_file().read_bytes()

    assert pack.files[names.PLAN_DATA] == attached
    validate = fastjsonschema.compile(json.loads(pack.files[names.PLAN_SCHEMA]))
    data = json.loads(attached)
    validate(data)
    data["people"][0]["name"] = 7
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate(data)


def test_public_tools_check_the_sums_and_their_signature(pack, tmp_path, tool):
    folder = pack.unpacked(tmp_path)
    tool("sha256sum")
    tool("openssl")
    tested = subprocess.run([tool("unzip"), "-t", pack.path], capture_output=True, check=False)
    verify = (
        "openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s -content SHA256SUMS "
        "-purpose any -attime 1795262400 -CAfile {} -out /dev/null"
    )

    assert tested.returncode == 0
    assert shell(folder, "sha256sum -c --strict --quiet SHA256SUMS").returncode == 0
    assert shell(folder, verify.format("SHA256SUMS.crt")).returncode == 0
    assert shell(folder, verify.format(pack.plan.parent / "dora.crt")).returncode != 0
    (folder / names.COVERAGE).write_text("all met")
    assert shell(folder, "sha256sum -c --quiet SHA256SUMS").returncode != 0
    (folder / names.SUMS).write_bytes(sums_of({}))
    assert shell(folder, verify.format("SHA256SUMS.crt")).returncode != 0


def test_every_command_of_the_readme_works(pack, tmp_path, tool):
    folder = pack.unpacked(tmp_path)
    for one in ("sha256sum", "openssl", "pdfsig"):
        tool(one)
    text = pack.files[names.README].decode()
    blocks = text[text.index("HOW TO CHECK") : text.index("WHAT THIS")].split("\n\n")
    commands = [
        block.replace("\\\n", " ")
        for block in blocks
        if block.startswith("    ") and block.split()[0] in {"sha256sum", "openssl", "pdfsig"}
    ]

    assert len(commands) == 6
    for command in commands:
        run = shell(folder, command)
        assert run.returncode == 0, (command, run.stderr)


def test_the_declarations_verify_with_openssl_by_the_certificates_inside(pack, tmp_path, tool):
    folder = pack.unpacked(tmp_path)
    tool("openssl")
    (certificate,) = (folder / names.CERTIFICATES).glob("Dora-Young-*.crt")
    verify = (
        "openssl cms -verify -binary -inform DER -in act-00000{0}.p7s -content act-00000{0}.json "
        f"-purpose any -attime 1795262400 -CAfile {certificate} -out /dev/null"
    )

    acts = pack.table(names.ACTS)

    assert [row["signature holds"] for row in acts] == ["", "", "yes", "yes", ""]
    assert shell(folder / names.DECLARATIONS, verify.format(4)).returncode == 0
    assert shell(folder / names.DECLARATIONS, verify.format(3)).returncode != 0
    assert json.loads(pack.files[f"{names.DECLARATIONS}act-000004.json"])["by"] == "Dora Young"


def test_the_tables_tell_what_was_done(pack):
    version = next(row for row in pack.table(names.VERSIONS) if row["version"] == "version 2.0")

    assert version["state"] == "approved and in force"
    assert version["content SHA-256"] == json.loads(pack.files[names.APPROVAL])["content"]
    kept = {Path(name).name: sha256(pack.files[name]).hexdigest() for name in (PDF, DOCX)}
    assert all(
        f"{name} {digest}" in version["files kept, SHA-256"] for name, digest in kept.items()
    )
    assert pack.table(names.REVISIONS)[-1]["what"] == "1 record: people"
    checked = json.loads(irplan("check", pack.plan, "--json").out)["coverage"]
    wanted = [f"{framework}/{one}" for framework, ones in checked.items() for one in ones]
    assert [row["key"] for row in pack.table(names.COVERAGE)] == wanted != []
    assert b"OK      " in pack.files[names.AUDIT_TEXT]


def test_the_reports_inside_say_what_verifying_says(pack, tmp_path):
    folder = pack.unpacked(tmp_path)

    for name in (PDF, DOCX):
        run = irplan("verify", folder / name, "--trust", pack.certificate)
        told = pack.files[f"{names.VERIFICATION}{Path(name).name}.txt"].decode()
        assert told == run.out
        assert "Verdict: VALID" in told


def test_the_same_plan_time_and_key_give_the_same_bytes(pack, tmp_path, python):
    again = tmp_path / "again.zip"
    trusted = ("--trust", pack.certificate)
    irplan("evidence", pack.plan, "--to", again, *signing(pack.identity), *trusted)
    script = """
import sys
from app.bootstrap import workshop
from app.cli import main
from tests.fakes import FakeClock
main.workshop = lambda: workshop(clock=FakeClock())
sys.exit(main.main(sys.argv[1:]))
"""
    words = ("evidence", pack.plan, "--to", tmp_path / "other.zip", *signing(pack.identity))
    python(script, *words, *trusted, PYTHONHASHSEED="7")

    assert again.read_bytes() == pack.path.read_bytes()
    assert (tmp_path / "other.zip").read_bytes() == pack.path.read_bytes()


def test_making_a_pack_changes_nothing_in_the_plan(pack, tmp_path):
    before = pack.plan.read_bytes()

    irplan("evidence", pack.plan, "--to", tmp_path / "e.zip")

    assert pack.plan.read_bytes() == before


def test_a_pack_verifies_by_the_certificate_of_its_signer(pack):
    trusted = irplan("evidence", "verify", pack.path, "--trust", pack.certificate)
    stranger = irplan("evidence", "verify", pack.path)

    assert (trusted.code, trusted.err) == (FINE, "")
    assert "Verdict: VALID. " in trusted.out
    assert "Signed by: Carl Dent" in trusted.out
    assert stranger.code == FINE
    assert "Verdict: VALID-UNTRUSTED. " in stranger.out


def test_a_program_gets_a_report(pack):
    said = json.loads(irplan("evidence", "verify", pack.path, "--json").out)

    assert said["verdict"] == "valid-untrusted"
    assert said["sha256"] == sha256(pack.path.read_bytes()).hexdigest()
    assert {one["file"] for one in said["documents"]} == {Path(PDF).name, Path(DOCX).name}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (names.COVERAGE, b"all met", "judgement/coverage.csv was changed"),
        (names.TRAIL, None, "history/audit-trail.json is missing."),
        ("extra.txt", b"", "extra.txt was added"),
        (names.SUMS_SIGNATURE, b"x", "The signature over SHA256SUMS does not fit it."),
        (names.SUMS_SIGNATURE, None, "SHA256SUMS.p7s was removed"),
    ],
)
def test_what_was_done_to_a_pack_is_told(pack, tmp_path, name, data, said):
    run = irplan("evidence", "verify", repacked(pack, tmp_path / "e.zip", **{name: data}))

    assert run.code == FINDINGS
    assert "Verdict: INVALID" in run.out
    assert f"PROBLEM: {said}" in run.out


def test_a_document_changed_by_somebody_who_made_the_sums_fit_is_told(pack, tmp_path):
    changed = bytearray(pack.files[PDF])
    changed[len(changed) // 4] ^= 1
    files = pack.files | {PDF: bytes(changed)}
    for name in names.UNSUMMED:
        files.pop(name)
    files[names.SUMS] = sums_of(files)
    (tmp_path / "e.zip").write_bytes(archived(files))

    run = irplan("evidence", "verify", tmp_path / "e.zip")

    assert run.code == FINDINGS
    assert f"PROBLEM: {PDF}: It does not verify." in run.out


def test_data_exchanged_for_that_of_another_plan_is_told(pack, drafted, tmp_path):
    files = pack.files | {names.PLAN_DATA: drafted.files[names.PLAN_DATA]}
    for name in names.UNSUMMED:
        files.pop(name)
    (tmp_path / "e.zip").write_bytes(archived(files | {names.SUMS: sums_of(files)}))

    run = irplan("evidence", "verify", tmp_path / "e.zip")

    assert run.code == FINDINGS
    for name in (PDF, DOCX):
        assert f"PROBLEM: {name} is of another content than plan/plan.json." in run.out
    assert "PROBLEM: plan/approval.json speaks of another content" in run.out


def test_what_is_no_pack_is_refused_in_one_sentence(pack, tmp_path):
    (tmp_path / "bad.zip").write_bytes(pack.path.read_bytes()[:-7])
    codes = {
        pack.plan: "evidence.not-a-pack",
        tmp_path / "bad.zip": "evidence.damaged",
        tmp_path / "none.zip": "evidence.unreadable",
        pack.plan.parent / "out" / Path(DOCX).name: "evidence.unsafe",
    }

    for path, code in codes.items():
        run = irplan("evidence", "verify", path)
        assert run.code == FAILED
        assert run.err.startswith(f"irplan: {code}: ")
        assert run.err.count("\n") == 1


def test_a_draft_is_packed_as_a_draft_and_unsigned(drafted):
    assert (drafted.run.code, drafted.run.err) == (FINE, "")
    assert drafted.run.out.startswith("Evidence of the plan as it is, a draft: ")
    assert "Note: Nobody signed the pack" in drafted.run.out
    assert any(name.endswith("-draft.pdf") for name in drafted.files)
    assert names.APPROVAL not in drafted.files
    run = irplan("evidence", "verify", drafted.path)
    assert (run.code, "Verdict: UNSIGNED" in run.out) == (FINDINGS, True)


def test_no_cell_is_a_formula_to_libreoffice(drafted, tmp_path, tool):
    folder = drafted.unpacked(tmp_path / "pack")
    (tmp_path / "raw.csv").write_text("a\r\n=1+1\r\n")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    tables = [str(path) for path in sorted(folder.rglob("*.csv"))]

    subprocess.run(
        [
            *(tool("soffice"), profile, "--headless", "--convert-to", "fods"),
            *("--outdir", str(tmp_path / "out"), str(tmp_path / "raw.csv"), *tables),
        ],
        check=True,
        capture_output=True,
    )

    made = {path.stem: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert set(made) == {"raw", *(Path(path).stem for path in tables)}
    assert "table:formula" in made.pop("raw")
    assert not any("table:formula" in text for text in made.values())
    assert "<text:p>&apos;=2+2</text:p>" in made["revisions"]


def test_a_version_that_was_never_issued_is_refused(pack, tmp_path):
    run = irplan("evidence", pack.plan, "--to", tmp_path / "e.zip", "--version", "9.9")

    assert run.code == FAILED
    assert run.err.startswith("irplan: version.not-issued: ")
    assert list(tmp_path.iterdir()) == []


def test_a_trail_that_was_tampered_with_is_packed_and_told(pack, tmp_path):
    plan = Path(shutil.copy(pack.plan, tmp_path / "plan.irplan"))
    run_past_law(plan, "UPDATE revision SET label = 'Nothing' WHERE number = 2")

    run = irplan("evidence", plan, "--to", tmp_path / "e.zip", "--json")

    said = json.loads(run.out)
    assert (run.code, said["sound"]) == (FINDINGS, False)
    assert "The audit trail is not whole; history/audit-report.txt says why." in said["remarks"]
    checked = irplan("evidence", "verify", tmp_path / "e.zip")
    assert "audit-trail.json: revision 2 was altered" in checked.out


@pytest.mark.parametrize(
    "words",
    [
        ("plan.irplan",),
        ("verify",),
        ("verify", "a.zip", "--to", "b.zip"),
        ("verify", "a.zip", "b.zip"),
        ("a", "b", "--to", "c"),
        (),
    ],
)
def test_other_words_are_wrong_usage(words):
    run = irplan("evidence", *words)

    assert run.code == USAGE
    assert "usage: irplan evidence PLAN --to FILE.zip" in run.err


def test_a_pack_never_replaces_a_plan(pack):
    before = pack.plan.read_bytes()

    run = irplan("evidence", pack.plan, "--to", pack.plan)

    assert run.code == FAILED
    assert run.err.startswith("irplan: evidence.name-unfit: ")
    assert pack.plan.read_bytes() == before


def test_what_stands_there_is_not_replaced(pack, tmp_path):
    plan = shutil.copy(pack.plan, tmp_path / "plan.zip")
    linked = tmp_path / "link.zip"
    linked.symlink_to(tmp_path / "none.zip")
    before = plan.read_bytes()

    for target in (plan, linked):
        run = irplan("evidence", plan, "--to", target)

        assert run.code == FAILED
        assert run.err.startswith("irplan: cli.file-stands: ")
    assert plan.read_bytes() == before
    assert linked.is_symlink()


def test_a_folder_that_is_not_there_leaves_nothing_behind(pack, tmp_path):
    run = irplan("evidence", pack.plan, "--to", tmp_path / "none" / "e.zip")

    assert run.code == FAILED
    assert list(tmp_path.iterdir()) == []
