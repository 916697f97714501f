"""Names of files in a pack: good on every system, and none that leads out of its folder."""

import re
from typing import Final

README: Final = "README.txt"
SUMS: Final = "SHA256SUMS"
SUMS_SIGNATURE: Final = "SHA256SUMS.p7s"
SUMS_CERTIFICATE: Final = "SHA256SUMS.crt"
UNSUMMED: Final = frozenset({SUMS, SUMS_SIGNATURE, SUMS_CERTIFICATE})
"""What no sum is taken of: the sums themselves, and what signs them."""

PLAN_DATA: Final = "plan/plan.json"
PLAN_SCHEMA: Final = "plan/plan.schema.json"
APPROVAL: Final = "plan/approval.json"
COVERAGE: Final = "judgement/coverage.csv"
FINDINGS: Final = "judgement/findings.csv"
VERSIONS: Final = "history/versions.csv"
ACTS: Final = "history/acts.csv"
REVISIONS: Final = "history/revisions.csv"
TRAIL: Final = "history/audit-trail.json"
AUDIT_TEXT: Final = "history/audit-report.txt"
AUDIT_DATA: Final = "history/audit-report.json"
DECLARATIONS: Final = "history/declarations/"
VERIFICATION: Final = "verification/"
CERTIFICATES: Final = "certificates/"
DOCUMENTS: Final = "plan/"

LONGEST: Final = 180
"""Characters of a name with its folders, so that it fits below a folder on Windows."""


def is_safe(name: str) -> bool:
    """Whether every system takes the name as it is, and it stays where it is unpacked."""
    return (
        len(name) <= LONGEST
        and _NAME.fullmatch(name) is not None
        and not any(_is_device(part) or part.endswith(".") for part in name.split("/"))
    )


def document_name(name: str) -> str:
    """The name in a pack of the document called `name`."""
    safe = f"{DOCUMENTS}{name}"
    return safe if is_safe(safe) else f"{DOCUMENTS}document.{name.rpartition('.')[2]}"


_NAME: Final = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_.-]*/){0,3}[A-Za-z0-9][A-Za-z0-9_.-]*")
_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)
"""What Windows takes for a device, whatever the ending."""


def _is_device(part: str) -> bool:
    return part.partition(".")[0].upper() in _DEVICES
