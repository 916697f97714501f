from dataclasses import replace

import pytest

from app.services.evidence import names
from app.services.evidence.readme import WIDTH, Label, readme
from tests.builders import NOON
from tests.fakes import FACTS

LABEL = Label(
    title="Incident response plan",
    document_id="IRP-1",
    organisation="Harbour Water",
    version="2.0",
    state="approved and in force",
    sharing_label="Internal",
    plan_id="plan-1",
    content="ab" * 32,
    when=NOON,
    by="Mary Major",
    program="irplan 1",
    signer=FACTS,
)
DECLARATION = f"{names.DECLARATIONS}act-000002"
FILES = (
    "plan/IRP-1-2-0.pdf",
    "plan/IRP-1-2-0.docx",
    names.PLAN_DATA,
    names.PLAN_SCHEMA,
    names.APPROVAL,
    names.COVERAGE,
    names.FINDINGS,
    names.VERSIONS,
    names.ACTS,
    names.REVISIONS,
    names.TRAIL,
    names.AUDIT_TEXT,
    names.AUDIT_DATA,
    f"{DECLARATION}.json",
    f"{DECLARATION}.p7s",
    f"{names.VERIFICATION}IRP-1-2-0.pdf.txt",
    f"{names.VERIFICATION}IRP-1-2-0.pdf.json",
    f"{names.CERTIFICATES}Rita-AB.crt",
)


def text(label: Label = LABEL, files=FILES) -> str:
    return readme(label, files).decode()


def test_it_says_what_the_pack_is_about():
    said = text()

    for line in (
        "Document:        Incident response plan",
        "Version:         2.0",
        f"Content SHA-256: {'ab' * 32}",
        "Made:            2026-11-21T12:00:00Z by Mary Major, with irplan 1",
    ):
        assert line in said.splitlines()


def test_what_is_not_stated_is_left_out():
    assert "Version:" not in text(replace(LABEL, version=""))


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_explained_and_none_that_is_not_there(name):
    folder, _, last = name.rpartition("/")
    ending = last.partition(".")[2].rpartition(".")[2] or last
    starred = f"{folder}/*.{ending}"
    shown = name if name in text().splitlines() else starred

    without = [one for one in FILES if one != name]

    assert shown in text().splitlines()
    assert shown not in text(files=without).splitlines()


def test_the_sums_are_explained_with_what_signs_them():
    assert {names.SUMS, names.SUMS_SIGNATURE, names.SUMS_CERTIFICATE} <= set(text().splitlines())


def test_without_a_signature_it_says_what_that_means():
    said = text(replace(LABEL, signer=None))

    assert "Nobody signed the sums" in said
    assert names.SUMS_SIGNATURE not in said
    assert "self-signed" not in said


def test_the_fingerprint_to_compare_is_printed():
    assert f"    {FACTS.fingerprint}" in text().splitlines()
    assert "only the comparison of" in text()
    assert "only the comparison" not in text(
        replace(LABEL, signer=replace(FACTS, self_signed=False))
    )


def test_without_declarations_none_is_checked():
    assert f"-in {DECLARATION}.p7s" in text()
    assert "declaration is as it was signed" not in text(files=FILES[:2])


def test_remarks_stand_at_the_top():
    said = text(replace(LABEL, remarks=("The trail is not whole.",)))

    assert said.index("TO BE NOTED") < said.index("* The trail") < said.index("WHAT IS INSIDE")
    assert "TO BE NOTED" not in text()


def test_words_of_the_plan_start_no_line_of_their_own():
    said = text(replace(LABEL, title="A\nVersion:  9\x1b[2J", by="x\u202ey"))

    assert "Document:        A Version: 9\ufffd[2J" in said.splitlines()
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_no_line_but_a_hash_is_longer_than_a_terminal():
    long = [line for line in text().splitlines() if len(line) > WIDTH]

    assert all("ab" * 32 in line for line in long)
