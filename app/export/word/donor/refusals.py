"""Why a letterhead cannot be used."""

from typing import ClassVar

from app.domain.errors import IrplanError


class NotALetterhead(IrplanError):
    """The file is no Word document of today's format."""

    code: ClassVar[str] = "donor.not-word"


class LetterheadUnreadable(IrplanError):
    """The file is gone, or this user may not read it."""

    code: ClassVar[str] = "donor.unreadable"


class LetterheadEncrypted(IrplanError):
    """The file opens with a password only."""

    code: ClassVar[str] = "donor.encrypted"

    def __init__(self) -> None:
        super().__init__(
            "The letterhead opens with a password only: save a copy without one and choose that."
        )


class LetterheadDamaged(IrplanError):
    """Something in the file is cut off or malformed."""

    code: ClassVar[str] = "donor.damaged"

    def __init__(self) -> None:
        super().__init__(
            "The letterhead is damaged: open it in Word, save it again and choose the new file."
        )


class LetterheadTooLarge(IrplanError):
    """The file, or what unpacks from it, is larger than any letterhead."""

    code: ClassVar[str] = "donor.too-large"

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            f"The letterhead holds more than {megabytes} MB: delete its text and large pictures "
            "and choose the smaller file."
        )


class LetterheadActive(IrplanError):
    """The file carries macros or controls."""

    code: ClassVar[str] = "donor.active"

    def __init__(self) -> None:
        super().__init__(
            "The letterhead carries macros or controls: save a copy as .docx or .dotx, which "
            "drops them, and choose that."
        )
