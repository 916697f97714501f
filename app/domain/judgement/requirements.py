"""Requirements of the frameworks a plan is held against, and the one spelling of their ids."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property


class CheckKind(Enum):
    """How a requirement is judged."""

    SECTION_NONEMPTY = "section_nonempty"
    FIELD_REQUIRED = "field_required"
    TABLE_MIN_ROWS = "table_min_rows"
    MUST_COVER = "must_cover"
    DATE_WITHIN = "date_within"
    LINK_EVIDENCE = "link_evidence"
    CROSS_REF = "cross_ref"
    ATTEST = "attest"


class Confidence(Enum):
    """How well the source was read: in the primary text, second hand, or from memory."""

    HIGH = "high"
    MEDIUM = "medium"
    MEMORY = "memory"


class Relevance(Enum):
    """How near a requirement is to incident response; context is linked to, seldom judged."""

    CORE = "core"
    SUPPORTING = "supporting"
    CONTEXT = "context"


class FrameworkStatus(Enum):
    """Whether an edition may be cited as current."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"
    NOT_YET_IN_FORCE = "not-yet-in-force"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement; `text` is our own words, `sections` are section keys that answer it.

    `level` is its rank in the framework, such as control, part or subcategory.
    `baselines` (NIST SP 800-53B) is empty outside of baselines. `evidence` is what auditors
    commonly ask for, `parameters` are the values the framework leaves to the organisation.
    `needs` are the ids of the elements that a plan must contain to meet it.
    """

    id: str
    title: str
    text: str
    sections: tuple[str, ...]
    check: CheckKind
    hint: str
    source: str
    confidence: Confidence
    level: str = ""
    relevance: Relevance = Relevance.CORE
    baselines: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    withdrawn: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framework:
    """One edition of a framework; `published` may be a year, a month or a day.

    `aliases` are other ids it is known by; `read_on` is when its source was last read.
    """

    id: str
    name: str
    publisher: str
    edition: str
    published: str
    status: FrameworkStatus
    kind: str
    licence: str
    read_on: date
    requirements: tuple[Requirement, ...]
    url: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()

    @cached_property
    def has_baselines(self) -> bool:
        """Whether an organisation chooses a baseline of it."""
        return any(requirement.baselines for requirement in self.requirements)

    def find(self, spelling: str) -> Requirement | None:
        """The requirement known by `spelling`, an id or alias however written; None if none."""
        return self._by_id.get(canonical_id(spelling))

    def chosen(self, baseline: str = "") -> tuple[Requirement, ...]:
        """The requirements in force: of `baseline`, or all for a blank one or where none exist."""
        everything = not baseline or not self.has_baselines
        return tuple(
            requirement
            for requirement in self.requirements
            if not requirement.withdrawn and (everything or baseline in requirement.baselines)
        )

    @cached_property
    def _by_id(self) -> dict[str, Requirement]:
        spelled = {
            canonical_id(alias): requirement
            for requirement in self.requirements
            for alias in requirement.aliases
        }
        return spelled | {canonical_id(item.id): item for item in self.requirements}


def canonical_id(spelling: str) -> str:
    """The one spelling of a requirement id; `IR-08`, `ir-8` and `IR-8` are one.

    Controls of NIST SP 800-53 become `IR-8`, `IR-8(1)` (OSCAL: ir-8.1) and `IR-8a.1`, outcomes of
    the CSF `GV.OC-01`, ISO/IEC 27001 Annex A controls `A.5.24`. Any other only loses its blanks.
    """
    text = "".join(spelling.split())
    for pattern, spell in _SPELLINGS:
        if match := pattern.fullmatch(text):
            return spell(match)
    return text


def _control(match: re.Match[str]) -> str:
    family, number, bracketed, dotted, letter, item, deeper = match.groups()
    enhancement = bracketed or dotted
    return "".join(
        (
            f"{family.upper()}-{number}",
            f"({enhancement})" if enhancement else "",
            letter.lower() if letter else "",
            f".{item}" if item else "",
            f"({deeper.lower()})" if deeper else "",
        )
    )


def _outcome(match: re.Match[str]) -> str:
    category, number = match.groups()
    return category.upper() + (f"-{int(number):02}" if number else "")


def _annex_control(match: re.Match[str]) -> str:
    return f"A.{match[1]}.{match[2]}"


_CONTROL = re.compile(
    r"""([A-Za-z]{2})-0*([1-9][0-9]*)            # IR-8, IR-08, ir-8
        (?: \(0*([1-9][0-9]*)\) | \.0*([1-9][0-9]*) )?    # (1), (01), .1
        (?: (?:_smt)? \.? ([A-Za-z]) \.?         # a, .a, _smt.a
            (?: 0*([1-9][0-9]*) \.? (?: \(?([A-Za-z])\)? )? )?  # .1, .01 (a)
        )?""",
    re.VERBOSE,
)
_OUTCOME = re.compile(
    r"((?:GV|ID|PR|DE|RS|RC)(?:\.[A-Z]{2})?)(?:(?<=\.[A-Z]{2})-0*([1-9][0-9]*))?", re.IGNORECASE
)
# Annex A has only clauses 5 to 18; A1.3 is a criterion of SOC 2.
_ANNEX_CONTROL = re.compile(r"(?:Annex)?A\.?0*([5-9]|1[0-8])\.0*([1-9][0-9]*)", re.IGNORECASE)
_SPELLINGS = ((_CONTROL, _control), (_OUTCOME, _outcome), (_ANNEX_CONTROL, _annex_control))
