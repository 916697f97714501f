"""Pictures of a letterhead: only those that can be nothing else."""

import io
import re
import warnings
from typing import Final

from PIL import Image as Raster
from PIL import UnidentifiedImageError

from app.export.word.stationery import Image

MOST_PIXELS: Final = 40_000_000
_RASTERS: Final = {
    "PNG": ("image/png", "png"),
    "JPEG": ("image/jpeg", "jpeg"),
    "GIF": ("image/gif", "gif"),
    "BMP": ("image/bmp", "bmp"),
    "TIFF": ("image/tiff", "tiff"),
}
_ENHANCED: Final = (b"\x01\x00\x00\x00", b" EMF", 40)
_PLACEABLE: Final = b"\xd7\xcd\xc6\x9a"
_UNSAFE_SVG: Final = re.compile(
    rb"<!|<script|<foreignObject|\son\w+\s*=|href\s*=\s*[\"'](?!#|data:image/(?:png|jpeg))|url\((?!#)",
    re.IGNORECASE,
)


def picture(data: bytes) -> Image | None:
    """The picture that `data` is, told by its bytes alone; None for anything doubtful."""
    start, mark, place = _ENHANCED
    if data.startswith(start) and data[place : place + len(mark)] == mark:
        return Image(data, "image/x-emf", "emf")
    if data.startswith(_PLACEABLE):
        return Image(data, "image/x-wmf", "wmf")
    if b"<svg" in data[:2_000]:
        return None if _UNSAFE_SVG.search(data) else Image(data, "image/svg+xml", "svg")
    return _raster(data)


def _raster(data: bytes) -> Image | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Raster.open(io.BytesIO(data), formats=tuple(_RASTERS)) as found:
                width, height = found.size
                kind = found.format or ""
                if width * height > MOST_PIXELS:
                    return None
                found.load()
    except (UnidentifiedImageError, OSError, ValueError, Warning, Raster.DecompressionBombError):
        return None
    media_type, ending = _RASTERS[kind]
    return Image(data, media_type, ending)
