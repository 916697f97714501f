"""What a visible signature shows: name, meaning, time, certificate.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import textwrap
from pathlib import Path

from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import TextStampStyle

from app.services.signing import CertificateFacts, Statement
from app.signing.pdf_typeface import typeset

LINE_LENGTH = 44
"""Characters; longer lines are broken, because the box shrinks its text to fit."""
MAX_LINES = 3
"""Lines for one item; the complete text stands in the signature itself."""
FINGERPRINT_BYTES = 8
"""Shown of the certificate's 32; enough to compare with the certificate on file."""
FONT_SIZE = 8
LEADING = 11


def appearance(statement: Statement, signer: CertificateFacts, font: Path) -> TextStampStyle:
    """The stamp for one signature, set in the TrueType file `font`."""
    lines = [line for item in _items(statement, signer) for line in _wrapped(item)]
    text, typeface = typeset("\n".join(lines), font, FONT_SIZE)
    return TextStampStyle(
        stamp_text=text.replace("%", "%%"),  # pyHanko fills in %(name)s; ours is literal
        text_box_style=TextBoxStyle(
            font=typeface, font_size=FONT_SIZE, leading=LEADING, border_width=0
        ),
        border_width=0,
        background=None,
        inner_content_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins(8, 8, 4, 4),
        ),
    )


def _items(statement: Statement, signer: CertificateFacts) -> list[str]:
    short = signer.fingerprint[: FINGERPRINT_BYTES * 3 - 1]
    return [
        signer.name,
        statement.text,
        f"{statement.signed_at:%Y-%m-%d %H:%M:%S} UTC",
        f"Certificate {short}…",
    ]


def _wrapped(item: str) -> list[str]:
    return textwrap.wrap(item, LINE_LENGTH, max_lines=MAX_LINES, placeholder=" …")
