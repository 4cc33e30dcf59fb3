"""TOML as people write it: errors in Chinese, with line and column."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

from wenxiao.errors import WenxiaoError
from wenxiao.settings import MAX_DECLARATION_BYTES

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """Read TOML in UTF-8, with or without byte order mark; numbers with decimals become Decimal.

    Raises:
        WenxiaoError: it is too large, in another encoding, or no TOML; ``file`` is its name in messages.
    """
    if len(content) > MAX_DECLARATION_BYTES:
        raise WenxiaoError(f"「{file}」超过 {MAX_DECLARATION_BYTES // 2**20} MB，不像一份声明。请检查文件。")
    try:
        return tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise WenxiaoError(f"「{file}」不是 UTF-8 编码。请用记事本另存为 UTF-8。") from error
    except RecursionError as error:
        raise WenxiaoError(f"「{file}」的括号嵌套太深。请检查文件。") from error
    except tomllib.TOMLDecodeError as error:
        raise WenxiaoError(
            f"「{file}」{_place(str(error))}不符合 TOML 格式（{error}）。"
            "请改正：文字用英文双引号括起，每项写成 名称 = 值，同一项不写两次。"
        ) from error


def _place(message: str) -> str:
    found = _PLACE.search(message)
    return f"第 {found[1]} 行第 {found[2]} 列" if found else "末尾"
