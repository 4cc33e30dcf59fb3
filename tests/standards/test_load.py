from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import InputProblems, WenxiaoError
from wenxiao.fact import Clause
from wenxiao.standards.load import available, load_standard, outline
from wenxiao.standards.model import MissingWeights, Standard, Treatment

HEAD = """
[standard]
code = "own"
title = "自定标准"
version = "1"
inherits = ["project-self-evaluation", "department-overall"]
"""
ALONE = """
grades = [{ name = "合格", from = 0 }]
[standard]
code = "own"
title = "自定标准"
version = "1"
"""
CIRCLE = """
[[department.indicators]]
name = "预算完成率"
formula = "预算调整率 + 1"
[[department.indicators]]
name = "预算调整率"
formula = "预算完成率 + 1"
"""


def own(folder: Path, text: str, head: str = HEAD, year: int = 2021) -> Standard:
    (folder / "standard.toml").write_text(head + text, encoding="utf-8")
    return load_standard("standard.toml", base=folder, year=year)


def refusal(folder: Path, text: str, head: str = HEAD) -> str:
    with pytest.raises(WenxiaoError) as caught:
        own(folder, text, head)
    return str(caught.value)


def test_every_shipped_standard_loads_and_sums_to_100() -> None:
    standards = available()
    assert [standard.code for standard in standards] == [
        "department-overall",
        "lishui",
        "national",
        "project-self-evaluation",
        "project-self-evaluation-cost",
        "yueyang",
    ]
    for standard in standards:
        if standard.department:
            assert sum(one.weight for one in standard.department.indicators) == 100
        if standard.project:
            blocks = sum(block.weight for block in standard.project.blocks)
            assert standard.project.execution.weight + blocks == 100


def test_every_rule_and_indicator_of_shipped_standards_names_its_clause() -> None:
    for standard in available():
        rules = list(standard.project.rules.values()) if standard.project else []
        if standard.department:
            rules += [one.rule for one in standard.department.indicators]
        assert all(rule.clause.document for rule in rules), standard.code


def test_the_common_framework_has_all_its_level_3_indicators() -> None:
    department = load_standard("department-overall", year=2021).department
    assert department
    assert len(department.indicators) == 28
    assert {one.level1 for one in department.indicators} == {"投入", "过程", "产出", "效果"}


def test_a_city_inherits_both_schemes() -> None:
    lishui = load_standard("lishui", year=2021)
    assert lishui.lineage == ("project-self-evaluation", "department-overall", "lishui")
    assert lishui.project
    assert lishui.department
    assert lishui.project.weights_when_missing is MissingWeights.REFUSE
    assert lishui.forms == ("基本情况表",)
    assert [clause.document for clause in lishui.basis][-2:] == ["丽委发〔2019〕24号", "丽财监督〔2022〕56号"]
    assert lishui.thresholds["预算调整率"] == 30


def test_an_indicator_overrides_what_it_names_and_keeps_the_rest() -> None:
    department = load_standard("yueyang", year=2021).department
    assert department
    rules = {one.name: one for one in department.indicators}
    assert "预算完成率" not in rules
    staffing = rules["在职人员控制率"]
    assert staffing.weight == 5
    assert staffing.formula
    assert staffing.formula.names == ("实有人数", "编制数")
    assert staffing.clause == Clause(
        "岳阳市部门整体支出绩效评价指标评分表",
        "投入·预算配置：不超过 100% 得 5 分，每超 1 个百分点扣 0.5 分",
        verified=True,
    )


def test_blocks_are_overridden_one_by_one() -> None:
    project = load_standard("project-self-evaluation-cost", year=2021).project
    assert project
    assert {block.level1: int(block.weight) for block in project.blocks} == {
        "产出指标": 40,
        "效益指标": 20,
        "满意度指标": 10,
        "成本指标": 20,
    }


