"""A small organisation that approves its plan by commands: Rita reviews, Carl and Dora approve."""

import shutil
from pathlib import Path

from app.bootstrap import workshop
from app.domain.plan.acts import Act, Signed
from app.domain.plan.changes import put
from app.signing.new_files import OWNER_ONLY, write_new
from tests.builders import person
from tests.fakes import FakeClock
from tests.integration.cli.running import Run, irplan

ASKED = ("--reviewer", "Rita Moss", "--approver", "Carl Dent", "--approver", "Dora Young")
PASSPHRASE = "correct horse battery"
_MADE: dict[str, tuple[bytes, bytes]] = {}
"""Identities and their certificates by the name in them."""


def done(*words: object) -> Run:
    """A command that must not fail."""
    run = irplan("version", *words)
    assert run.code == 0, run.err
    return run


def copied(plan: Path, folder: Path) -> Path:
    """A plan of one's own."""
    return Path(shutil.copy(plan, folder / "plan.irplan"))


def submitted(plan: Path, *more: object) -> Run:
    return done("submit", plan, "--summary", "First issue", "--by", "Ann", *ASKED, *more)


def approved(plan: Path) -> None:
    """Let the version in review be issued, nothing signed."""
    done("review", plan, "--by", "Rita Moss", "--role", "CISO")
    done("approve", plan, "--by", "Carl Dent", "--role", "CEO")
    done("approve", plan, "--by", "Dora Young")


def acts(plan: Path) -> list[Act]:
    """What was done so far."""
    history = workshop().history(plan)
    return list(history.plan_at(history.entries()[-1].number).acts.values())


def signature(act: Act) -> Signed:
    """What was signed by an act, and with what."""
    assert act.signed is not None
    return act.signed


def edited(plan: Path, name: str) -> None:
    """Change who is in the plan, as one revision."""
    opened = workshop(clock=FakeClock()).open(plan)
    opened.session.apply((put(opened.plan, person("new", name)),), "New person")
    opened.close()


def identity(folder: Path, name: str) -> Path:
    """A signing identity and, beside it, the file `secret` with its passphrase.

    It is the same for every test that wants one of that name, made for the first.
    """
    (folder / "secret").write_text(PASSPHRASE, "utf-8")
    file = folder / f"{name.split(maxsplit=1)[0].lower()}.p12"
    if name in _MADE:
        for path, data in zip((file, file.with_suffix(".crt")), _MADE[name], strict=True):
            write_new(path, data, OWNER_ONLY)
        return file
    words = ("--name", name, "--email", "x@example.org", "--organisation", "Example")
    run = irplan(
        *("identity", "new", *words, "--out", file, "--passphrase-file", folder / "secret")
    )
    assert run.code == 0, run.err
    _MADE[name] = (file.read_bytes(), file.with_suffix(".crt").read_bytes())
    return file


def signing(file: Path) -> tuple[object, ...]:
    """The words that sign with an identity."""
    return ("--sign", file, "--passphrase-file", file.parent / "secret")
