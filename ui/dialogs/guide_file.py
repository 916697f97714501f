"""Where the user guide lies that came with the program."""

from pathlib import Path

from app.paths import data_folder


def guide_file() -> Path | None:
    """The guide, a Markdown file; None when this installation has none."""
    resources = data_folder("resources")
    for file in (resources / "help" / "user-guide.md", resources.parent / "docs" / "user-guide.md"):
        if file.is_file():
            return file
    return None
