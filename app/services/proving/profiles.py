"""The form of a signature and how much evidence it was found to carry."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.signing import Level


class Form(StrEnum):
    """The family of signatures; the ETSI standards are of the "advanced electronic" kind."""

    PADES = "PAdES"
    """In a PDF (ETSI EN 319 142)."""
    XADES = "XAdES"
    """In a Word package (ETSI EN 319 132)."""
    CMS = "plain CMS"
    """In a PDF, without the attributes that PAdES asks for."""
    XML_DSIG = "plain XML-DSig"
    """In a Word package, without the properties that XAdES asks for."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The level actually found: what is there and holds, whatever the signer meant to make.

    `level` is None for the plain forms, to which the levels do not apply.
    """

    form: Form
    level: Level | None = None

    @property
    def text(self) -> str:
        """As `PAdES B-T`; of the plain forms the name alone."""
        return self.form.value if self.level is None else f"{self.form.value} {self.level.value}"
