"""Plans and files the tests of the commands share, each made once."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bootstrap import workshop
from app.cli import main as main_module
from app.paths import HOME_VARIABLE
from app.signing.head_ledger import KEY_FILE
from tests.fakes import FakeClock
from tests.integration.cli.approving import approved, copied, done, identity, signing, submitted
from tests.integration.cli.running import MINIMAL, Run, irplan


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's folders, away from those of whoever runs the tests; time stands still."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder))
        patch.setattr(main_module, "workshop", lambda: workshop(clock=FakeClock()))
        yield folder


@pytest.fixture(scope="module", autouse=True)
def heads(home: Path) -> Iterator[None]:
    """What these tests note of a plan's end is forgotten: copies of one plan go different ways."""
    folder = home / "data" / "heads"
    before = {file: file.read_bytes() for file in folder.glob("*")}
    yield
    for file in folder.glob("*"):
        if file in before:
            file.write_bytes(before[file])
        elif file.name != KEY_FILE:
            file.unlink()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A plan that leaves almost everything open."""
    folder = tmp_path_factory.mktemp("begun")
    (folder / "answers.toml").write_text(MINIMAL, "utf-8")
    made = irplan("new", folder / "plan.irplan", "--answers", folder / "answers.toml")
    assert made.code == 0, made.err
    return folder / "plan.irplan"


@pytest.fixture(scope="module")
def one_shop(home: Path) -> Iterator[None]:
    """Commands that share a workshop, and with it a library that is read once."""
    shop = workshop(clock=FakeClock())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main_module, "workshop", lambda: shop)
        yield


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A plan that can be approved; make a copy to change it."""
    path = tmp_path_factory.mktemp("finished") / "plan.irplan"
    workshop(clock=FakeClock()).create_sample(path, "lindenhof-software").close()
    return path


@pytest.fixture(scope="session")
def in_review(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, submitted as version 2.0; make a copy to change it."""
    path = copied(finished, tmp_path_factory.mktemp("in-review"))
    submitted(path)
    return path


@pytest.fixture(scope="session")
def in_force(in_review: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, issued; make a copy to change it."""
    path = copied(in_review, tmp_path_factory.mktemp("in-force"))
    approved(path)
    return path


@pytest.fixture(scope="session")
def sealed(in_review: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, approved by signatures and exported to `out` beside it with the seal of Carl.

    Beside it are `carl.p12`, `dora.p12` and `secret`; make a copy of the folder to change it.
    """
    folder = tmp_path_factory.mktemp("sealed")
    plan = copied(in_review, folder)
    done("review", plan, "--by", "Rita Moss", "--role", "CISO")
    for name in ("Carl Dent", "Dora Young"):
        done("approve", plan, "--by", name, *signing(identity(folder, name)))
    done("export", plan, "2.0", "--to", folder / "out", *signing(folder / "carl.p12"))
    return plan


@dataclass(frozen=True)
class Demo:
    """What the demo said and made."""

    run: Run
    folder: Path

    def file(self, ending: str) -> Path:
        """The one of that ending; of identities and certificates, that of the seal."""
        if ending in {"p12", "crt"}:
            return self.folder / f"seal.{ending}"
        (found,) = self.folder.glob(f"*.{ending}")
        return found


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Demo:
    folder = tmp_path_factory.mktemp("demo") / "new" / "folder"
    return Demo(irplan("demo", folder, "--no-window"), folder)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with a passphrase."""
    path = tmp_path / "secret.txt"
    path.write_text("correct horse battery\n", "utf-8")
    return path


@pytest.fixture
def python() -> Callable[..., str]:
    """Return a function that runs a script in another process and gives its output."""

    def running(script: str, *words: object, **variables: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, words)],
            cwd=Path(__file__).parents[3],
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return running
