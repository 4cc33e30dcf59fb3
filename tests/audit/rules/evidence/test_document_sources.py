"""WX431 and WX436: conclusions with a source, and documents cited by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("sentence", "unsupported"),
    [
        ("办件量位居全省第一。", ["位居全省第一"]),
        ("据省厅通报，办件量位居全省第一。", []),
        ("办件量位居全省第一（某办通报〔2023〕3号）。", []),
        ("在全市率先出台办法，填补了县级空白。", ["全市率先", "填补了县级空白"]),
        ("全国第一次普查完成。", []),
        ("据统计，办件3万件。办件量列全市前三。", ["列全市前三"]),
    ],
)
def test_a_superlative_needs_a_source_in_its_sentence(
    marked: Marked, sentence: str, unsupported: list[str]
) -> None:
    assert marked("WX431", sentence) == unsupported


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("根据某财〔2023〕5号文件安排。", ["某财〔2023〕5号"]),
        ("根据《某县科普办法》（某财〔2023〕5号）安排。", []),
        ("根据《某县科普办法》某财〔2023〕5号安排。", []),
        ("根据某财〔2023〕5号《某县科普办法》安排。", []),
        ("据省厅通报（某厅函〔2023〕8号）。", []),
        ("某财绩〔2023〕5号\n关于安排经费的通知", []),
        (
            "按照某委〔2003〕2号、某委〔2007〕9号及某办〔2009〕7号要求。",
            ["某委〔2003〕2号", "某委〔2007〕9号", "某办〔2009〕7号"],
        ),
    ],
)
def test_a_document_is_cited_by_its_name(marked: Marked, text: str, bare: list[str]) -> None:
    assert marked("WX436", text) == bare
