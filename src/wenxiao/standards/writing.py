"""A formula as it was typed: typographic signs, positions, and errors that point at them.

``×`` ``÷`` ``≥`` and full-width signs are read as what they mean. Every character of the Python text knows
the character it came from, so an error points into what the person wrote.
"""

from __future__ import annotations

import re
import unicodedata

from wenxiao.errors import WenxiaoError

MAX_LENGTH = 2000
MAX_BRACKETS = 50
_SHOWN = 80
_SIGNS = {"×": "*", "÷": "/", "−": "-", "≥": ">=", "≤": "<=", "≠": "!=", "。": "."}
_REFUSED = {
    "'": "文字（引号）",
    '"': "文字（引号）",
    "“": "文字（引号）",
    "”": "文字（引号）",
    "‘": "文字（引号）",
    "’": "文字（引号）",
    "\\": "反斜杠",
    "#": "注释“#”",
    ";": "分号",
    "%": "百分号“%”（百分数直接写数值：80% 写 80，比率自己乘以 100）",
}
_NUMBER_THEN_WORD = re.compile(r"(?<!\w)(?:\d+\.?\d*|\.\d+)(?=[^\W\d])")
_SINGLE_EQUALS = re.compile(r"(?<![<>=!:])=(?!=)")


class FormulaError(WenxiaoError):
    """A formula that cannot be read or used; the message shows the text and points at the place."""


class Writing:
    """The typed text beside its Python spelling, one line, positions kept."""

    def __init__(self, text: str) -> None:
        """Translate signs and blanks; FormulaError for what no formula may hold."""
        self.text = text
        if len(text) > MAX_LENGTH:
            raise FormulaError(
                f"公式有 {len(text)} 个字符，超过上限 {MAX_LENGTH}：“{text[:20]}…”。请拆成几个指标分别写公式。"
            )
        start = len(text) - len(text.lstrip())
        spelled = [(_spell(char), index) for index, char in enumerate(text) if index >= start]
        self.python = "".join(sign for sign, _ in spelled)
        self._origin = [index for sign, index in spelled for _ in sign]
        self._refuse_characters()
        self._refuse_brackets()
        self._refuse_spellings()

    def position(self, byte: int) -> int:
        """Turn an offset of :mod:`ast` (UTF-8 bytes) into an index of the Python text."""
        return len(self.python.encode()[:byte].decode())

    def error(self, position: int, message: str) -> FormulaError:
        """Make the error for a place of the Python text: line, column, the line itself and a caret."""
        index = self._origin[min(position, len(self._origin) - 1)]
        *above, ahead = self.text[:index].split("\n")
        line, start = self.text.split("\n")[len(above)], max(len(ahead) - _SHOWN // 2, 0)
        caret = "".join(map(_blank, ahead[start:])) + "^"
        return FormulaError(
            f"公式第 {len(above) + 1} 行第 {len(ahead) + 1} 列：{message}\n    {line[start : start + _SHOWN]}\n    {caret}"
        )

    def _refuse_characters(self) -> None:
        for position, char in enumerate(self.python):
            if char in _REFUSED:
                raise self.error(position, f"公式里不能用{_REFUSED[char]}。请删去或改写。")
            if not char.isprintable():
                raise self.error(position, f"有看不见的字符 U+{ord(char):04X}。请删去后重新输入这一处。")

    def _refuse_brackets(self) -> None:
        opened: list[int] = []
        for position, char in enumerate(self.python):
            if char == "(":
                opened.append(position)
            elif char == ")" and not opened:
                raise self.error(position, "这个右括号没有对应的左括号。请删去它或补上左括号。")
            elif char == ")":
                opened.pop()
            if len(opened) > MAX_BRACKETS:
                raise self.error(position, f"括号超过 {MAX_BRACKETS} 层。请拆成几个指标分别写公式。")
        if opened:
            raise self.error(opened[-1], "这个左括号没有对应的右括号。请补上右括号。")

    def _refuse_spellings(self) -> None:
        if found := _NUMBER_THEN_WORD.search(self.python):
            raise self.error(
                found.start(),
                f"数字“{found[0]}”后面紧跟着文字。名称不能以数字开头；数字请写成 1200 或 0.5，不写单位。",
            )
        if found := _SINGLE_EQUALS.search(self.python):
            raise self.error(found.start(), "单个等号没有意义。比较是否相等请写“==”。")


def _spell(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and plain.isascii() else char


def _blank(char: str) -> str:
    return "\u3000" if unicodedata.east_asian_width(char) in "WF" else " "
