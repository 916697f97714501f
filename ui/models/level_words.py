"""The levels of a signature in the words of the window."""

from PySide6.QtCore import QCoreApplication

from app.services.signing import Level

OFFERED = (Level.B_T, Level.B_LT, Level.B_LTA)
"""The levels to choose between where a time-stamp server is known."""


def level_name(level: Level) -> str:
    """What a level is called in a list."""
    match level:
        case Level.B_B:
            return _tr("B-B: signature only")
        case Level.B_T:
            return _tr("B-T: with a time stamp")
        case Level.B_LT:
            return _tr("B-LT: lasting")
        case Level.B_LTA:
            return _tr("B-LTA: for an archive")


def level_said(level: Level) -> str:
    """What a level proves, in one line."""
    match level:
        case Level.B_B:
            return _tr("The signature and its certificate; the time is this computer's clock.")
        case Level.B_T:
            return _tr("The server vouches for the time. Right for most plans.")
        case Level.B_LT:
            return _tr(
                "Also carries the proof that no certificate was revoked, where there is one."
            )
        case Level.B_LTA:
            return _tr("A second time stamp also protects that proof, to be renewed for decades.")


def signed_word(level: Level | None) -> str:
    """The state of a file: at which level it is signed, if it is."""
    return _tr("Unsigned") if level is None else _tr("Signed, {0}").format(level.value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Levels", text)
