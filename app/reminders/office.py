"""The office: everything that brings reminders to people, wired to this computer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from ssl import SSLContext

from app.domain.judgement.deadlines.working_days import HolidayCalendar
from app.domain.plan.plan import Plan
from app.reminders.calendar import calendar
from app.reminders.desktop import DesktopChannel
from app.reminders.mail import MAIL, MailChannel
from app.reminders.running import Runner, run
from app.services.clock import Clock, today
from app.services.reminding.delivering import (
    Channel,
    Delivery,
    Outcome,
    Post,
    deliver,
    rehearse,
)
from app.services.reminding.ledger import Ledger, Route, Run
from app.services.reminding.mail_settings import MailSettings, mail_problem
from app.services.reminding.mailing import MailNotSetUp, Passwords
from app.services.reminding.messages import Message
from app.services.reminding.ordering import MONDAY, Order, Standing
from app.services.reminding.publishing import Page, page, remember
from app.services.reminding.timing import Installed, Task, Timers
from app.services.reminding.watching import Watch, watch

_TEST_TEXT = (
    "This letter shows that reminders of your incident response plan reach you.\n"
    "It was asked for in the settings of irplan."
)


@dataclass(frozen=True)
class ReminderOffice:
    """Tells, and tells how it went.

    `mail` reads the person's settings; `trust` says which servers are believed (None: those
    that the operating system trusts).
    """

    clock: Clock
    holidays: HolidayCalendar
    ledger: Ledger
    passwords: Passwords
    timers: Timers
    mail: Callable[[], MailSettings]
    runner: Runner = field(default=run)
    trust: SSLContext | None = None

    def watch(self, plan: Plan) -> Watch:
        """What `plan` reminds of today."""
        return watch(plan, today(self.clock), self.holidays)

    def calendar(self, watches: Sequence[Watch]) -> bytes:
        """A calendar file of some plans; what stood in an earlier one is taken back by it.

        Raises:
            IrplanError: earlier files cannot be looked up.
        """
        return calendar(self._pages(watches), self.clock.now())

    def note_calendar(self, watches: Sequence[Watch]) -> None:
        """Note that a calendar file of `watches` was written.

        Raises:
            IrplanError: that cannot be noted.
        """
        remember(self._pages(watches), self.ledger)

    def deliver(self, watches: Sequence[Watch], order: Order) -> tuple[Delivery, ...]:
        """Tell what is new of `watches` by each way that is asked for.

        Raises:
            MailNotSetUp: mail is asked for, and the settings are not complete.
            IrplanError: what was told cannot be looked up or noted.
        """
        plain = Post(tuple(watches), self.clock.now(), at_once=order.at_once)
        done = [self._told(plain, one, order) for one in self._channels(order)]
        return tuple(done)

    def note_run(self, outcome: str) -> None:
        """Keep the outcome of a run, which is shown to the person."""
        self.ledger.note_run(Run(self.clock.now(), outcome))

    def send_test(self, settings: MailSettings) -> tuple[str, ...]:
        """Send a letter to each recipient of `settings`; gives those who were sent one.

        Raises:
            MailNotSetUp: they are not complete.
            IrplanError: it was not taken, with why.
        """
        _check(settings)
        letter = Message("irplan: a test letter", "", _TEST_TEXT, self.clock.now())
        for recipient in settings.to:
            MailChannel(settings, recipient, self.passwords, self.trust).send(letter)
            self.ledger.clear_failure(Route(MAIL, recipient))
        return settings.to

    def standing(self) -> Standing:
        """The daily task, the last run and what does not work."""
        ledger = self.ledger
        timer = self.timers.status()
        plans = ledger.plans() if timer.installed else ()
        return Standing(timer, ledger.last_run(), ledger.failures(), plans)

    def install(self, task: Task) -> Installed:
        """Have `task` run every day, in place of an earlier one.

        Raises:
            IrplanError: it was not taken; nothing is left of it then.
        """
        done = self.timers.install(task)
        self.ledger.keep_plans(task.plans)
        return done

    def install_with(self, task: Task) -> Installed:
        """The same, for the plans of an earlier task as well.

        Raises:
            IrplanError: it was not taken; nothing is left of it then.
        """
        earlier = self.ledger.plans() if self.timers.status().installed else ()
        return self.install(replace(task, plans=tuple(dict.fromkeys((*earlier, *task.plans)))))

    def uninstall(self) -> tuple[Path, ...]:
        """Stop the daily task; gives the files that were removed.

        Raises:
            IrplanError: one cannot be removed.
        """
        removed = self.timers.uninstall()
        if removed:
            self.ledger.keep_plans(())
        return removed

    def _pages(self, watches: Sequence[Watch]) -> tuple[Page, ...]:
        return tuple(page(one, self.ledger) for one in watches)

    def _channels(self, order: Order) -> list[Channel]:
        desktop: list[Channel] = [DesktopChannel(self.runner)] if order.notify else []
        if not order.mail:
            return desktop
        settings = self.mail()
        _check(settings)
        letters = partial(MailChannel, settings, passwords=self.passwords, trust=self.trust)
        return [*desktop, *(letters(recipient=recipient) for recipient in settings.to)]

    def _told(self, plain: Post, channel: Channel, order: Order) -> Delivery:
        by_mail = channel.route.channel == MAIL
        post = self._with_calendar(plain, order) if by_mail else plain
        if order.dry_run:
            return rehearse(post, channel.route, self.ledger)
        done = deliver(post, channel, self.ledger)
        if by_mail and done.outcome is Outcome.SENT:
            self.note_calendar(plain.watches)
        return done

    def _with_calendar(self, plain: Post, order: Order) -> Post:
        """The file is made before the ledger is held: it is read for it."""
        stated = self.mail().digest_on
        digest_on = (MONDAY if stated is None else stated) if order.digest else stated
        made = self.calendar(plain.watches)
        return replace(plain, calendar=made, digest_on=digest_on)


def _check(settings: MailSettings) -> None:
    problem = mail_problem(settings)
    if problem:
        raise MailNotSetUp(f"Mail is not set up. {problem}")
