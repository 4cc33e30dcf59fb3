"""Writing files so that nothing is ever half-written: write beside, then rename."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from wenxiao.errors import WenxiaoError, os_reason


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` at once or not at all; the old file stays until the rename.

    Raises:
        WenxiaoError: the disk is full, the folder cannot be written, or the path is a folder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise WenxiaoError(_cannot_write(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        raise WenxiaoError(_cannot_write(path, error)) from error


def sha256(content: bytes) -> str:
    """Give the SHA-256 digest of ``content`` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _cannot_write(path: Path, error: OSError) -> str:
    return f"无法写入「{path}」：{os_reason(error)}。原有文件没有改动。请检查磁盘空间和目录权限，或换一个输出目录。"
