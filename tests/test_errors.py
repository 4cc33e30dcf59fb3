"""Messages for the person at the keyboard."""

from __future__ import annotations

import errno

import pytest

from wenxiao.errors import InputProblems, os_reason


def test_problems_are_listed_one_below_the_other() -> None:
    error = InputProblems("有 2 处问题：", ["一", "二\n  第二行"])
    assert str(error) == "有 2 处问题：\n  · 一\n  · 二\n      第二行"
    assert error.problems == ("一", "二\n  第二行")


def test_of_very_many_problems_the_first_are_shown_and_all_are_kept() -> None:
    error = InputProblems("很多：", [str(number) for number in range(1000)])
    lines = str(error).splitlines()
    assert lines[200:] == ["  · 199", "  另有 800 处没有列出，改正以上各处后再运行即可看到。"]
    assert len(error.problems) == 1000


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (OSError(errno.EISDIR, "Is a directory"), "它是一个目录，不是文件"),
        (OSError(errno.EPIPE, "Broken pipe"), "Broken pipe"),
        (OSError("without a number"), "without a number"),
    ],
)
def test_the_reason_of_the_system_is_said_in_chinese_where_it_is_usual(error: OSError, said: str) -> None:
    assert os_reason(error) == said
