"""What the records of each kind are called above their changes."""

from collections.abc import Mapping
from typing import Final

from app.domain.judgement.completeness import TABLE_NAMES
from app.domain.plan.kinds import Kind

KIND_NAMES: Final[Mapping[Kind, str]] = {
    **TABLE_NAMES,
    Kind.PROFILE: "the organisation",
    Kind.ANSWER: "answers",
    Kind.COMMENT: "comments",
    Kind.ACCEPTED: "accepted findings",
    Kind.ATTESTATION: "attestations",
    Kind.EXCLUSION: "requirements that do not apply",
    Kind.UPKEEP: "rules of upkeep",
    Kind.ACT: "steps towards approval",
    Kind.FILE: "files kept",
    Kind.SESSION: "review sessions",
    Kind.ACTIVATION: "activations of the plan",
    Kind.LESSON: "lessons",
}
