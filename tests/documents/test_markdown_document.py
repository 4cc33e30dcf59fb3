"""Markdown read line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.markdown import markdown_document_of, read_markdown

_TEXT = """---
作者: 无
---
# 自评报告 #

全年收入 10 万元，
支出 9 万元。

- 培训 3 期
- 会议 2 次，
  参加 80 人

```
代码 123
```

项目 | 数
--- | ---
甲 | 1

小结
----

**二、问题**

> 满意度 95%
"""


def _blocks(text: str) -> list[tuple[str, int, str]]:
    document = markdown_document_of(text, "甲.md")
    return [(block.kind.value, block.level, text[block.start : block.end]) for block in document.blocks]


def test_every_element_is_a_block_of_the_file_text() -> None:
    assert _blocks(_TEXT) == [
        ("heading", 1, "自评报告"),
        ("paragraph", 0, "全年收入 10 万元，\n支出 9 万元。"),
        ("list-item", 0, "培训 3 期"),
        ("list-item", 0, "会议 2 次，\n  参加 80 人"),
        ("cell", 0, "项目"),
        ("cell", 0, "数"),
        ("cell", 0, "甲"),
        ("cell", 0, "1"),
        ("heading", 2, "小结"),
        ("heading", 1, "**二、问题**"),
        ("paragraph", 0, "满意度 95%"),
    ]


def test_bytes_are_decoded_and_the_format_is_told() -> None:
    document = read_markdown("﻿# 报告\n".encode(), "甲.md")
    assert (document.format, document.text) == ("md", "# 报告\n")


def test_a_fence_closes_only_by_its_own_kind() -> None:
    assert _blocks("~~~\n```\n收入\n~~~\n支出\n") == [("paragraph", 0, "支出")]


@given(st.text("#*-=|`~>< \n\t一、1收", max_size=60))
def test_any_text_gives_ordered_blocks(text: str) -> None:
    document = markdown_document_of(text, "甲.md")
    ends = [0, *(block.end for block in document.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, document.blocks, strict=False))
