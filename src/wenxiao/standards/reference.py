"""The shipped standards as a page: every indicator with its formula, rule, points and clause."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.fact import Clause
from wenxiao.grid import markdown_grid
from wenxiao.standards.load import available
from wenxiao.standards.model import IndicatorRule, Rule, Standard
from wenxiao.standards.sentence import decimal_text, sentence

_HEAD = """# 评价标准

本页由 `make docs` 从 `src/wenxiao/standards/` 的声明生成。“未核对”表示条文内容尚未与原文核对，使用前请核对。
公式中的百分率以百分数计：80 即 80%。
"""
_FORMS = {
    "≥": "不低于目标",
    ">": "高于目标",
    "=": "等于目标",
    "≤": "不高于目标",
    "<": "低于目标",
    "定性": "定性目标",
}


def as_markdown() -> str:
    """Give the page of all shipped standards, in the order of their codes."""
    return "\n".join([_HEAD, *(line for standard in available() for line in _standard(standard))])


def _standard(standard: Standard) -> Iterator[str]:
    yield f"## {standard.title}（{standard.code}）"
    yield ""
    yield f"版本 {standard.version}，自 {standard.effective_from:%Y年%-m月%-d日} 起适用。"
    if standard.lineage[:-1]:
        yield f"沿用：{'、'.join(standard.lineage[:-1])}。"
    yield f"依据：{'；'.join(map(_clause, standard.basis))}。"
    grades = (f"{grade.name} {decimal_text(grade.lower)} 分以上" for grade in standard.grades)
    yield f"等级：{'，'.join(grades)}。"
    yield ""
    yield from _project(standard)
    yield from _department(standard)


def _project(standard: Standard) -> Iterator[str]:
    scheme = standard.project
    if scheme is None:
        return
    yield f"### {scheme.title}"
    yield ""
    parts = [(scheme.execution.name, scheme.execution.weight, scheme.execution.clause)]
    parts += [(block.level1, block.weight, block.clause) for block in scheme.blocks]
    yield from markdown_grid(
        ("部分", "分值", "依据"),
        ((name, decimal_text(weight), _clause(clause)) for name, weight, clause in parts),
    )
    yield ""
    yield from markdown_grid(
        ("目标形式", "得分", "依据"),
        (
            (f"{form}（{_FORMS[form]}）", sentence(rule.formula), _clause(rule.clause))
            for form, rule in scheme.rules.items()
        ),
    )
    yield ""


def _department(standard: Standard) -> Iterator[str]:
    scheme = standard.department
    if scheme is None:
        return
    yield f"### {scheme.title}"
    yield ""
    yield from markdown_grid(
        ("一级", "二级", "三级指标", "分值", "实际值", "得分", "依据"), map(_indicator, scheme.indicators)
    )
    yield ""


def _indicator(indicator: IndicatorRule) -> tuple[str, ...]:
    return (
        indicator.level1,
        indicator.level2,
        indicator.name,
        decimal_text(indicator.weight),
        sentence(indicator.formula)
        if indicator.formula
        else "要点自查"
        if indicator.rule.items
        else "单位填报",
        _rule(indicator.rule),
        _clause(indicator.clause),
    )


def _rule(rule: Rule) -> str:
    if rule.items:
        return "；".join(f"{item.text} {decimal_text(item.points)} 分" for item in rule.items)
    return sentence(rule.formula)


def _clause(clause: Clause) -> str:
    words = f"{clause.document} {clause.clause}".strip()
    return words if clause.verified else f"{words}（未核对）"
