"""An opened identity that signs both kinds of document, and texts."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.services.signing import UNSTAMPED, CertificateFacts, SignedData, Stamping, Statement
from app.signing.identity import Identity
from app.signing.statements import checked


@dataclass(frozen=True, slots=True)
class IdentitySigner:
    """Implements `app.services.signing.Signer`, wherever the identity's key is kept."""

    identity: Identity
    font: Path
    stamping: Stamping = UNSTAMPED
    fallback: Path | None = None

    @property
    def facts(self) -> CertificateFacts:
        """Whose certificate this is."""
        return self.identity.facts

    def sign_pdf(
        self, data: bytes, statement: Statement, *, field: str, certify: bool = False
    ) -> SignedData:
        """Sign a PDF, as the port says."""
        from app.signing.pdf_sign import PdfPlacement, sign_pdf

        placement = PdfPlacement(field, self.font, certify, self.stamping, self.fallback)
        return sign_pdf(data, self.identity, checked(statement), placement)

    def sign_word(self, data: bytes, statement: Statement, *, line: str = "") -> SignedData:
        """Sign a DOCX package, as the port says."""
        from app.signing.word_sign import WordPlacement, sign_word

        placement = WordPlacement(self.font, line, self.stamping, self.fallback)
        return sign_word(data, self.identity, checked(statement), placement)

    def sign_text(self, data: bytes, signed_at: datetime) -> bytes:
        """Sign bytes apart from them, as the port says."""
        from app.signing.text_sign import sign_text

        return sign_text(data, self.identity, signed_at)
