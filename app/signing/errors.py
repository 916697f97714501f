"""Every refusal of signing and verifying, each with the code people and tests go by."""

from app.domain.errors import IrplanError
from app.services.signing import SigningError


class IdentityDetailError(SigningError):
    """A detail for a new identity cannot go into a certificate; `field` names it."""

    code = "signing.identity-detail"


class PassphraseTooShortError(SigningError):
    """A new identity's passphrase is shorter than the minimum."""

    code = "signing.passphrase-too-short"


class IdentityExistsError(SigningError):
    """A file stands where the new identity or its certificate would go."""

    code = "signing.identity-exists"


class IdentityNotWrittenError(SigningError):
    """The disk refused the new identity; nothing was left behind."""

    code = "signing.identity-not-written"


class TokenLibraryError(SigningError):
    """The library named for a token is not there, or is none that speaks PKCS#11."""

    code = "signing.token-library"


class TokenMissingError(SigningError):
    """No token is in its slot, none has that name, or it was pulled."""

    code = "signing.token-missing"


class TokenUnclearError(SigningError):
    """Several tokens, or several keys on one, would serve, and none was named."""

    code = "signing.token-unclear"


class TokenKeyMissingError(SigningError):
    """The token has no key with a certificate, or none of the name asked for."""

    code = "signing.token-key-missing"


class WrongPinError(SigningError):
    """The token did not take the PIN."""

    code = "signing.wrong-pin"


class PinLockedError(SigningError):
    """The token takes no PIN any more; whoever issued it has to unlock it."""

    code = "signing.pin-locked"


class TokenRefusedError(SigningError):
    """The token answered with an error of its own."""

    code = "signing.token-refused"


class IdentityMissingError(SigningError):
    """There is no identity file, or it may not be read."""

    code = "signing.identity-missing"


class IdentityDamagedError(SigningError):
    """The file is neither PKCS#12 nor PEM, or cannot be understood."""

    code = "signing.identity-damaged"


class WrongPassphraseError(SigningError):
    """The passphrase does not open the identity."""

    code = "signing.wrong-passphrase"


class KeyMissingError(SigningError):
    """The file has no private key, or more than one."""

    code = "signing.key-missing"


class CertificateMissingError(SigningError):
    """The file has a private key without its certificate."""

    code = "signing.certificate-missing"


class KeyMismatchError(SigningError):
    """The certificate was made for another key."""

    code = "signing.key-mismatch"


class CertificateExpiredError(SigningError):
    """The identity's certificate ended before the moment of signing."""

    code = "signing.certificate-expired"


class CertificateNotYetValidError(SigningError):
    """The identity's certificate begins after the moment of signing."""

    code = "signing.certificate-not-yet-valid"


class NoSigningUsageError(SigningError):
    """The certificate is for something else than signing documents."""

    code = "signing.no-signing-usage"


class UnsupportedKeyError(SigningError):
    """The key is of a kind or size that no document signature here can use."""

    code = "signing.unsupported-key"


class StatementError(SigningError):
    """The meaning is missing, or a text of the statement cannot be printed."""

    code = "signing.statement"


class NotAPdfError(SigningError):
    """The bytes to sign are not a readable PDF."""

    code = "signing.not-a-pdf"


class EncryptedPdfError(SigningError):
    """The PDF is encrypted and cannot be signed."""

    code = "signing.encrypted-pdf"


class FieldMissingError(SigningError):
    """The PDF has no signature field of that name."""

    code = "signing.field-missing"


class FieldSignedError(SigningError):
    """Somebody has signed in that field."""

    code = "signing.field-signed"


class DocumentLockedError(SigningError):
    """An earlier signature forbids any further one, or one in this field."""

    code = "signing.document-locked"


class CertificationTooLateError(SigningError):
    """Only the first signature can certify a PDF."""

    code = "signing.certification-too-late"


class ChangedSinceSigningError(SigningError):
    """The file was changed after its last signature; one more would cover that up."""

    code = "signing.changed-since-signing"


class TimeStampError(SigningError):
    """No time stamp could be had: no answer, a refusal, or one that proves nothing."""

    code = "signing.time-stamp"


class NothingToStampError(SigningError):
    """The file has no signature whose time somebody could vouch for, or is no PDF."""

    code = "signing.nothing-to-stamp"


class RevocationError(SigningError):
    """A revocation list cannot be read."""

    code = "signing.revocation"


class CertificateRevokedError(SigningError):
    """The issuer has revoked the certificate."""

    code = "signing.certificate-revoked"


class NotAWordFileError(SigningError):
    """The bytes to sign are not a readable DOCX package."""

    code = "signing.not-a-word-file"


class TooManySignaturesError(SigningError):
    """The Word document has as many signatures as readers can check."""

    code = "signing.too-many-signatures"


class CannotReadFileError(IrplanError):
    """The file to verify cannot be opened."""

    code = "verifying.cannot-read-file"


class FileTooLargeError(IrplanError):
    """The file to verify is larger than any plan."""

    code = "verifying.file-too-large"


class NotACertificateError(IrplanError):
    """A certificate supplied as trusted is neither PEM nor DER."""

    code = "verifying.not-a-certificate"
