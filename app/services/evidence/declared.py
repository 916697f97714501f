"""What people declared: every act as a table, the texts that were signed, and the signatures."""

import base64
from datetime import datetime
from typing import Final

from app.domain.plan.acts import Act
from app.domain.plan.plan import Plan
from app.services.approving.overview import Declared, declared
from app.services.evidence.names import ACTS, DECLARATIONS
from app.services.evidence.spreadsheet import csv_bytes, several
from app.services.evidence.version_table import flag, numbered
from app.services.text_signatures import TextVerifier
from app.services.verifying import utc_text

HEADS: Final = (
    "act",
    "version",
    "what was done",
    "by",
    "role claimed",
    "time (UTC)",
    "reason",
    "material change",
    "revision",
    "content SHA-256",
    "kind of signature",
    "signature holds",
    "certificate",
    "certificate SHA-256",
    "declaration",
    "remarks",
)

HOLDS: Final = {True: "yes", False: "NO", None: ""}


def declarations(plan: Plan, verify: TextVerifier, now: datetime) -> dict[str, bytes]:
    """The table of acts, and of each the text that was declared and its signature, by name.

    `now` (UTC) is when the signatures are judged.
    """
    acts = tuple(declared(plan, act, verify, now) for act in plan.acts.values())
    files = {ACTS: csv_bytes(HEADS, (_act_row(at, one) for at, one in enumerate(acts, 1)))}
    for at, one in enumerate(acts, start=1):
        if one.act.signed is not None:
            files[f"{_name(at)}.json"] = one.act.signed.statement.encode()
        signature = signature_of(one.act)
        if signature:
            files[f"{_name(at)}.p7s"] = signature
    return files


def signature_of(act: Act) -> bytes:
    """The signature over what an act declares, in DER; empty where there is none to read."""
    if act.signed is None:
        return b""
    try:
        return base64.b64decode(act.signed.signature, validate=True)
    except ValueError:
        return b""


def _name(at: int) -> str:
    return f"{DECLARATIONS}act-{at:06}"


def _act_row(at: int, one: Declared) -> tuple[str, ...]:
    act = one.act
    signed = act.signed
    return (
        str(act.id),
        numbered(act.version),
        act.deed.value.replace("-", " "),
        act.by,
        act.role,
        utc_text(act.at),
        act.reason,
        flag(act.material),
        str(act.revision),
        act.content,
        "" if signed is None else one.level,
        HOLDS[one.holds],
        "" if signed is None else signed.subject,
        "" if signed is None else signed.fingerprint,
        "" if signed is None else f"{_name(at)}.json",
        several(one.notes),
    )