def test_one_line_of_one_s_own_changes_one_thing(tmp_path: Path) -> None:
    standard = own(tmp_path, '[project]\nweights_when_missing = "equal"\n')
    base = load_standard("lishui", year=2021)
    assert standard.project
    assert base.project
    assert standard.project.weights_when_missing is MissingWeights.EQUAL
    assert standard.project.rules == base.project.rules
    assert standard.digest != base.digest


def test_what_is_inherited_twice_counts_once(tmp_path: Path) -> None:
    twice = HEAD.replace("department-overall", "project-self-evaluation-cost")
    standard = own(tmp_path, "", twice)
    assert standard.lineage == ("project-self-evaluation", "project-self-evaluation-cost", "own")
    assert len(standard.basis) == len(set(standard.basis)) == 2


def test_the_digest_is_that_of_the_joined_declarations(tmp_path: Path) -> None:
    first = own(tmp_path, "")
    assert own(tmp_path, "# a comment changes nothing\n").digest == first.digest
    assert own(tmp_path, '[thresholds]\n"预算调整率" = 20\n').digest != first.digest


def test_grades_are_inclusive_lower_bounds() -> None:
    standard = load_standard("lishui", year=2021)
    scores = ["100", "90", "89.99", "80", "60", "59.99", "0"]
    assert [standard.grade_of(Decimal(score)) for score in scores] == [*"优优良良中差差"]


