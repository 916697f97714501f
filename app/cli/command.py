"""How a command joins the command line."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap import Workshop

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001
    """What argparse's `add_subparsers` returns."""

    Run = Callable[[Workshop, argparse.Namespace], int]
    """A command: its exit code for the workshop and the parsed words."""


def add_command(
    commands: "Commands", name: str, summary: str, run: "Run", example: str
) -> argparse.ArgumentParser:
    """A parser for the command `name` that ends in `run`; `example` closes its help."""
    made = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=run)
    return made
