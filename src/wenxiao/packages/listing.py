"""The files of a package: which ones count, which lead outside, and the digest of each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from wenxiao.errors import WenxiaoError, os_reason


def list_files(folder: Path) -> tuple[list[str], list[str]]:
    """List the files of a package as sorted POSIX paths, and links that lead elsewhere as problems.

    Dotfiles and the lock files of editors (``~$数据.xlsx``) are no content.
    """
    names: list[str] = []
    problems: list[str] = []
    root = Path(os.path.realpath(folder))
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
            problems.append(f"「{name}」是指向本目录之外的链接。请换成文件本身。")
        elif path.is_symlink() and not path.is_file():
            problems.append(f"「{name}」是链接，指向的文件不存在或是一个目录。请换成文件本身，或删除它。")
        elif path.is_file():
            names.append(name)
    return sorted(names), problems


def read_bytes(path: Path) -> bytes:
    """Read a file.

    Raises:
        WenxiaoError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise WenxiaoError(
            f"「{path.name}」无法读取：{os_reason(error)}。请检查文件是否存在、是否有权限。"
        ) from error


def digest(path: Path) -> str:
    """Give the SHA-256 of a file, however large, in hexadecimal.

    Raises:
        WenxiaoError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise WenxiaoError(f"「{path.name}」无法读取：{os_reason(error)}。请检查权限。") from error


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not _is_ignored(name)]
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name) for name in (*links, *files) if not _is_ignored(name))


def _is_ignored(name: str) -> bool:
    return name.startswith((".", "~$"))
