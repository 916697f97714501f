"""Languages of plans: a folder each, with its labels and how it says the library's texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import Final

from app.domain.document.labels import Counted, Label, Labels
from app.domain.interview.language import Language, one_line
from app.persistence.library.files import load, named, yaml_files
from app.persistence.library.problems import Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.languages import (
    CountedFile,
    LabelsFile,
    LanguageFile,
    TextsFile,
)

LANGUAGES: Final = "languages"
"""The folder of languages."""

BASE_LANGUAGE: Final = "en-GB"
"""The language the library is written in; its labels are complete."""

_LOWER = re.compile(r"[a-z]+(?: [a-z]+)?")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language and all its labels, those it shares with the base among them."""

    language: Language
    labels: Labels


def language_tags(root: Path) -> tuple[str, ...]:
    """The tags of all languages below `root`, which are their folders' names."""
    return tuple(path.parent.name for path in sorted((root / LANGUAGES).glob("*/language.yaml")))


def read_tongue(root: Path, tag: str) -> Tongue:
    """The language `tag` of the library at `root`, on top of the base language.

    Raises:
        LibraryFileInvalid: With every problem of its files.
    """
    problems = Problems()
    language = _language(root, tag, problems)
    labels = _labels(root, BASE_LANGUAGE, problems)
    own = {} if tag == BASE_LANGUAGE else _overlay(labels, root, tag, problems)
    problems.raise_any()
    assert language is not None, "told above"  # noqa: S101 - for the type checker
    said = {key: _worded(label, language) for key, label in labels.items()}
    return Tongue(language, Labels(tag, {**said, **own}))


def _language(root: Path, tag: str, problems: Problems) -> Language | None:
    folder = root / LANGUAGES / tag
    file = named(root, folder / "language.yaml")
    data = load(file, problems)
    header = None if data is None else validated(LanguageFile, data, file.name, problems)
    if header is None:
        return None
    if header.tag != tag:
        problems.note(file.name, "tag", f"'{header.tag}' differs from the folder's name")
    for word in header.spelling:
        if not _LOWER.fullmatch(word):
            problems.note(file.name, f"spelling.{word}", "is not a word or two in lower case")
    return Language(tag, header.name, _texts(root, folder, problems), header.spelling)


def _texts(root: Path, folder: Path, problems: Problems) -> dict[str, str]:
    made: dict[str, str] = {}
    for file in yaml_files(root, folder / "texts"):
        data = load(file, problems)
        content = None if data is None else validated(TextsFile, data, file.name, problems)
        for at, item in enumerate(() if content is None else content.texts):
            base = one_line(item.base)
            if base in made:
                problems.note(file.name, f"texts[{at}].base", "is translated twice")
            made[base] = item.text
    return made


def _labels(root: Path, tag: str, problems: Problems) -> dict[str, Label]:
    file = named(root, root / LANGUAGES / tag / "labels.yaml")
    data = load(file, problems)
    content = None if data is None else validated(LabelsFile, data, file.name, problems)
    if content is None:
        return {}
    return {
        f"{group}.{name}": _label(label)
        for group, labels in content.labels.items()
        for name, label in labels.items()
    }


def _worded(label: Label, language: Language) -> Label:
    """What the language makes of a label of the base that it has no own one for."""
    if isinstance(label, Counted):
        return Counted(language.words(label.one), language.words(label.other))
    return language.words(label)


def _overlay(
    base: Mapping[str, Label], root: Path, tag: str, problems: Problems
) -> dict[str, Label]:
    own = _labels(root, tag, problems)
    name = named(root, root / LANGUAGES / tag / "labels.yaml").name
    for key, label in own.items():
        if key not in base:
            problems.note(name, f"labels.{key}", f"is no label of {BASE_LANGUAGE}")
        else:
            for fault in _faults(label, base[key]):
                problems.note(name, f"labels.{key}", fault)
    return own


def _faults(own: Label, base: Label) -> Iterator[str]:
    """What would stop a document that says `own` where the program fills the blanks of `base`."""
    wanted = frozenset(chain.from_iterable(map(_blanks, _forms(base))))
    number = frozenset({"n"}) if "n" in wanted or isinstance(base, Counted) else frozenset()
    if isinstance(own, Counted) and not number:
        yield "has forms for one and for others, but no number stands in it"
    try:
        found = [_blanks(form) for form in _forms(own)]
    except ValueError:
        yield "has a brace without its pair"
        return
    if any(blanks | number != wanted | number for blanks in found):
        listed = ", ".join(f"{{{blank}}}" for blank in sorted(wanted - number)) or "none"
        yield f"has other blanks; the base has {listed}"


def _label(label: str | CountedFile) -> Label:
    return label if isinstance(label, str) else Counted(label.one, label.other)


def _forms(label: Label) -> tuple[str, ...]:
    return (label,) if isinstance(label, str) else (label.one, label.other)


def _blanks(text: str) -> frozenset[str]:
    """The names of the blanks, each with what else its braces hold.

    Raises:
        ValueError: A brace is not closed or not opened.
    """
    parts = Formatter().parse(text)
    return frozenset(
        f"{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}"
        for _, name, form, how in parts
        if name is not None
    )
