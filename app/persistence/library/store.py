"""The library as it is shipped: a folder of templates and one of all they are judged by."""

from functools import cached_property
from pathlib import Path

from typing_extensions import override

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


class FileLibrary(Library):
    """Reads a file when it is first needed, and never again."""

    def __init__(self, folder: Path, frameworks: Path) -> None:
        self._folder = folder
        self._frameworks_folder = frameworks
        self._templates: dict[str, PlanTemplate] = {}
        self._frameworks: dict[str, Framework] = {}

    @override
    def templates(self) -> tuple[TemplateSummary, ...]:
        from app.persistence.library.templates import read_summaries

        return read_summaries(self._folder)

    @override
    def template(self, template_id: str) -> PlanTemplate:
        from app.persistence.library.templates import read_template, template_ids

        if template_id not in self._templates:
            known = template_ids(self._folder)
            if template_id not in known:
                raise TemplateUnknown(template_id, known)
            frameworks = frozenset(self._framework_ids)
            self._templates[template_id] = read_template(self._folder, template_id, frameworks)
        return self._templates[template_id]

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
