"""How records stated in a file are named: by what they say, or by what they are about."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.domain.judgement.requirements import canonical_id
from app.domain.plan.assurance import requirement_key
from app.domain.plan.classification import cell_id
from app.domain.plan.ids import id_from_name, is_record_id
from app.domain.plan.naming import NAME_FIELD
from app.domain.plan.plan import Kind

_REQUIREMENT: Final = 'framework and requirement, parted by a slash: "nist-csf-2-0/RS.MA-01"'
_FINDING: Final = "the finding's code, table, record and field, parted by slashes"

_KEYED: Final = {
    Kind.ACCEPTED: _FINDING,
    Kind.ATTESTATION: _REQUIREMENT,
    Kind.EXCLUSION: _REQUIREMENT,
}
"""What is said about something else bears that one's key as its id."""

_ABOUT_REQUIREMENTS: Final = frozenset({Kind.ATTESTATION, Kind.EXCLUSION})


def with_id(kind: Kind, data: Mapping[str, Any], taken: set[str]) -> dict[str, Any]:
    """`data` with the record's id, blank where the file has to state it.

    Requirements are spelled as their frameworks spell them.
    """
    named = {**data, "id": data["id"] if "id" in data else _id_for(kind, data, taken)}
    if kind in _ABOUT_REQUIREMENTS:
        named["id"] = _spelled(named["id"])
    if kind is Kind.EVIDENCE and isinstance(data.get("requirements"), list):
        named["requirements"] = [_spelled(key) for key in data["requirements"]]
    return named


def id_problems(kind: Kind, data: Mapping[str, Any], taken: set[str]) -> Iterator[str]:
    """What is wrong with the names in `data`, each behind the name of its field."""
    problem = _id_problem(kind, data["id"], taken)
    if problem:
        yield f"id: {problem}"
    if kind is Kind.EVIDENCE and isinstance(data.get("requirements"), list):
        for at, key in enumerate(data["requirements"]):
            if not _is_requirement(key):
                yield f"requirements[{at}]: {key!r} is not {_REQUIREMENT}"


def _id_for(kind: Kind, data: Mapping[str, Any], taken: set[str]) -> str:
    if kind is Kind.CELL:
        return cell_id(str(data.get("impact", "")), str(data.get("urgency", "")))
    if kind in _KEYED:
        return ""
    named = str(data.get(NAME_FIELD.get(kind, "name"), kind.value))
    return id_from_name(named, frozenset(taken))


def _id_problem(kind: Kind, key: object, taken: set[str]) -> str:
    if not key and kind in _KEYED:
        return f"is missing; it is {_KEYED[kind]}"
    if kind in _ABOUT_REQUIREMENTS:
        problem = "" if _is_requirement(key) else f"{key!r} is not {_REQUIREMENT}"
    else:
        parts = str(key).split("/") if kind is Kind.ACCEPTED else [key]
        fits = all(isinstance(part, str) and is_record_id(part) for part in parts)
        problem = "" if fits else "use lower-case letters, digits, dots and dashes"
    return problem or (f"{key} stands here twice" if key in taken else "")


def _is_requirement(key: object) -> bool:
    if not isinstance(key, str):
        return False
    framework, _, requirement = key.partition("/")
    return is_record_id(framework) and bool(requirement.strip())


def _spelled(key: object) -> object:
    """The key as records bear it, whichever way the requirement is written (`ir-08`, `IR-8`)."""
    if not isinstance(key, str) or "/" not in key:
        return key
    framework, _, requirement = key.partition("/")
    return requirement_key(framework.strip().lower(), canonical_id(requirement))
