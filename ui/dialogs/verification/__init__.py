"""The verification round: everybody is called, ticked and corrected, one person at a time."""

from ui.dialogs.verification.dialog import VerificationDialog

__all__ = ["VerificationDialog"]
