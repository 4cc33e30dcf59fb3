"""Examples of rules: small departments-years as tables, and how one is varied into another.

``SOUND`` keeps every rule. A rule's bad example is SOUND with one thing changed, so it breaks that rule
and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Cells = Mapping[str, str]
_EMPTY = "-"


@dataclass(frozen=True)
class Example:
    """Tables by name (rows map column titles to what is written), score facts, and evidence files."""

    tables: Mapping[str, tuple[Cells, ...]]
    facts: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    def edit(self, table: str, key: str, **cells: str) -> Example:
        """Change cells of the row whose first column is ``key``."""
        rows = self.tables[table]
        if key not in _keys(rows):
            raise KeyError(f"{table}: {key}")
        edited = tuple({**row, **cells} if _key(row) == key else row for row in rows)
        return replace(self, tables={**self.tables, table: edited})

    def without(self, table: str, *keys: str) -> Example:
        """Leave out rows by their first column, or the whole table if none is named."""
        rows = tuple(row for row in self.tables[table] if keys and _key(row) not in keys)
        return replace(self, tables={**self.tables, table: rows})

    def scored(self, **scores: str) -> Example:
        """Set the scores of projects."""
        return replace(self, facts={**self.facts, **{f"{name}.得分": text for name, text in scores.items()}})


def grid(heading: str, *rows: str) -> tuple[Cells, ...]:
    """Read rows of blank-separated cells under a heading; ``-`` is an empty cell."""
    titles = heading.split()
    return tuple(dict(zip(titles, map(_cell, row.split()), strict=True)) for row in rows)


def _cell(text: str) -> str:
    return "" if text == _EMPTY else text


def _key(row: Cells) -> str:
    return next(iter(row.values()))


def _keys(rows: tuple[Cells, ...]) -> set[str]:
    return {_key(row) for row in rows}


SOUND = Example(
    tables={
        "statement": grid(
            "项目 年初预算数 全年预算数 决算数 上年决算数",
            "上年结转结余 10 10 10 -",
            "财政拨款收入 190 210 210 -",
            "上级补助收入 0 0 0 -",
            "事业收入 0 0 0 -",
            "经营收入 0 0 0 -",
            "附属单位上缴收入 0 0 0 -",
            "其他收入 0 0 0 -",
            "本年收入合计 190 210 210 -",
            "使用非财政拨款结余 0 0 0 -",
            "收入总计 200 220 220 -",
            "基本支出 100 100 100 -",
            "人员经费 80 80 80 -",
            "公用经费 20 20 20 -",
            "项目支出 100 120 114 -",
            "经营支出 0 0 0 -",
            "上缴上级支出 0 0 0 -",
            "对附属单位补助支出 0 0 0 -",
            "其他支出 0 0 0 -",
            "本年支出合计 200 220 214 -",
            "结余分配 0 0 0 -",
            "年末结转结余 0 0 6 10",
            "支出总计 200 220 220 -",
            "三公经费 2 2 1.5 -",
            "因公出国（境）费 0 0 0 -",
            "公务用车购置费 0 0 0 -",
            "公务用车运行维护费 1 1 0.8 -",
            "公务接待费 1 1 0.7 -",
        ),
        "staffing": grid("人员类别 人数", "编制数 10", "实有人数 9", "财政供养人员 9"),
        "project": grid(
            "项目编号 项目名称 上级项目编号 年初预算数 全年预算数 全年执行数",
            "KP 科学普及 - 60 70 66",
            "KP1 科普活动 KP 40 50 48",
            "KP2 素质行动 KP 20 20 18",
            "XS 学术交流 - 40 50 48",
        ),
        "budget_entry": grid(
            "序号 项目编号 预算性质 金额",
            "1 KP1 年初预算 40",
            "2 KP1 预算调整 10",
            "3 KP2 年初预算 20",
            "4 XS 年初预算 40",
            "5 XS 上年结转 10",
        ),
        "payment": grid(
            "凭证号 项目编号 日期 金额",
            "V1 KP1 2021-05-10 480000",
            "V2 KP2 2021-09-08 180000",
            "V3 XS 2021-11-19 480000",
        ),
        "goal": grid(
            "序号 项目编号 预期目标 实际完成情况",
            "1 KP 培训老年人20000人次，新增志愿者100人 全年培训20500人次，志愿者增加110人",
            "2 XS 收到年会论文50篇 收到52篇",
        ),
        "indicator": grid(
            "指标编号 项目编号 一级指标 二级指标 三级指标 目标形式 目标值 定性目标 计量单位 分值 对应资金",
            "KP-01 KP 产出指标 数量指标 智能手机应用培训人次 ≥ 20000 - 人次 50 KP1",
            "KP-02 KP 效益指标 社会效益 新增注册志愿者 ≥ 100 - 人 30 KP2",
            "KP-03 KP 满意度指标 服务对象满意度 学员满意度 ≥ 90 - % 10 KP1",
            "XS-01 XS 产出指标 数量指标 第36届年会论文数 ≥ 50 - 篇 50 -",
            "XS-02 XS 效益指标 可持续影响 交流机制 定性 - 签订为期三年的合作协议 - 30 -",
            "XS-03 XS 满意度指标 服务对象满意度 参会者满意度 ≥ 90 - % 10 -",
        ),
        "actual": grid(
            "指标编号 实际完成值 计量单位 完成情况 达成等级 偏差原因 佐证材料 数据来源",
            "KP-01 20500 人次 - - - 签到表.pdf 培训台账",
            "KP-02 110余 人 - - - - 志愿服务平台",
            "KP-03 95 % - - - - 问卷调查",
            "XS-01 52 篇 第36届年会收到论文 - - - 年会档案",
            "XS-02 - - 与两所高校签订协议 达成 - 协议.pdf -",
            "XS-03 93 % - - - - 问卷调查",
        ),
        "problem": grid("序号 问题 原因", "1 项目执行偏慢 招标启动晚", "2 培训点分布不均 师资集中在市区"),
        "measure": grid(
            "序号 问题序号 措施 责任单位 完成期限",
            "1 1 一季度完成招标 办公室 2022-03-31",
            "2 2 向县里增派讲师 科普部 2022-06-30",
            "3 2 增设三个培训点 科普部 2022-09-30",
        ),
    },
    facts={"科学普及.得分": "98分", "学术交流.得分": "100分"},
    files=("evidence/签到表.pdf", "evidence/协议.pdf"),
)
