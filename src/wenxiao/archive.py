"""Zipped and compound files, as Office writes them: what tells them apart, and what breaks when they are damaged."""

from __future__ import annotations

import struct
import zipfile
import zlib

# What zipfile and lxml raise on broken bytes; lxml's XMLSyntaxError is a SyntaxError, and NotImplementedError
# (an unknown way of compressing) is a RuntimeError.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    OverflowError,
    RuntimeError,
    struct.error,
    SyntaxError,
    ValueError,
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: a .doc, .xls or .wps, or a newer file with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_encrypted(content: bytes) -> bool:
    """Tell whether a compound file is a newer Office file under a password."""
    return content.startswith(OLE) and _ENCRYPTED in content
