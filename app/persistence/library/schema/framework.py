"""A framework's file: which edition it is, and its requirements."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from app.domain.judgement.requirements import CheckKind, Confidence, FrameworkStatus, Relevance
from app.domain.plan.sections import SECTION_KEYS
from app.persistence.library.schema.base import FileModel, Identifier, Words


def _date(value: Any) -> date:  # noqa: ANN401 - whatever stood in the file
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError('is not a date such as "2026-11-30"') from error


def _section(value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    if value not in SECTION_KEYS:
        raise ValueError(f"{value!r} is no section key")
    return value


SectionKey = Annotated[str, BeforeValidator(_section)]
FileDate = Annotated[date, BeforeValidator(_date)]


class RequirementFile(FileModel):
    """One requirement; a source or confidence of its own overrides the framework's."""

    id: Words
    title: Words
    text: Words
    sections: list[SectionKey] = Field(min_length=1)
    check: Annotated[CheckKind, Field(strict=False)]
    hint: Words
    level: Words
    relevance: Annotated[Relevance, Field(strict=False)] = Relevance.CORE
    baselines: list[Words] = Field(default_factory=list)
    aliases: list[Words] = Field(default_factory=list)
    evidence: list[Words] = Field(default_factory=list)
    parameters: list[Words] = Field(default_factory=list)
    source: Words | None = None
    confidence: Annotated[Confidence | None, Field(strict=False)] = None
    withdrawn: bool = False
    needs: list[Identifier] = Field(default_factory=list)


class FrameworkHead(FileModel):
    """What the file frameworks/<id>.yaml says before its requirements."""

    id: Identifier
    name: Words
    publisher: Words
    edition: Words
    published: Words
    status: Annotated[FrameworkStatus, Field(strict=False)]
    kind: Words
    licence: Words
    read_on: FileDate
    source: Words
    confidence: Annotated[Confidence, Field(strict=False)]
    url: str = ""
    note: str = ""
    aliases: list[Identifier] = Field(default_factory=list)


class FrameworkFile(FrameworkHead):
    """The file frameworks/<id>.yaml."""

    requirements: list[RequirementFile] = Field(min_length=1)
