"""One light and one sentence over a whole report."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from app.services.proving.comparison import Comparison
from app.services.proving.plain import listed
from app.services.proving.verdicts import Verdict


class Light(StrEnum):
    """The colour; it never stands without its sentence."""

    GREEN = "green"
    """Rely on it."""
    AMBER = "amber"
    """Nothing speaks against it, but something is left for the reader to find out."""
    RED = "red"
    """Do not rely on it."""


_LIGHTS: Final[Mapping[Verdict, Light]] = {
    Verdict.VALID: Light.GREEN,
    Verdict.VALID_UNTRUSTED: Light.AMBER,
    Verdict.INCOMPLETE: Light.AMBER,
    Verdict.UNSIGNED: Light.AMBER,
    Verdict.INVALID: Light.RED,
    Verdict.UNREADABLE: Light.RED,
}

_HEADLINES: Final[Mapping[Verdict, str]] = {
    Verdict.VALID: (
        "Nothing was changed after signing, and you supplied the certificates that vouch for "
        "every signer."
    ),
    Verdict.VALID_UNTRUSTED: (
        "Nothing was changed after signing, but who the signers are is not proved: compare the "
        "fingerprints, or supply the certificates that you trust."
    ),
    Verdict.INCOMPLETE: "Nothing was changed after signing, but signatures are missing: {missing}.",
    Verdict.INVALID: "Do not rely on this file: it was changed after signing, or a signature "
    "cannot be relied on.",
    Verdict.UNSIGNED: "Nobody signed this file: nothing in it shows that it is unchanged.",
    Verdict.UNREADABLE: "This file cannot be verified.",
}


def light_of(verdict: Verdict, comparison: Comparison | None = None) -> Light:
    """The light over signatures and content; the worse of both."""
    own = _LIGHTS[verdict]
    if comparison is None or comparison.agrees or own is Light.RED:
        return own
    return Light.RED if comparison.speaks_against else Light.AMBER


def headline(
    verdict: Verdict, missing: tuple[str, ...] = (), comparison: Comparison | None = None
) -> str:
    """What the light means for this file; `missing` are fields that have to be signed."""
    text = _HEADLINES[verdict].format(missing=listed(missing))
    if comparison is None or verdict is Verdict.UNREADABLE:
        return text
    return f"{text} {comparison.headline}"
