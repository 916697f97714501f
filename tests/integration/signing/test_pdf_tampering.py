"""Everything that can be done to a signed PDF, at the lowest and at the highest level."""

import os
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from app.services.proving.slots import NONE
from app.services.signing import Level, Stamping
from app.services.verifying import Light, Verdict
from app.signing.signer import IdentitySigner
from tests.integration.signing import tampering
from tests.integration.signing.authorities import stamp_server
from tests.integration.signing.samples import FONT, simple_signer, statement
from tests.integration.signing.tampering import flipped, resaved, updated

LEVELS = ("B-B", "B-LTA")
BROKEN = frozenset({Verdict.INVALID, Verdict.UNREADABLE})

ADDED = {
    tampering.overlaid: "not permitted",
    tampering.annotated: "not permitted",
    tampering.paged: "not permitted",
    tampering.launching: "not permitted",
    tampering.scripted: "not permitted",
    tampering.attached: "not permitted",
    tampering.moved: "not permitted",
    tampering.repictured: "not permitted",
    tampering.released: "limits",
    tampering.retitled: "properties",
    tampering.renamed: "properties",
    tampering.removed: "",
    tampering.replaced: "",
}
"""Revisions that somebody adds after the last signature, and a word of what is said of them."""


def named(change):
    return change.__name__


@pytest.fixture(scope="session")
def finished(plain_pdf, authority, tmp_path_factory):
    """Sealed, then approved, by level."""
    crl = tmp_path_factory.mktemp("lists") / "root.crl"
    crl.write_bytes(authority.revocations())
    made = {}
    with pytest.MonkeyPatch.context() as patch, stamp_server(authority, {}) as server:
        patch.setitem(os.environ, "NO_PROXY", "127.0.0.1")
        for level in LEVELS:
            stamping = Stamping("" if level == "B-B" else server.at("/stamp"), Level(level), (crl,))
            ada = IdentitySigner(authority.person("Ada"), FONT, stamping)
            grace = IdentitySigner(authority.person("Grace"), FONT, stamping)
            sealed = ada.sign_pdf(plain_pdf, statement("Sealed"), field="Seal", certify=True).data
            approved = grace.sign_pdf(sealed, statement(), field="Approver").data
            made[level] = (sealed, approved)
    return made


@pytest.fixture(params=LEVELS)
def pair(request, finished):
    """The sealed file and the approved one, at one level."""
    return finished[request.param]


@pytest.fixture
def approved(pair):
    return pair[1]


def said(report):
    stamps = [one.stamp for one in report.document_stamps]
    return " ".join(
        problem for each in (report, *report.signatures, *stamps) for problem in each.problems
    )


def test_untouched_files_reach_their_level(finished, verify_bytes):
    for level, (_, approved) in finished.items():
        report = verify_bytes(approved, required=NONE)
        assert report.verdict is Verdict.VALID_UNTRUSTED
        assert {each.profile.text for each in report.signatures} == {f"PAdES {level}"}
        assert report.whole_file


@pytest.mark.parametrize("change", ADDED, ids=named)
def test_a_revision_added_after_the_last_signature_is_told(approved, verify_bytes, change):
    report = verify_bytes(updated(approved, change))

    assert report.verdict is Verdict.INVALID
    assert report.light is Light.RED
    assert ADDED[change] in said(report)
    assert "appended to the file after its last signature" in said(report)


@pytest.mark.parametrize(
    "change", [change for change in ADDED if change is not tampering.replaced], ids=named
)
def test_a_revision_slipped_in_below_a_later_signature_is_told(pair, grace, verify_bytes, change):
    sealed, _ = pair
    signer = PdfSigner(PdfSignatureMetadata(field_name="Approver"), simple_signer(grace.identity))
    writer = IncrementalPdfFileWriter(BytesIO(updated(sealed, change)))
    try:
        data = signer.sign_pdf(writer).getvalue()
    except (SigningError, PdfError):
        return  # nobody can sign that any more

    assert verify_bytes(data).verdict in BROKEN


def test_without_its_form_the_file_is_no_signed_one(approved, verify_bytes):
    report = verify_bytes(updated(approved, tampering.unformed))

    assert report.verdict in {Verdict.UNSIGNED, Verdict.INVALID, Verdict.UNREADABLE}
    assert report.light is not Light.GREEN


@pytest.mark.parametrize(
    "change",
    [
        *(tampering.wider_gap, tampering.shorter_range, tampering.second_value),
        *(tampering.squeezed, resaved),
    ],
    ids=named,
)
def test_changed_bytes_are_told(approved, verify_bytes, change):
    changed = change(approved)

    assert changed != approved
    assert verify_bytes(changed).verdict in BROKEN


@pytest.mark.parametrize("tail", [b"\n", b"\n\n", b"hello", b"%PDF-1.7 more", b"\0" * 2000])
def test_bytes_after_the_end_are_told(approved, verify_bytes, tail):
    assert verify_bytes(approved + tail).verdict in BROKEN


