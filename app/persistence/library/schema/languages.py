"""A language's files: its header, its labels and its texts."""

from pydantic import Field

from app.persistence.library.schema.base import FileModel, Words


class LanguageFile(FileModel):
    """languages/<tag>/language.yaml; `spelling` gives words in lower case."""

    tag: Words
    name: Words
    spelling: dict[Words, Words] = Field(default_factory=dict)


class CountedFile(FileModel):
    """A label with a number in it."""

    one: Words
    other: Words


class LabelsFile(FileModel):
    """languages/<tag>/labels.yaml: texts by key, grouped by what stands before the dot."""

    labels: dict[Words, dict[Words, str | CountedFile]]


class TextFile(FileModel):
    """One text of the base and how this language says it."""

    base: Words
    text: Words


class TextsFile(FileModel):
    """languages/<tag>/texts/<name>.yaml."""

    texts: list[TextFile]
