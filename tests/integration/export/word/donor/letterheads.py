"""Letterheads as organisations have them, good ones and bad ones, made by python-docx."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

import docx
from docx.enum.section import WD_SECTION
from docx.shared import Mm, Pt, RGBColor
from PIL import Image, ImageDraw

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BRAND = "7A1F5C"
ADDRESS = "Harbour & Vale Water · 1 Quay Street · Portwell"


@cache
def logo(size: tuple[int, int] = (240, 60)) -> bytes:
    """A mark in the colour of the house."""
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((4, 4, size[1] - 4, size[1] - 4), fill=f"#{BRAND}")
    draw.rectangle((size[1] + 8, size[1] // 3, size[0] - 6, size[1] * 2 // 3), fill="#C9A227")
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


@cache
def letterhead() -> bytes:
    """A whole one: cover and text, logo, footer, styles with a face and a colour of their own."""
    made = docx.Document()
    styles = made.styles
    styles["Normal"].font.name = "Georgia"
    styles["Normal"].font.size = Pt(10.5)
    for level in (1, 2, 3):
        heading = styles[f"Heading {level}"]
        heading.font.name = "Georgia"
        heading.font.color.rgb = RGBColor.from_string(BRAND)
    styles["Heading 1"].font.size = Pt(22)
    made.add_heading("Template", 1)
    made.add_paragraph("Delete this text and write yours.")
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(35), Mm(28)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(io.BytesIO(logo()), width=Mm(70))
    section.first_page_footer.paragraphs[0].text = ADDRESS
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(logo()), width=Mm(35))
    section.footer.paragraphs[0].text = ADDRESS
    return saved(made)


@cache
def bare() -> bytes:
    """The empty document python-docx begins with: styles and a page, no header or footer."""
    return saved(docx.Document())


def with_two_sections() -> bytes:
    """A letterhead whose last section says nothing of its header."""
    made = docx.Document(io.BytesIO(letterhead()))
    made.add_section(WD_SECTION.NEW_PAGE)
    return saved(made)


def with_header(xml: str, relations: Mapping[str, tuple[str, str, str]] | None = None) -> bytes:
    """The letterhead with `xml` as further content of its header.

    `relations` maps ids to kind, target and mode; a target inside the package must exist.
    """
    opening = f'<w:p xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{V}" xmlns:o="{O}">'

    def changed(name: str, data: bytes) -> bytes:
        if name == "word/header1.xml":
            return data.replace(b"</w:hdr>", f"{opening}{xml}</w:p></w:hdr>".encode())
        if name == "word/_rels/header1.xml.rels":
            rows = "".join(
                f'<Relationship Id="{ident}" Type="{R}/{kind}" Target="{target}"{mode}/>'
                for ident, (kind, target, mode) in (relations or {}).items()
            )
            return data.replace(b"</Relationships>", f"{rows}</Relationships>".encode())
        return data

    return rewritten(letterhead(), changed)


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix Office gives it
EXTERNAL = ' TargetMode="External"'


def as_template(data: bytes) -> bytes:
    """The same as a .dotx."""
    return rewritten(
        data,
        lambda name, part: (
            part.replace(b"document.main+xml", b"template.main+xml")
            if name == "[Content_Types].xml"
            else part
        ),
    )


def with_macros(data: bytes) -> bytes:
    """The same as a .docm."""
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    return rewritten(
        data,
        lambda name, part: part.replace(main, macros) if name == "[Content_Types].xml" else part,
        {"word/vbaProject.bin": b"macros"},
    )


def rewritten(
    data: bytes,
    change: Callable[[str, bytes], bytes] = lambda name, part: part,
    added: Mapping[str, bytes] | None = None,
) -> bytes:
    """A package with every part changed and others added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            archive.writestr(name, change(name, source.read(name)))
        for name, part in (added or {}).items():
            archive.writestr(name, part)
    return target.getvalue()


def saved(made: "docx.document.Document") -> bytes:
    """The bytes of a document of python-docx."""
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