@pytest.mark.parametrize("head", [b"\n", b"#!/bin/sh\n", b"%junk\n"])
def test_bytes_before_the_beginning_are_told(approved, verify_bytes, head):
    assert verify_bytes(head + approved).verdict in BROKEN


def test_a_flipped_bit_anywhere_is_told(approved, verify_bytes):
    values = [at for at in range(len(approved)) if approved.startswith(b"/Contents <", at)]
    inside = [(at, approved.index(b">", at)) for at in values]
    positions = [
        at
        for at in range(0, len(approved), 211)
        if not any(start <= at <= end for start, end in inside)
    ]

    accepted = [
        at
        for at in positions
        if verify_bytes(flipped(approved, at)).verdict not in {*BROKEN, Verdict.UNSIGNED}
    ]

    assert len(positions) > 60
    assert accepted == []


def test_a_cut_off_signature_is_missed_by_who_asks_for_it(pair, verify_bytes):
    sealed, approved = pair

    report = verify_bytes(approved[: len(sealed)])

    assert report.verdict is Verdict.INCOMPLETE
    assert "Approver" in report.missing
    assert report.light is Light.AMBER


def test_every_other_cut_is_told(pair, verify_bytes):
    sealed, approved = pair
    kept = (Verdict.UNREADABLE, Verdict.UNSIGNED, Verdict.INVALID)
    lengths = [at for at in range(0, len(approved), 1511) if at not in {len(sealed)}]

    assert {verify_bytes(approved[:at]).verdict for at in lengths} <= set(kept)


def test_a_later_signature_must_not_certify(plain_pdf, ada, grace, verify_bytes):
    """pyHanko does not write such a file: the marks of a certification are put in by hand."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.generic import pdf_name

    first = ada.sign_pdf(plain_pdf, statement(), field="Author").data
    second = grace.sign_pdf(first, statement(), field="Seal").data

    def certified(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        value = field["/V"]
        value["/Reference"] = generic.ArrayObject(
            [
                generic.DictionaryObject(
                    {
                        pdf_name("/TransformMethod"): pdf_name("/DocMDP"),
                        pdf_name("/TransformParams"): generic.DictionaryObject(
                            {pdf_name("/P"): generic.NumberObject(2)}
                        ),
                    }
                )
            ]
        )
        writer.update_container(value)
        writer.root["/Perms"] = generic.DictionaryObject({pdf_name("/DocMDP"): field.raw_get("/V")})
        writer.update_root()

    report = verify_bytes(updated(second, certified))

    assert report.verdict is Verdict.INVALID
    assert "only the first one may do" in said(report)


@pytest.mark.parametrize("weak", ["sha1", "md5"])
def test_a_digest_that_can_be_forged_does_not_count(plain_pdf, grace, verify_bytes, weak):
    metadata = PdfSignatureMetadata(field_name="Seal", md_algorithm=weak)
    signer = PdfSigner(metadata, simple_signer(grace.identity))
    data = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()

    report = verify_bytes(data, required=NONE)

    assert report.verdict is Verdict.INVALID
    assert "can be forged" in said(report)


def test_a_first_signature_that_forbids_everything_is_believed(
    plain_pdf, grace, verify_bytes, monkeypatch
):
    monkeypatch.setattr(PdfSigner, "_enforce_certification_constraints", lambda *_: None)
    metadata = PdfSignatureMetadata(
        field_name="Seal", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    signer = PdfSigner(metadata, simple_signer(grace.identity))
    locked = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()
    over = PdfSigner(PdfSignatureMetadata(field_name="Approver"), simple_signer(grace.identity))

    data = over.sign_pdf(IncrementalPdfFileWriter(BytesIO(locked))).getvalue()

    assert verify_bytes(locked, required=NONE).verdict is Verdict.VALID_UNTRUSTED
    assert verify_bytes(data, required=NONE).verdict is Verdict.INVALID


@pytest.mark.parametrize(
    ("change", "theirs"),
    [
        (lambda data: data.replace(b"ReportLab Generated", b"ReportLib Generated"), "Mismatch"),
        (lambda data: updated(data, tampering.overlaid), "Not total document signed"),
        (lambda data: updated(data, tampering.retitled), "Not total document signed"),
    ],
    ids=["flip", "overlay", "title"],
)
def test_what_another_program_hints_at_is_a_clear_no_here(
    approved, tmp_path, tool, verify_bytes, change, theirs
):
    path: Path = tmp_path / "changed.pdf"
    path.write_bytes(change(approved))
    done = subprocess.run((tool("pdfsig"), str(path)), capture_output=True, text=True, check=False)

    assert theirs in done.stdout
    assert verify_bytes(path.read_bytes()).verdict is Verdict.INVALID
