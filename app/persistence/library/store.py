"""The library as it is shipped: a folder of templates and one of all they are judged by."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from app.domain.document.labels import Labels
from app.domain.interview.language import Language
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.crosswalk import Crosswalk
from app.domain.judgement.elements.element import Element
from app.domain.judgement.regimes import Regime
from app.domain.judgement.requirements import Framework
from app.services.library import (
    FrameworkSummary,
    FrameworkUnknown,
    Library,
    TemplateSummary,
    TemplateUnknown,
)

if TYPE_CHECKING:
    from app.persistence.library.languages import Tongue


class FileLibrary(Library):
    """Reads a file when it is first needed, and never again."""

    def __init__(self, folder: Path, frameworks: Path) -> None:
        self._folder = folder
        self._frameworks_folder = frameworks
        self._templates: dict[tuple[str, str], PlanTemplate] = {}
        self._tongues: dict[str, Tongue] = {}
        self._frameworks: dict[str, Framework] = {}

    @override
    def templates(self) -> tuple[TemplateSummary, ...]:
        from app.persistence.library.templates import read_summaries

        return read_summaries(self._folder)

    @override
    def template(self, template_id: str, language: str = "") -> PlanTemplate:
        tag = self._nearest(language)
        if (template_id, tag) not in self._templates:
            self._templates[template_id, tag] = self._template(template_id, tag)
        return self._templates[template_id, tag]

    @override
    def languages(self) -> tuple[Language, ...]:
        return tuple(self._tongue(tag).language for tag in self._tags)

    @override
    def labels(self, language: str) -> Labels:
        return self._tongue(self._nearest(language)).labels

    @override
    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        return self._shelf

    @override
    def framework(self, framework_id: str) -> Framework:
        from app.persistence.library.frameworks import read_framework

        name = self._framework_named(framework_id)
        if name not in self._frameworks:
            self._frameworks[name] = read_framework(self._frameworks_folder, name)
        return self._frameworks[name]

    @override
    def regimes(self) -> tuple[Regime, ...]:
        return self._regimes

    @override
    def elements(self) -> tuple[Element, ...]:
        return self._elements

    @override
    def crosswalk(self) -> Crosswalk:
        return self._crosswalk

    def _template(self, template_id: str, tag: str) -> PlanTemplate:
        from app.domain.interview.wording import worded
        from app.persistence.library.languages import BASE_LANGUAGE
        from app.persistence.library.templates import read_template, template_ids

        if tag != BASE_LANGUAGE:
            language = self._tongue(tag).language
            base = self.template(template_id, BASE_LANGUAGE)
            return replace(worded(base, language.words), language=tag)
        known = template_ids(self._folder)
        if template_id not in known:
            raise TemplateUnknown(template_id, known)
        return read_template(self._folder, template_id, frozenset(self._framework_ids))

    def _tongue(self, tag: str) -> "Tongue":
        from app.persistence.library.languages import read_tongue

        if tag not in self._tongues:
            self._tongues[tag] = read_tongue(self._folder, tag)
        return self._tongues[tag]

    def _nearest(self, language: str) -> str:
        from app.persistence.library.languages import BASE_LANGUAGE

        if language in self._tags:
            return language
        first = language.partition("-")[0]
        related = (tag for tag in self._tags if tag.partition("-")[0] == first)
        return next(related, BASE_LANGUAGE)

    @cached_property
    def _tags(self) -> tuple[str, ...]:
        from app.persistence.library.languages import language_tags

        return language_tags(self._folder)

    @cached_property
    def _crosswalk(self) -> Crosswalk:
        from app.persistence.library.crosswalk import read_crosswalk
        from app.persistence.library.files import named

        folder = self._frameworks_folder
        return read_crosswalk(named(folder, folder / "crosswalk.csv"))

    @cached_property
    def _elements(self) -> tuple[Element, ...]:
        from app.persistence.library.elements import read_elements

        return read_elements(self._frameworks_folder / "elements")

    @cached_property
    def _regimes(self) -> tuple[Regime, ...]:
        from app.persistence.library.regimes import read_regimes

        return read_regimes(self._frameworks_folder / "regimes")

    def _framework_named(self, name: str) -> str:
        if name in self._framework_ids:
            return name
        for framework in self._shelf:
            if name in framework.aliases:
                return framework.id
        raise FrameworkUnknown(name, self._framework_ids)

    @cached_property
    def _framework_ids(self) -> tuple[str, ...]:
        from app.persistence.library.frameworks import framework_ids

        return framework_ids(self._frameworks_folder)

    @cached_property
    def _shelf(self) -> tuple[FrameworkSummary, ...]:
        from app.persistence.library.shelf import read_shelf

        return read_shelf(self._frameworks_folder)
