from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from app.domain.document.tree import SignatureBox
from app.export.pdf.render import render
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.sample import document


def test_every_box_is_an_empty_signature_field(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)

        assert [str(field["/T"]) for field in fields] == ["Seal", "Author", "Reviewer", "Approver"]
        assert all(pikepdf.Name.Sig == field.FT and "/V" not in field for field in fields)
        assert str(fields[3].TU) == "Approver, Approved for use"


def test_of_equal_names_one_becomes_a_field():
    body = (SignatureBox("A", "a", "b"), SignatureBox("A", "a", "b"), SignatureBox("", "c", ""))

    data = render(document(body=body)).data

    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.Root.AcroForm.Fields) == 1
    assert findings(data) == []


def test_one_role_after_the_other_can_sign_and_all_signatures_stay_valid(result):
    signer = _signer()
    data = result.data

    for role in ("Seal", "Author", "Approver"):
        claim = PdfSignatureMetadata(
            field_name=role,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=role == "Seal",
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        writer = IncrementalPdfFileWriter(BytesIO(data), strict=True)
        data = PdfSigner(claim, signer).sign_pdf(writer).getvalue()

    trust = ValidationContext(trust_roots=[signer.signing_cert], allow_fetching=False)
    found = PdfFileReader(BytesIO(data)).embedded_signatures
    assert data.startswith(result.data)
    assert [s.field_name for s in found] == ["Seal", "Author", "Approver"]
    assert all(validate_pdf_signature(s, trust).bottom_line for s in found)


def _signer():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=True,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    secret = b"secret"
    store = serialize_key_and_certificates(
        b"test", key, certificate, None, BestAvailableEncryption(secret)
    )
    return SimpleSigner.load_pkcs12_data(store, other_certs=[], passphrase=secret)
