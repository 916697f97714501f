"""A plan template's files: its header, its sections, its starting records and playbooks."""

from dataclasses import replace
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from app.domain.interview.questions import AnswerDoesNotFit, AnswerKind, Option, Question, fit
from app.domain.plan.ids import RecordId
from app.persistence.library.schema.base import FileModel, Identifier, Words
from app.persistence.library.schema.conditions import ConditionFile, condition_from

TITLE_LENGTH = 45
"""Characters of a section title at most: it must fit the navigation."""


class TopicFile(FileModel):
    """One screen of the interview."""

    id: Identifier
    title: Words
    introduction: Words


class PartFile(FileModel):
    """One part of the document and the keys of its sections."""

    id: Identifier
    title: Annotated[str, StringConstraints(pattern=r"\S", max_length=TITLE_LENGTH)]
    sections: list[Words] = Field(min_length=1)


class TemplateFile(FileModel):
    """The file template.yaml.

    `merged_roles` names, for each role that an organisation of this template does not have, the
    role that does its work. `without_overlays` are those its own text makes superfluous.
    """

    id: Identifier
    name: Words
    description: Words
    arrangement: Words
    frameworks: list[Identifier] = Field(min_length=1)
    pages: list[int] = Field(min_length=2, max_length=2)
    without_overlays: list[Identifier] = Field(default_factory=list)
    parts: list[PartFile] = Field(min_length=1)
    merged_roles: dict[Identifier, Identifier] = Field(default_factory=dict)


class BaseFile(FileModel):
    """The file base/base.yaml: what all templates share besides sections and records."""

    language: Words
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
    default: Any = None
    when: ConditionFile | None = None

    def asked(self, section: str) -> Question:
        """The question of `section` that this spells.

        Raises:
            AnswerDoesNotFit: The default is no answer to it.
        """
        bare = Question(
            id=RecordId(self.id),
            section=section,
            text=self.text,
            kind=self.kind,
            topic=self.topic,
            why=self.why,
            example=self.example,
            options=tuple(Option(option.value, option.label) for option in self.options),
            required=self.required,
            when=condition_from(self.when),
        )
        return bare if self.default is None else replace(bare, default=fit(bare, self.default))

    @model_validator(mode="after")
    def _default_fits(self) -> Self:
        try:
            self.asked("")
        except AnswerDoesNotFit as error:
            raise ValueError(f"the default does not fit: {error}") from error
        return self


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


class QuestionChangeFile(FileModel):
    """What a template says differently about a question of the base."""

    id: Identifier
    text: Words | None = None
    topic: str | None = None
    why: Words | None = None
    example: Words | None = None
    required: bool | None = None
    default: Any = None


class SectionChangeFile(FileModel):
    """What a template or overlay says differently about a section of the base.

    `prose` stands in place of the base's text, `before` and `after` around it. `changes` alter
    questions, `questions` are new ones, `leave_out` drops some. Guidance replaces list by list.
    """

    key: Words
    title: Annotated[str, StringConstraints(pattern=r"\S", max_length=TITLE_LENGTH)] | None = None
    purpose: Words | None = None
    guidance: GuidanceFile | None = None
    prose: list[ProseFile] | None = None
    before: list[ProseFile] = Field(default_factory=list)
    after: list[ProseFile] = Field(default_factory=list)
    changes: list[QuestionChangeFile] = Field(default_factory=list)
    questions: list[QuestionFile] = Field(default_factory=list)
    leave_out: list[Identifier] = Field(default_factory=list)


class SectionChangesFile(FileModel):
    """<template>/sections/<name>.yaml."""

    sections: list[SectionChangeFile]


class OverlayFile(FileModel):
    """overlays/<id>.yaml: what joins every template while its condition holds."""

    id: Identifier
    name: Words
    when: ConditionFile
    sections: list[SectionChangeFile] = Field(default_factory=list)
    records: list[dict[str, Any]] = Field(default_factory=list)
    proposals: dict[Words, Any] = Field(default_factory=dict)


class StartingFile(FileModel):
    """starting/<name>.yaml; each record is judged field by field later.

    In a template's own file `instead_of` names kinds of which the base's records are dropped; a
    record with the id of one of the base's replaces it. `when` limits every record of the file.
    """

    instead_of: list[Words] = Field(default_factory=list)
    when: ConditionFile | None = None
    records: list[dict[str, Any]]


class PlaybookFile(FileModel):
    """The file playbooks/<id>.yaml."""

    playbook: dict[str, Any]
    steps: list[dict[str, Any]] = Field(min_length=1)
