"""What a file carries along that ties it to a plan."""

from dataclasses import dataclass, field

from app.domain.lifecycle.chain import Head


@dataclass(frozen=True, slots=True)
class Carried:
    """What was read out of a file; nothing of it is more certain than the file's signatures.

    `content_hash` is the SHA-256 of the plan's data that the file states (of the whole plan,
    where the file is an excerpt); blank for none. `data` is the attached `plan.json`, None for
    none; `withheld` says that personal details were taken out of it. `head` is the end of the
    audit trail at the export. `problems` are sentences about what could not be read.
    """

    content_hash: str = ""
    data: bytes | None = field(default=None, repr=False)
    withheld: bool = False
    head: Head | None = None
    problems: tuple[str, ...] = ()


NOTHING = Carried()
"""A file that says nothing of a plan."""
