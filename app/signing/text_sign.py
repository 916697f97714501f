"""Signing a text apart from it: a detached CMS structure as RFC 5652 has it.

Its signed attributes are the content type, the digest, the signing time and the digest of the
certificate (RFC 5035), so that no other certificate of the same key can be put in its place.
Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import asyncio
import hashlib
from datetime import UTC, datetime

from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from app.signing.cms_signer import cms_signer
from app.signing.identity import Identity


def sign_text(data: bytes, identity: Identity, signed_at: datetime) -> bytes:
    """The signature over `data` in DER; `signed_at` is aware and kept to the second."""
    moment = signed_at.astimezone(UTC).replace(microsecond=0)
    making = cms_signer(identity).async_sign(
        hashlib.sha256(data).digest(),
        "sha256",
        use_pades=True,
        is_pdf_sig=False,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=moment),
    )
    return bytes(asyncio.run(making).dump())
