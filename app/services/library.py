"""The library of templates and frameworks, as the use cases see it."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from app.domain.document.labels import Labels
from app.domain.errors import IrplanError
from app.domain.interview.language import Language
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.crosswalk import Crosswalk
from app.domain.judgement.elements.element import Element
from app.domain.judgement.regimes import Regime
from app.domain.judgement.requirements import Framework, FrameworkStatus


@dataclass(frozen=True, slots=True)
class TemplateSummary:
    """A template as the gallery shows it.

    `pages` is the expected length (fewest, most) of the exported core, `parts` are the titles of
    its parts.
    """

    id: str
    name: str
    description: str
    arrangement: str
    language: str
    frameworks: tuple[str, ...]
    pages: tuple[int, int]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameworkSummary:
    """A framework as a list of choices shows it; `requirements` counts them.

    `aliases` are other ids it is known by.
    """

    id: str
    name: str
    publisher: str
    edition: str
    status: FrameworkStatus
    kind: str
    requirements: int
    has_baselines: bool
    aliases: tuple[str, ...] = ()


class Library(Protocol):
    """What plans start from and are judged by; every method may raise `LibraryFileInvalid`."""

    def templates(self) -> tuple[TemplateSummary, ...]:
        """All templates, by id."""

    def template(self, template_id: str, language: str = "") -> PlanTemplate:
        """One template, whole, in the language that `language` comes nearest to.

        Raises:
            TemplateUnknown: There is none of that id.
        """

    def languages(self) -> tuple[Language, ...]:
        """All languages plans can be written in, by tag."""

    def labels(self, language: str) -> Labels:
        """The words of exported documents in the language that `language` comes nearest to.

        The tag itself comes first, then one of the same language, then the base.
        """

    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        """All frameworks, by id."""

    def framework(self, framework_id: str) -> Framework:
        """One framework, by its id or another id it is known by.

        Raises:
            FrameworkUnknown: There is none of that id.
        """

    def regimes(self) -> tuple[Regime, ...]:
        """All regimes of notification, pack by pack."""

    def elements(self) -> tuple[Element, ...]:
        """All elements that requirements name in `needs`."""

    def crosswalk(self) -> Crosswalk:
        """Which requirements of different frameworks are related."""


class LibraryFileInvalid(IrplanError):
    """Files of the library break the format; `problems` is every one, file and place first."""

    code: ClassVar[str] = "library.invalid"

    def __init__(self, problems: tuple[str, ...]) -> None:
        listed = "\n".join(problems)
        super().__init__(
            f"The library cannot be used; correct these places or reinstall irplan:\n{listed}",
            count=str(len(problems)),
            first=problems[0] if problems else "",
        )
        self.problems = problems


class TemplateUnknown(IrplanError):
    """A template id that names none."""

    code: ClassVar[str] = "library.unknown-template"

    def __init__(self, template_id: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no template {template_id!r}; choose one of {', '.join(known)}.",
            template=template_id,
        )


class FrameworkUnknown(IrplanError):
    """A framework id that names none."""

    code: ClassVar[str] = "library.unknown-framework"

    def __init__(self, framework_id: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no framework {framework_id!r}; choose one of {', '.join(known)}.",
            framework=framework_id,
        )