def test_over_achievement_can_be_deducted(tmp_path: Path) -> None:
    standard = own(tmp_path, '[project.over_achievement]\ntreatment = "deduct"\nrate = 1\n')
    assert standard.project
    assert standard.project.over_achievement.treatment is Treatment.DEDUCT
    assert "130" not in standard.project.rules["≤"].formula.text
    assert "30" in standard.project.rules["≥"].formula.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[projekt]\n", "有不认识的键 projekt。您要的是不是「project」？"),
        ("[project]\nweight_when_missing = 1\n", "您要的是不是「weights_when_missing」？"),
        ('[project]\nweights_when_missing = "maybe"\n', "应当是 refuse、equal 中的一个，现在是 'maybe'"),
        ('[[project.blocks]]\nlevel1 = "产出指标"\nweight = 49\n', "分值合计 99，应当是 100"),
        ('[[project.blocks]]\nlevel1 = "产出"\nweight = 50\n', "project.blocks「产出」：不是一级指标"),
        ('[[project.blocks]]\nlevel1 = "产出指标"\nweight = -5\n', "分值（weight）应当大于 0"),
        ('[[grades]]\nname = "优"\nfrom = 90\n', "最低一级从 0 开始"),
        ('[[grades]]\nname = "优"\nfrom = "90"\n', "grades[优].from 应当是数字，现在是 '90'"),
        ("[thresholds]\n预算 = 1\n", "不符合 TOML 格式"),
        ("[thresholds]\n'预算调整率' = nan\n", "数字超出范围"),
        ("[thresholds]\n'预算调整率' = 1e999999999\n", "数字超出范围"),
        ('[project.execution]\nname = "预算执行率"\nformula = "全年执行数 / 全年预算"\n', "「全年预算数」"),
        ('[project.execution]\nname = "预算执行率"\nformula = "全年执行数 >= 1"\n', "是一个条件，得不出数字"),
        (
            '[project.execution]\nname = "预算执行率"\nformula = "__import__(1)"\n',
            "project.execution.formula",
        ),
        ('[project.rules]\n"≥" = { kind = "ratoi" }\n', "您要的是不是「ratio」？"),
        ('[project.rules]\n"≥" = { kind = "gate" }\n', "规则 gate 缺少参数 gate"),
        ('[project.rules]\n"≥" = { kind = "ratio", gate = 60 }\n', "规则 ratio 用不到参数 gate"),
        ('[project.rules]\n"大于" = { kind = "ratio" }\n', "project.rules.大于"),
        ('[department]\nwithout = ["预算完成"]\n', "没有指标「预算完成」。您要的是不是「预算完成率」？"),
        ('[department]\nwithout = ["预算完成率"]\n', "department：各指标分值合计 95，应当是 100"),
        ('[[department.indicators]]\nname = "新指标"\nweight = 1\n', "「新指标」：缺少 level1、level2、rule"),
        (
            '[[department.indicators]]\nname = "预算完成率"\nunit = "档"\n',
            "department.indicators「预算完成率」.unit：不认识单位",
        ),
        (
            '[[department.indicators]]\nname = "预算完成率"\nrule = { kind = "ratio" }\n',
            "只能用在 project.rules",
        ),
        (
            '[[department.indicators]]\nname = "预算完成率"\nrule = { kind = "steps", bands = [{ at_least = 9, points = 4 }] }',
            "最高一档得 4 分，与分值 5 不一致",
        ),
        (
            '[[department.indicators]]\nname = "甲"\n[[department.indicators]]\nname = "甲"\n',
            "department.indicators 里「甲」写了不止一次",
        ),
        (
            '[project.rules]\n"定性" = { kind = "tiers", tiers = [] }\n',
            "project.rules.定性：items（要点）和 tiers（等级）应当至少有一条",
        ),
        (
            '[project.rules."≥"]\nkind = "checklist"\nitems = [{ text = "甲", points = 0 }]\n',
            "要点「甲」的 points 应当大于 0",
        ),
        (
            '[project.rules."定性"]\nkind = "tiers"\ntiers = [{ name = "达成", from = 100, to = 80 }]\n',
            "等级「达成」的 from 大于 to",
        ),
        (
            CIRCLE,
            "→",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    message = refusal(tmp_path, text)
    assert expected in message
    assert "standard.toml" in message


def test_all_problems_are_listed_at_once(tmp_path: Path) -> None:
    (tmp_path / "standard.toml").write_text(HEAD + "[projekt]\n[depart]\n", encoding="utf-8")
    with pytest.raises(InputProblems) as caught:
        load_standard("standard.toml", base=tmp_path, year=2021)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", "缺少 [standard] 段的 code"),
        ('[standard]\ncode = "own"\n', "standard 缺少 title"),
        ('[standard]\ncode = "own"\ntitle = "x"\nversion = "1"\ninherits = "lishi"\n', "「lishui」"),
        ('[standard]\ncode = "lishui"\ntitle = "x"\nversion = "1"\ninherits = "lishui"\n', "lishui → lishui"),
        (ALONE, "没有 [project] 也没有 [department]"),
        (HEAD + "effective_from = 2022-01-01\n", "不适用于 2021 年度"),
        (HEAD + "effective_from = 2021-01-01T00:00:00\n", "应当是日期"),
        (HEAD + "score_digits = 99\n", "小数位数应当在 0 至 6 之间"),
        ("a = " + "[" * 5000, "嵌套太深"),
    ],
)
def test_a_wrong_head_is_refused(tmp_path: Path, head: str, expected: str) -> None:
    assert expected in refusal(tmp_path, "", head)


def test_unknown_standards_suggest_the_nearest() -> None:
    with pytest.raises(WenxiaoError, match="没有评价标准「lishu」。您要的是不是「lishui」？"):
        load_standard("lishu", year=2021)
    with pytest.raises(WenxiaoError, match="不适用于 2019 年度"):
        load_standard("lishui", year=2019)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WenxiaoError, match=r"找不到评价标准文件「none.toml」"):
        load_standard("none.toml", base=tmp_path, year=2021)


def test_rules_exist_for_every_target_form() -> None:
    project = load_standard("project-self-evaluation", year=2021).project
    assert project
    assert set(project.rules) == set(core_catalogue().codes["target_form"].labels)


def test_an_unknown_outline_lists_those_there_are(tmp_path: Path) -> None:
    standard = own(tmp_path, "", HEAD + 'outline = "departement"\n')
    with pytest.raises(WenxiaoError, match="「department」"):
        outline(standard)


def test_every_shipped_standard_has_its_outline() -> None:
    for standard in available():
        assert outline(standard)
