"""Plans: made, opened, copied and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap.samples import SAMPLE, SampleCard, SampleUnknown, sample_file, samples_folder
from app.bootstrap.wiring import DEFAULT_TEMPLATE, Wiring
from app.domain.errors import IrplanError
from app.services.settings import with_recent

if TYPE_CHECKING:
    from app.domain.interview.drafting import AnswerSheet
    from app.domain.interview.language import Language
    from app.domain.interview.template import PlanTemplate
    from app.domain.judgement.engine import Judgement
    from app.domain.plan.plan import Plan
    from app.services.library import TemplateSummary
    from app.services.opening import OpenPlan


class LanguageUnknown(IrplanError):
    """A tag that is none of the languages."""

    code: ClassVar[str] = "library.unknown-language"

    def __init__(self, tag: str, known: Sequence[str]) -> None:
        super().__init__(
            f"There is no language {tag!r}; choose one of {', '.join(known)}.", language=tag
        )


class Plans(Wiring):
    """Everything that makes or opens a plan."""

    def templates(self) -> tuple[TemplateSummary, ...]:
        """The templates a plan can start from."""
        return self.library.templates()

    def template(self, template: str, language: str = "") -> PlanTemplate:
        """One template, whole; `language` is a tag, blank for the base's."""
        return self.library.template(template, language)

    def language(self, tag: str) -> Language:
        """One of the languages plans can be written in.

        Raises:
            LanguageUnknown: there is none of that tag.
        """
        known = self.library.languages()
        found = next((item for item in known if item.tag == tag), None)
        if found is None:
            raise LanguageUnknown(tag, [item.tag for item in known])
        return found

    def create(self, path: Path, template: str, sheet: AnswerSheet) -> OpenPlan:
        """Draft a plan from `sheet`, keep it in the new file `path` and open it.

        A blank `template` stands for the one the sheet was written for.

        Raises:
            IrplanError: the file exists or cannot be written, or the template is unknown.
        """
        from app.domain.interview.drafting import draft
        from app.domain.plan.ids import new_id

        chosen = self.template(template or sheet.template or DEFAULT_TEMPLATE, sheet.language)
        self._files().create(path, draft(chosen, sheet, new_id("plan")))
        return self.open(path)

    def samples(self) -> tuple[str, ...]:
        """The names of the sample organisations."""
        return tuple(path.stem for path in sorted(samples_folder().glob("*.toml")))

    def sample_cards(self) -> tuple[SampleCard, ...]:
        """The sample organisations in words, without a plan being made of them.

        Raises:
            IrplanError: answers of one of them, or its template, cannot be read.
        """
        return tuple(map(self._sample_card, self.samples()))

    def sample_documents(self) -> tuple[str, ...]:
        """The ids that the documents of the sample organisations carry."""
        from app.exchange.samples import sample_facts

        return tuple(sample_facts(sample_file(name)).document for name in self.samples())

    def create_sample(self, path: Path, sample: str = SAMPLE) -> OpenPlan:
        """Make the plan of a sample organisation in the new file `path` and open it.

        Raises:
            IrplanError: there is no such sample, or the file exists or cannot be written.
        """
        return self.create(path, "", self.sample_sheet(sample))

    def sample_sheet(self, sample: str = SAMPLE) -> AnswerSheet:
        """What a sample organisation has answered.

        Raises:
            SampleUnknown: there is no such sample.
        """
        if sample not in self.samples():
            raise SampleUnknown(sample, self.samples())
        return self.read_answers(sample_file(sample))

    def _sample_card(self, sample: str) -> SampleCard:
        from app.domain.interview.questions import label_of
        from app.exchange.samples import sample_facts

        facts = sample_facts(sample_file(sample))
        template = self.template(facts.template or DEFAULT_TEMPLATE)
        asked = template.questions.get("profile.sector")
        sector = facts.sector if asked is None else label_of(asked, facts.sector)
        return SampleCard(sample, facts.organisation, sector, template.name)

    def read_answers(self, path: Path, template: str = "") -> AnswerSheet:
        """The answers in a TOML file; a blank `template` stands for the one the file names.

        Raises:
            IrplanError: every problem of the file, each with its place.
        """
        from app.exchange.answers import read_answers, written_for

        named, language = written_for(path)
        return read_answers(path, self.template(template or named or DEFAULT_TEMPLATE, language))

    def answers_form(self, template: str, given: Mapping[str, str] = MappingProxyType({})) -> str:
        """A commented TOML file with the questions of a template next to what is `given`.

        Raises:
            IrplanError: the template is unknown, or what is given is no answer.
        """
        from app.exchange.answers_form import answers_form
        from app.exchange.given import given_answers

        chosen = self.template(template)
        return answers_form(chosen, given_answers(given, chosen))

    def open(self, path: Path, *, read_only: bool = False) -> OpenPlan:
        """Open the plan file `path` and remember it as recent.

        Raises:
            IrplanError: with why it cannot be opened.
        """
        from app.services.opening import OpenPlan

        store = self._files().open(path, read_only=read_only)
        try:
            plan = store.load()
            profile = plan.profile
            template = self.template(profile.template or DEFAULT_TEMPLATE, profile.language)
            opened = OpenPlan(store, template, self._standards(), self.clock, self.witness)
        except BaseException:
            store.close()
            raise
        self.save_settings(with_recent(self.settings(), path.absolute()))
        return opened

    def plan_in(self, path: Path) -> Plan:
        """The plan in the file `path`, which is neither locked nor remembered as recent.

        Raises:
            IrplanError: with why it cannot be read.
        """
        store = self._files().open(path, read_only=True)
        try:
            return store.load()
        finally:
            store.close()

    def copy(self, opened: OpenPlan, path: Path) -> None:
        """Write the plan as it is now, saved or not, into the new file `path`.

        Raises:
            IrplanError: the file exists or cannot be written.
        """
        self._files().create(path, opened.plan)

    def duplicate(self, path: Path, to: Path) -> None:
        """Write the sound plan file `path`, history and all, into the new file `to`.

        Raises:
            IrplanError: it cannot be read, or `to` exists or cannot be written.
        """
        self._files().duplicate(path, to)

    def judged(self, plan: Plan, day: date) -> Judgement:
        """`plan` judged as of `day`.

        Raises:
            IrplanError: its template is unknown here.
        """
        from app.domain.judgement.engine import Judgement

        profile = plan.profile
        template = self.template(profile.template or DEFAULT_TEMPLATE, profile.language)
        return Judgement(plan, template, self._standards(), day)
