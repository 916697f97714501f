"""The library as it is shipped: a folder of templates and one of frameworks and regimes."""

from functools import cached_property
from pathlib import Path

from typing_extensions import override

from app.domain.interview.template import PlanTemplate
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
            names = frozenset(name for item in self._frameworks for name in _names(item))
            self._templates[template_id] = read_template(self._folder, template_id, names)
        return self._templates[template_id]

    @override
    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        return tuple(_summary(framework) for framework in self._frameworks)

    @override
    def framework(self, framework_id: str) -> Framework:
        for framework in self._frameworks:
            if framework_id in _names(framework):
                return framework
        raise FrameworkUnknown(framework_id, tuple(item.id for item in self._frameworks))

    @override
    def regimes(self) -> tuple[Regime, ...]:
        return self._regimes

    @cached_property
    def _regimes(self) -> tuple[Regime, ...]:
        from app.persistence.library.regimes import read_regimes

        return read_regimes(self._frameworks_folder / "regimes")

    @cached_property
    def _frameworks(self) -> tuple[Framework, ...]:
        from app.persistence.library.frameworks import read_frameworks

        return read_frameworks(self._frameworks_folder)


def _names(framework: Framework) -> tuple[str, ...]:
    return (framework.id, *framework.aliases)


def _summary(framework: Framework) -> FrameworkSummary:
    return FrameworkSummary(
        id=framework.id,
        name=framework.name,
        publisher=framework.publisher,
        edition=framework.edition,
        status=framework.status,
        kind=framework.kind,
        requirements=len(framework.requirements),
        has_baselines=framework.has_baselines,
    )
