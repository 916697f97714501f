"""The certificates of those who signed a file, wherever its signatures keep them.

Imports pyHanko, lxml and cryptography; imported only from inside functions.
"""

from collections.abc import Iterator

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation

from app.services.evidence.ports import CertificateFile
from app.signing.certificates import facts_of
from app.signing.pdf_cms import is_time_stamp
from app.signing.pdf_reading import READER_FAILURES, UnreadablePdfError, open_pdf
from app.signing.word_names import SIGNATURE_FOLDER
from app.signing.word_package import BadPackageError, read_package
from app.signing.word_signature_document import BadSignatureError, read_signature


def carried_certificates(data: bytes) -> tuple[CertificateFile, ...]:
    """The signers' certificates in a PDF, a DOCX or a detached signature (CMS in DER), each once.

    They prove nothing by themselves. What cannot be read has none: verifying it says why.
    """
    try:
        found = tuple(dict.fromkeys(_found(data)))
    except (
        *READER_FAILURES,
        SignatureValidationError,
        UnreadablePdfError,
        BadPackageError,
        BadSignatureError,
    ):
        return ()
    return tuple(CertificateFile(facts_of(one), one.public_bytes(Encoding.PEM)) for one in found)


def _found(data: bytes) -> Iterator[x509.Certificate]:
    if data.startswith(b"%PDF-"):
        for signature in open_pdf(data).embedded_signatures:
            if not is_time_stamp(signature):
                yield x509.load_der_x509_certificate(signature.signer_cert.dump())
    elif data.startswith(b"PK\x03\x04"):
        package = read_package(data)
        for part in sorted(package.parts):
            if part.startswith(SIGNATURE_FOLDER) and part.endswith(".xml"):
                yield from read_signature(package, part).certificates()[:1]
    else:
        signed = cms.ContentInfo.load(data, strict=True)["content"]
        certificate = extract_certs_for_validation(signed).signer_cert
        yield x509.load_der_x509_certificate(certificate.dump())
