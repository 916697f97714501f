"""A plan template's files: its header, its sections, its starting records and playbooks."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from app.domain.interview.questions import AnswerKind
from app.persistence.library.schema.base import FileModel, Identifier, Words
from app.persistence.library.schema.conditions import ConditionFile

TITLE_LENGTH = 45
"""Characters of a section title at most: it must fit the navigation."""


class TopicFile(FileModel):
    """One screen of the interview."""

    id: Identifier
    title: Words
    introduction: Words


class TemplateFile(FileModel):
    """The file template.yaml."""

    id: Identifier
    name: Words
    description: Words
    arrangement: Words
    language: Words
    frameworks: list[Identifier] = Field(min_length=1)
    pages: list[int] = Field(min_length=2, max_length=2)
    topics: list[TopicFile] = Field(min_length=1)
    adopt_times: ConditionFile | None = None


class OptionFile(FileModel):
    """One answer to choose."""

    value: Words
    label: Words


class QuestionFile(FileModel):
    """A question of a section."""

    id: Identifier
    text: Words
    kind: Annotated[AnswerKind, Field(strict=False)]
    topic: str = ""
    why: str = ""
    example: str = ""
    options: list[OptionFile] = Field(default_factory=list)
    required: bool = False
    when: ConditionFile | None = None


class ProseFile(FileModel):
    """One block of default text."""

    text: Words
    when: ConditionFile | None = None


class GuidanceFile(FileModel):
    """What to know while writing a section."""

    good: list[Words] = Field(default_factory=list)
    auditors_ask: list[Words] = Field(default_factory=list)
    mistakes: list[Words] = Field(default_factory=list)


class SectionFile(FileModel):
    """One section."""

    key: Words
    title: Annotated[str, StringConstraints(pattern=r"\S", max_length=TITLE_LENGTH)]
    purpose: Words
    guidance: GuidanceFile = GuidanceFile()
    applies: ConditionFile | None = None
    otherwise: str = ""
    questions: list[QuestionFile] = Field(default_factory=list)
    prose: list[ProseFile] = Field(default_factory=list)


class SectionsFile(FileModel):
    """The file sections/<group>.yaml."""

    sections: list[SectionFile]


class StartingFile(FileModel):
    """starting/<name>.yaml; each record is judged field by field later."""

    records: list[dict[str, Any]]


class PlaybookFile(FileModel):
    """The file playbooks/<id>.yaml."""

    playbook: dict[str, Any]
    steps: list[dict[str, Any]] = Field(min_length=1)
