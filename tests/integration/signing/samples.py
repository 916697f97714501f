"""Small real documents and identities to sign, break and verify."""

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.services.signing import Statement
from app.signing.identity import Identity
from app.signing.signing_key import SoftwareKey

FONT = Path("resources/fonts/Inter-Regular.ttf").resolve()
FALLBACK = Path("resources/fonts/DejaVuSans.ttf").resolve()
CREATED = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
SIGNED = dt.datetime(2026, 11, 21, 14, 3, 7, tzinfo=dt.UTC)
PASSPHRASE = "correct horse battery"
TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
FIELDS = ("Seal", "Author", "Reviewer", "Approver")

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>
</x:xmpmeta><?xpacket end="w"?>"""


def statement(meaning: str = "Approved", **changes: Any) -> Statement:
    values: dict[str, Any] = {"reason": "MGC-IRP-001 version 3.0", "role": "CISO"}
    return Statement(signed_at=SIGNED, meaning=meaning, **(values | changes))


def xmp(title: str) -> bytes:
    return _XMP.format(title=title).encode()


def unsigned_pdf(fields: tuple[str, ...] = FIELDS, title: str = "Incident response plan") -> bytes:
    """A page with one empty signature field for each name, as the product's renderer makes them."""
    output = BytesIO()
    canvas: Any = Canvas(output, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.drawString(72, 780, "Incident response plan 3.0")
    references = [_add_field(canvas, name, 700 - 80 * n) for n, name in enumerate(fields)]
    document = canvas._doc
    form = pdfdoc.PDFDictionary({"Fields": pdfdoc.PDFArray(references), "SigFlags": 1})
    document.Reference(form, "AcroFormDict")
    document.Catalog.AcroForm = form
    packet = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        ),
        xmp(title),
        filters=[],
    )
    document.Reference(packet, "XMPMeta")
    document.Catalog.Metadata = packet
    canvas.showPage()
    canvas.save()
    return output.getvalue()


def _add_field(canvas: Any, name: str, y: int) -> Any:
    document = canvas._doc
    box = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Form"),
            "BBox": pdfdoc.PDFArray([0, 0, 220, 60]),
            "Resources": pdfdoc.PDFDictionary({}),
        }
    )
    empty = pdfdoc.PDFStream(box, b" ", filters=[])
    document.Reference(empty, "AP" + name)
    widget = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Widget"),
            "FT": pdfdoc.PDFName("Sig"),
            "T": pdfdoc.PDFString(name),
            "TU": pdfdoc.PDFString(f"Signature of the {name}"),
            "Rect": pdfdoc.PDFArray([72, y, 292, y + 60]),
            "F": 4,
            "AP": pdfdoc.PDFDictionary({"N": pdfdoc.PDFObjectReference("AP" + name)}),
            "P": pdfdoc.PDFObjectReference(document.thisPageName()),
        }
    )
    canvas._addAnnotation(widget, "Sig" + name)
    return canvas._annotationrefs[-1]


def unsigned_docx() -> bytes:
    """A short Word document with a heading, a table and a link, as python-docx makes them."""
    document = docx.Document()
    document.add_heading("Incident response plan", 1)
    document.add_paragraph("Call the on-call lead first.")
    document.add_table(2, 2).cell(0, 0).text = "Role"
    document.part.relate_to("https://example.org/", _HYPERLINK, is_external=True)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def rezipped(
    data: bytes,
    changes: Mapping[str, Callable[[bytes], bytes]] | None = None,
    *,
    added: Mapping[str, bytes] | None = None,
    removed: tuple[str, ...] = (),
    compression: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """The zip written anew, with some members changed, added or left out."""
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(output, "w", compression) as new:
        for name in old.namelist():
            if not name.startswith(removed or ("\0",)):
                change = (changes or {}).get(name, lambda content: content)
                new.writestr(name, change(old.read(name)))
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return output.getvalue()


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode())

    return change


def made_identity(
    *,
    usage: str | None = "digital_signature",
    purposes: tuple[str, ...] = (),
    name: str = "Ada Lovelace",
    issuer: Identity | None = None,
    ca: bool = False,
    days: int = 3650,
    key: Any = None,
    lists: str = "",
) -> Identity:
    """An identity with chosen flaws; `usage` names its key usages, None leaves them out.

    `lists` is where its issuer publishes revocations.
    """
    key = key or rsa.generate_private_key(65537, 2048)
    key = key.private if isinstance(key, SoftwareKey) else key
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(CREATED)
        .not_valid_after(CREATED + dt.timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), True)
    )
    if usage is not None:
        builder = builder.add_extension(_key_usage(usage), True)
    if purposes:
        oids = [x509.ObjectIdentifier(each) for each in purposes]
        builder = builder.add_extension(x509.ExtendedKeyUsage(oids), purposes == (TIME_STAMPING,))
    if lists:
        point = x509.DistributionPoint([x509.UniformResourceIdentifier(lists)], None, None, None)
        builder = builder.add_extension(x509.CRLDistributionPoints([point]), False)
    certificate = builder.sign(private_key(issuer) if issuer else key, hashes.SHA256())
    return Identity(SoftwareKey(key), certificate, (issuer.certificate,) if issuer else ())


def private_key(identity: Identity) -> Any:
    """The key of an identity that is kept in memory."""
    assert isinstance(identity.key, SoftwareKey)
    return identity.key.private


def simple_signer(identity: Identity) -> SimpleSigner:
    """What pyHanko signs with by itself: with SHA-1 too, and as a time-stamp authority."""
    pkcs8 = private_key(identity).private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    certificate = identity.certificate.public_bytes(Encoding.DER)
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(pkcs8),
        cert_registry=SimpleCertificateStore(),
    )


def _key_usage(allowed: str) -> x509.KeyUsage:
    names = (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
        *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**{name: name in allowed.split() for name in names})
