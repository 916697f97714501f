"""Frameworks, one a file that is called by the framework's id, as domain objects."""

from pathlib import Path

from app.domain.judgement.requirements import Framework, Requirement, canonical_id
from app.persistence.library.files import LibraryFile, load, named
from app.persistence.library.problems import Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.framework import FrameworkFile, RequirementFile


def framework_ids(folder: Path) -> tuple[str, ...]:
    """The ids of all frameworks in `folder`, in order."""
    return tuple(path.stem for path in sorted(folder.glob("*.yaml")))


def read_framework(folder: Path, framework_id: str) -> Framework:
    """The framework in the file of `folder` that is called `framework_id`.

    Raises:
        LibraryFileInvalid: With every problem of the file.
    """
    problems = Problems()
    framework = _framework(named(folder, folder / f"{framework_id}.yaml"), problems)
    problems.raise_any()
    assert framework is not None, "what cannot be read is a problem"  # noqa: S101 - for the types
    return framework


def _framework(file: LibraryFile, problems: Problems) -> Framework | None:
    data = load(file, problems)
    content = None if data is None else validated(FrameworkFile, data, file.name, problems)
    if content is None:
        return None
    if content.id != file.path.stem:
        problems.note(file.name, "id", f"'{content.id}' differs from the file's name")
    _check_ids(file.name, content, problems)
    plain = content.model_dump(exclude={"requirements", "aliases", "source", "confidence"})
    return Framework(
        **plain,
        aliases=tuple(content.aliases),
        requirements=tuple(_requirement(item, content) for item in content.requirements),
    )


def _requirement(item: RequirementFile, framework: FrameworkFile) -> Requirement:
    return Requirement(
        id=item.id,
        title=item.title,
        text=item.text,
        sections=tuple(item.sections),
        check=item.check,
        hint=item.hint,
        source=item.source or framework.source,
        confidence=item.confidence or framework.confidence,
        level=item.level,
        relevance=item.relevance,
        baselines=tuple(item.baselines),
        aliases=tuple(item.aliases),
        evidence=tuple(item.evidence),
        parameters=tuple(item.parameters),
        withdrawn=item.withdrawn,
        needs=tuple(item.needs),
    )


def _check_ids(file: str, content: FrameworkFile, problems: Problems) -> None:
    taken: set[str] = set()
    for at, item in enumerate(content.requirements):
        if item.id != canonical_id(item.id):
            problems.note(file, f"requirements[{at}].id", f"write it '{canonical_id(item.id)}'")
        for spelling in (item.id, *item.aliases):
            if canonical_id(spelling) in taken:
                problems.note(file, f"requirements[{at}]", f"'{spelling}' stands twice")
            taken.add(canonical_id(spelling))
