from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from wenxiao.catalogue.load import core_catalogue, load_catalogue
from wenxiao.catalogue.model import FactSpec, FieldType
from wenxiao.errors import InputProblems, WenxiaoError

THING = """
name = "thing"
title = "东西"
meaning = "示例"
source = "示例"
primary_key = ["code"]

[[field]]
name = "code"
title = "编号"
type = "string"
meaning = "编号"
constraints = { required = true }
"""
CODES = '[lists.colour]\ntitle = "颜色"\nvalues = [{ label = "红", meaning = "红色" }]\n'


def _folder(tmp_path: Path, thing: str, codes: str = CODES) -> Path:
    (tmp_path / "catalogue.toml").write_text('tables = ["thing"]', encoding="utf-8")
    (tmp_path / "codes.toml").write_text(codes, encoding="utf-8")
    (tmp_path / "thing.toml").write_text(thing, encoding="utf-8")
    return tmp_path


def test_the_core_tables_stand_in_the_order_a_clerk_fills_them() -> None:
    tables = core_catalogue().tables
    assert list(tables)[:4] == ["unit", "staffing", "statement", "project"]
    assert tables["unit"].rows == "one"
    assert tables["project"].rows == "many"


def test_every_declaration_that_ships_is_listed() -> None:
    shipped = Path(load_catalogue.__code__.co_filename).parent / "core"
    tables = {path.stem for path in shipped.glob("*.toml")} - {"catalogue", "codes"}
    assert tables == set(core_catalogue().tables)


def test_a_field_has_type_unit_and_constraints() -> None:
    budget = core_catalogue().tables["project"].field("original_budget")
    assert (budget.type, budget.unit, budget.constraints.minimum) == (FieldType.MONEY, "万元", Decimal(0))
    target = core_catalogue().tables["indicator"].field("target_value")
    assert (target.type, target.unit, target.unit_field) == (FieldType.QUANTITY, "", "unit")


def test_facts_are_declared_with_the_table() -> None:
    assert core_catalogue().tables["indicator"].facts == FactSpec(
        entity="name", parent="project", alias="code", suffixed={"target_value": "目标值"}
    )
    assert core_catalogue().tables["payment"].facts is None


def test_only_tables_keyed_by_a_code_list_can_be_prefilled() -> None:
    assert [table.name for table in core_catalogue().tables.values() if table.keyed_by_codes] == [
        "staffing",
        "statement",
    ]


def test_an_unknown_field_name_is_a_key_error() -> None:
    with pytest.raises(KeyError, match=r"project\.colour"):
        core_catalogue().tables["project"].field("colour")


def test_the_core_catalogue_is_loaded_once() -> None:
    assert core_catalogue() is core_catalogue()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('type = "string"', 'type = "colour"'), "字段类型“colour”未知，可用：string、text"),
        (('title = "编号"\n', ""), "FieldSpec 的键不对"),
        (('title = "编号"', 'title = "编号"\ncolour = "red"'), "FieldSpec 的键不对"),
        (("required = true", "minimum = 0.5"), "上下限“0.5”不是写成文本的数字"),
        (("required = true", 'minimum = "x"'), "上下限“x”不是写成文本的数字"),
        (('name = "thing"', 'name = "thing'), "「thing.toml」无法读取"),
    ],
)
def test_a_declaration_nobody_understands_is_refused(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    with pytest.raises(WenxiaoError, match=message):
        load_catalogue(_folder(tmp_path, THING.replace(*change)))


def test_a_missing_declaration_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, THING)
    (folder / "thing.toml").unlink()
    with pytest.raises(WenxiaoError, match=r"「thing\.toml」无法读取"):
        load_catalogue(folder)


FIELD = '\n[[field]]\nname = "extra"\ntitle = "附加"\nmeaning = "附加"\n'
TOP = 'source = "示例"\n'


@pytest.mark.parametrize(
    ("thing", "message"),
    [
        (THING.replace('["code"]', '["id"]'), "主键“id”不是字段"),
        (THING.replace('["code"]', "[]"), "没有主键"),
        (THING.replace("required = true", ""), "主键“code”不是必填"),
        (THING.replace(TOP, TOP + 'unique = [["id"]]\n'), "唯一性中的“id”不是字段"),
        (THING.replace(TOP, TOP + 'rows = "two"\n'), "rows 只能是 one 或 many"),
        (THING + FIELD.replace("附加", "编号", 1) + 'type = "string"', "字段的名称“编号”重复"),
        (THING + FIELD + 'type = "money"\nunit = "人"', "金额的单位“人”不是货币单位"),
        (THING + FIELD + 'type = "money"\nunit = "块砖"', "单位“块砖”不在单位表中"),
        (THING + FIELD + 'type = "quantity"', "数量应当有 unit 或 unit_field"),
        (THING + FIELD + 'type = "quantity"\nunit_field = "unit"', "unit_field“unit”不是字段"),
        (THING + FIELD + 'type = "code"', "类型 code 与 codes 应当同时出现"),
        (THING + FIELD + 'type = "code"\ncodes = "shape"', "代码表“shape”不存在"),
        (THING + FIELD + 'type = "string"\ncodes = "colour"', "类型 code 与 codes 应当同时出现"),
        (
            THING + FIELD + 'type = "number"\nconstraints = { minimum = "2", maximum = "1" }',
            "下限 2 大于上限 1",
        ),
        (
            THING + FIELD + 'type = "string"\nconstraints = { pattern = "(", pattern_hint = "x" }',
            "不是正则表达式",
        ),
        (THING + FIELD + 'type = "string"\nconstraints = { pattern = "a" }', "应当同时出现"),
        (THING + '\n[facts]\nentity = "id"\nfields = ["size"]', "facts 中的“size”不是字段"),
        (THING + '\n[[foreign_key]]\nfield = "code"\ntable = "nowhere"\nto = "code"', "不存在的表“nowhere”"),
        (THING + '\n[[foreign_key]]\nfield = "id"\ntable = "thing"\nto = "code"', "外键“id”不是字段"),
        (THING + '\n[[foreign_key]]\nfield = "code"\ntable = "thing"\nto = "id"', "不是那张表的主键"),
        (
            THING + '\n[[foreign_key]]\nfield = "code"\ntable = "thing"\nto = "code"\nonly_without = "id"',
            "only_without“id”不是那张表的字段",
        ),
    ],
)
def test_a_contradiction_is_refused(tmp_path: Path, thing: str, message: str) -> None:
    with pytest.raises(InputProblems, match=message):
        load_catalogue(_folder(tmp_path, thing))


def test_a_repeated_code_is_refused(tmp_path: Path) -> None:
    twice = CODES.replace('meaning = "红色"', 'meaning = "红色", aliases = ["红"]')
    with pytest.raises(InputProblems, match="代码表「颜色」的“红”重复"):
        load_catalogue(_folder(tmp_path, THING, twice))


def test_all_contradictions_are_listed_at_once(tmp_path: Path) -> None:
    thing = THING.replace('["code"]', '["id"]') + FIELD + 'type = "code"'
    with pytest.raises(InputProblems) as refused:
        load_catalogue(_folder(tmp_path, thing))
    assert len(refused.value.problems) == 2
