"""Bytes to text: UTF-8, UTF-16 with a byte order mark, GB18030; anything else is refused, never guessed."""

from __future__ import annotations

import re

from wenxiao.errors import WenxiaoError

_MARKED = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# A text may hold a few characters of somebody's own; one in twenty means that it is in another encoding.
_MOST_UNASSIGNED = 20
_UNASSIGNED = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def decode(content: bytes, name: str) -> str:
    """Decode a text file; its byte order mark is no part of the text, line ends stay as they are.

    Raises:
        WenxiaoError: the bytes are no text, or in an encoding that cannot be told for sure.
    """
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return _readable(_strictly(content[len(mark) :], encoding, name), name)
    try:
        return _readable(content.decode("utf-8"), name)
    except UnicodeDecodeError:
        text = _readable(_strictly(content, "gb18030", name), name)
    if len(_UNASSIGNED.findall(text)) * _MOST_UNASSIGNED > len(text):
        raise _unknown(name)
    return text


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(name) from error


def _readable(text: str, name: str) -> str:
    control = _CONTROL.search(text)
    if control is None:
        return text
    line = text.count("\n", 0, control.start()) + 1
    raise WenxiaoError(
        f"「{name}」第 {line} 行有文字中不会出现的控制字符（{ord(control[0]):#04x}），它不是文本文件，或者已经损坏。"
        "请用原来的软件打开，另存为 .docx 或 UTF-8 编码的 .txt 后再审。"
    )


def _unknown(name: str) -> WenxiaoError:
    return WenxiaoError(
        f"「{name}」不是 UTF-8、UTF-16 或 GB18030 编码的文字，无法确定怎样解读。"
        "请用记事本打开，另存为时编码选 UTF-8，再审新的文件。"
    )
