"""The exceptions a caller can meet. Each message is Chinese and says what, where and what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


_MOST_SHOWN = 200
_OS_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "超过系统允许的文件大小",
    errno.ENOENT: "文件或目录不存在",
    errno.EEXIST: "已有同名的文件",
    errno.EISDIR: "它是一个目录，不是文件",
    errno.ENOTDIR: "路径中有一段是文件，不是目录",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
}


class WenxiaoError(Exception):
    """Bad input or usage: the message is for the person at the keyboard (exit status 2)."""


class InputProblems(WenxiaoError):  # noqa: N818  (a plural: it carries all problems of one input)
    """All problems found in one input, each with place and remedy; nothing was imported."""

    def __init__(self, summary: str, problems: Sequence[str]) -> None:
        """Join the summary and the problems into one message; of very many only the first are shown."""
        self.problems = tuple(problems)
        shown = [f"  · {problem}".replace("\n", "\n    ") for problem in self.problems[:_MOST_SHOWN]]
        if len(self.problems) > _MOST_SHOWN:
            shown.append(
                f"  另有 {len(self.problems) - _MOST_SHOWN} 处没有列出，改正以上各处后再运行即可看到。"
            )
        super().__init__("\n".join([summary, *shown]))


def os_reason(error: OSError) -> str:
    """Say in Chinese why the operating system refused; in its own words what is rare."""
    return _OS_REASONS.get(error.errno or 0, error.strerror or str(error))
