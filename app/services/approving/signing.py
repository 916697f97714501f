"""Signing a declaration with a certificate: one key stands for one person in a plan."""

import base64
import re
from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.declaring import Declaration, declaration_text
from app.domain.lifecycle.approving.names import same_person
from app.domain.plan.acts import Act, Signed
from app.services.signing import Identities, Key


class KeyOfAnother(IrplanError):
    """A certificate that somebody else has signed with in this plan."""

    code: ClassVar[str] = "approval.key-of-another"

    def __init__(self, owner: str, person: str) -> None:
        super().__init__(
            f"{owner} signed in this plan with this certificate; {person} needs one of his or her "
            "own.",
            owner=owner,
        )


def sign(declared: Declaration, key: Key, identities: Identities, acts: Iterable[Act]) -> Signed:
    """The declaration signed at the moment it states; `acts` are those of the plan so far.

    Raises:
        KeyOfAnother: the certificate was used in this plan by another person.
        IrplanError: the identity cannot be opened or does not serve.
    """
    signer = identities.open(key, declared.at)
    facts = signer.facts
    check_key(facts.fingerprint, declared.by, acts)
    text = declaration_text(declared)
    signature = signer.sign_text(text.encode(), declared.at)
    return Signed(text, base64.b64encode(signature).decode(), facts.subject, facts.fingerprint)


def keys(acts: Iterable[Act]) -> Mapping[str, str]:
    """Who signed with which certificate, by its fingerprint."""
    owners: dict[str, str] = {}
    for act in acts:
        if act.signed is not None and act.signed.fingerprint:
            owners.setdefault(act.signed.fingerprint, act.by)
    return owners


def check_key(fingerprint: str, person: str, acts: Iterable[Act]) -> None:
    """Make sure that nobody but `person` has used the certificate.

    Raises:
        KeyOfAnother: somebody else has.
    """
    owner = keys(acts).get(fingerprint)
    if owner is not None and not same_person(owner, person):
        raise KeyOfAnother(owner, person)


def name_note(person: str, subject: str) -> str:
    """What to say when a certificate names somebody else than declares; blank when it does not."""
    name = common_name(subject)
    if not subject or same_person(name, person):
        return ""
    named = f"names {name}" if name else "names nobody"
    return f"The certificate {named}; the declaration is by {person}."


_PART: Final = re.compile(r"(?:\\.|[^,+\\])+", re.DOTALL)
"""One attribute of a subject: all up to a comma or plus that is not escaped."""
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_NAME: Final = "CN="


def common_name(subject: str) -> str:
    """The common name in a certificate's subject as RFC 4514 spells it; blank without one."""
    parts = (found[0] for found in _PART.finditer(subject))
    named = next((part for part in parts if part.startswith(_NAME)), "")
    return _ESCAPED.sub(r"\1", named.removeprefix(_NAME))
