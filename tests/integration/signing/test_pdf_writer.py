from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from app.services.signing import Level, Stamping
from app.signing.levels import evidence_for, sampled
from app.signing.pdf_reading import open_pdf
from app.signing.pdf_writer import append_time_stamp
from app.signing.signer import IdentitySigner
from tests.integration.signing.samples import FONT, SIGNED, statement


def test_the_proof_stands_in_the_revision_that_the_signature_covers(
    plain_pdf, authority, server, tmp_path
):
    crl = tmp_path / "root.crl"
    crl.write_bytes(authority.revocations())
    ada = authority.person()
    stamping = Stamping(server.at("/stamp"), Level.B_LT, (crl,))

    signed = IdentitySigner(ada, FONT, stamping).sign_pdf(
        plain_pdf, statement(), field="Seal", certify=True
    )

    reader = PdfFileReader(BytesIO(signed.data))
    (signature,) = reader.embedded_signatures
    store = reader.get_historical_root(signature.signed_revision)["/DSS"]
    assert len(store["/CRLs"]) == 1
    assert len(store["/Certs"]) == 3
    assert reader.xrefs.total_revisions == signature.signed_revision + 1


def test_a_plain_signature_brings_no_store(sealed_pdf):
    assert "/DSS" not in PdfFileReader(BytesIO(sealed_pdf)).root


def test_nothing_is_said_of_the_time_of_changing(sealed_pdf, server):
    stamped = append_time_stamp(open_pdf(sealed_pdf), "Timestamp", sampled(server.at("/stamp")))

    before, after = (PdfFileReader(BytesIO(each)) for each in (sealed_pdf, stamped))
    assert after.trailer["/Info"]["/ModDate"] == before.trailer["/Info"]["/ModDate"]


@pytest.mark.parametrize("count", [1, 2])
def test_each_stamp_asks_the_authority_once_after_its_sample(sealed_pdf, server, authority, count):
    data = sealed_pdf
    for number in range(count):
        evidence = evidence_for(authority.person(), Stamping(server.at("/stamp")), SIGNED)
        data = append_time_stamp(open_pdf(data), f"Timestamp{number}", evidence)

    assert len(server.asked) == 2 * count
