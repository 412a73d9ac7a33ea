"""Every picture is what its name says, can be decoded, and is small enough to send to a phone."""

import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

from macros.checks.file_names import PICTURES
from macros.checks.material import Material
from macros.problems.problem import Problem

RULE = "bild"
MAX_BYTES = 1_000_000
MAX_SIDE = 4000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Bytes of a pixel at most: four channels of two bytes.
_PIXEL = 8


def check(material: Material) -> Iterable[Problem]:
    """Picture files that are damaged, too large or of another kind."""
    folder = material.root / "docs" / PICTURES
    for path in sorted(folder.glob("*.png")) if folder.is_dir() else ():
        message = "" if path.is_symlink() else _fault(path)
        if message:
            hint = "Spara om bilden som PNG i ett bildprogram och lägg in den igen."
            yield Problem(f"docs/{PICTURES}/{path.name}", 1, 1, message, hint, rule=RULE)


def _fault(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        return f"Bilden är större än {MAX_BYTES // 1000} kB."
    content = path.read_bytes()
    if not content.startswith(_SIGNATURE):
        return "Filen är ingen PNG-bild, fast namnet slutar på .png."
    try:
        return _decoded(content)
    except (struct.error, zlib.error, IndexError):
        return "Bilden är skadad och går inte att visa."


def _decoded(content: bytes) -> str:
    """Reads the chunks and unpacks the pixels, never more than the size that the head states."""
    place, width, height, ended = len(_SIGNATURE), 0, 0, False
    unpacker, unpacked = zlib.decompressobj(), 0
    while place < len(content) and not ended:
        length, kind = struct.unpack_from(">I4s", content, place)
        body = content[place + 8 : place + 8 + length]
        (mark,) = struct.unpack_from(">I", content, place + 8 + length)
        if mark != zlib.crc32(kind + body):
            return "Bilden är skadad och går inte att visa."
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", body)
            if not 0 < width <= MAX_SIDE or not 0 < height <= MAX_SIDE:
                return f"Bilden är {width} × {height} punkter; högst {MAX_SIDE} på varje håll får plats."
        elif kind == b"IDAT":
            unpacked += len(unpacker.decompress(body, (width * _PIXEL + 1) * height + 1))
        ended = kind == b"IEND"
        place += 12 + length
    return "" if ended and height and unpacked >= height else "Bilden är skadad och går inte att visa."
