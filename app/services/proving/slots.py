"""Who has signed in the prepared fields of a document, and who still has to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from app.domain.document.signature_fields import SignatureRole, role_of, signing_order
from app.domain.errors import IrplanError
from app.services.proving.plain import one_line
from app.services.proving.signatures import SignatureReport

NOBODY: Final = "nobody yet"
EVERYBODY: Final = "all"
"""The word for every prepared field."""
NO_ONE: Final = "none"


class RoleUnknown(IrplanError):
    """A word that names no field people sign in."""

    code: ClassVar[str] = "verify.role-unknown"

    def __init__(self, word: str) -> None:
        known = ", ".join(role.value.lower() for role in SignatureRole)
        super().__init__(
            f"Nobody signs as {word!r}; name {known}, one of several as reviewer2, or {EVERYBODY} "
            f"or {NO_ONE}.",
            word=word,
        )


@dataclass(frozen=True, slots=True)
class Required:
    """Whose signatures a reader asks for.

    `everybody` stands for every prepared field; `names` are roles or fields in lower case, a role
    standing for all fields of it.
    """

    everybody: bool = True
    names: tuple[str, ...] = ()

    def wants(self, field: str) -> bool:
        """Whether the prepared field `field` has to be signed."""
        role = role_of(field)
        return (
            self.everybody
            or field.lower() in self.names
            or (role is not None and role.value.lower() in self.names)
        )


ALL: Final = Required()
NONE: Final = Required(everybody=False)


def required_from(text: str) -> Required:
    """`all`, `none`, or roles and fields between commas, such as `seal,approver`.

    Raises:
        RoleUnknown: a word is none of them.
    """
    words = tuple(word.strip().lower() for word in text.split(",") if word.strip())
    if words == (EVERYBODY,):
        return ALL
    if words == (NO_ONE,):
        return NONE
    for word in words or (text,):
        if role_of(word.capitalize()) is None:
            raise RoleUnknown(word)
    return Required(everybody=False, names=words)


@dataclass(frozen=True, slots=True)
class Slot:
    """One prepared field or signature line, and who signed there; `signer` blank for nobody.

    `prepared` is False where a reader asked for a field that the file does not have.
    """

    field: str
    signer: str = ""
    holds: bool = False
    required: bool = True
    prepared: bool = True

    @property
    def role(self) -> SignatureRole | None:
        """What its signer is to the document; None for a field of another program."""
        return role_of(self.field)

    @property
    def signed(self) -> bool:
        """Whether somebody signed there."""
        return bool(self.signer)

    @property
    def missing(self) -> bool:
        """Whether it has to be signed and is not."""
        return self.required and not self.signed

    @property
    def text(self) -> str:
        """Who signed, in words."""
        if self.signed:
            return self.signer if self.holds else f"{self.signer}, but the signature DOES NOT HOLD"
        return NOBODY if self.prepared else f"{NOBODY}; the file has no such field"

    def line(self) -> str:
        """One line of text."""
        return f"{one_line(self.field)}: {one_line(self.text)}"

    def to_json(self) -> dict[str, object]:
        """The slot with stable keys; an unknown role or signer is null."""
        return {
            "field": self.field,
            "role": None if self.role is None else self.role.value.lower(),
            "signer": self.signer or None,
            "signed": self.signed,
            "holds": self.holds,
            "required": self.required,
            "prepared": self.prepared,
        }


def slots_of(
    prepared: Iterable[str], signatures: Sequence[SignatureReport], required: Required = ALL
) -> tuple[Slot, ...]:
    """Each prepared field in the order of signing, then what was asked for and is not there."""
    fields = sorted(dict.fromkeys(prepared), key=signing_order)
    found = tuple(_slot(field, signatures, required) for field in fields)
    absent = [name for name in required.names if not any(_named(name, field) for field in fields)]
    return (*found, *(Slot(name.capitalize(), prepared=False) for name in absent))


def missing(slots: Iterable[Slot]) -> tuple[str, ...]:
    """The fields that still have to be signed."""
    return tuple(slot.field for slot in slots if slot.missing)


def _slot(field: str, signatures: Sequence[SignatureReport], required: Required) -> Slot:
    wanted = required.wants(field)
    made = [signature for signature in signatures if signature.slot == field]
    if not made:
        return Slot(field, required=wanted)
    holds = all(signature.holds for signature in made)
    return Slot(field, " and ".join(one.signer for one in made), holds, wanted)


def _named(name: str, field: str) -> bool:
    role = role_of(field)
    return field.lower() == name or (role is not None and role.value.lower() == name)
