"""The fields that people sign in: how they are called, and in which order they are signed."""

import re
from enum import StrEnum
from typing import Final


class SignatureRole(StrEnum):
    """What a signer is to the document; the value names the first field of that role."""

    SEAL = "Seal"
    """The organisation, first of all: later signatures may only fill in fields."""
    AUTHOR = "Author"
    REVIEWER = "Reviewer"
    APPROVER = "Approver"


_NUMBERED: Final = re.compile(r"([A-Za-z]+?)([2-9]|[1-9][0-9])?")


def field_name(role: SignatureRole, count: int = 1) -> str:
    """The field of the `count`-th signer of a role, from 1: `Reviewer`, `Reviewer2`."""
    return role.value if count == 1 else f"{role.value}{count}"


def role_of(name: str) -> SignatureRole | None:
    """The role that a field is for; None for a field that is none of ours."""
    found = _NUMBERED.fullmatch(name)
    if found is None or found[1] not in set(SignatureRole):
        return None
    return SignatureRole(found[1])


def signing_order(name: str) -> tuple[int, int, str]:
    """Sorts fields as they are to be signed; those of other programs come last."""
    role, roles = role_of(name), list(SignatureRole)
    if role is None:
        return len(roles), 0, name
    return roles.index(role), int(name.removeprefix(role.value) or 1), name
