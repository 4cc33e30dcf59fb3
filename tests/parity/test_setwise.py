"""Set-wise evaluation equals exact arithmetic, digit for digit, and overflows aloud."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # has no stubs
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from wenxiao.engine.arithmetic import Missing, Operand, evaluate
from wenxiao.engine.backends import ibis, open_duckdb
from wenxiao.engine.integers import half_up
from wenxiao.engine.setwise import Scaled, condition, rendering, scaled
from wenxiao.errors import WenxiaoError
from wenxiao.quantity import round_half_up
from wenxiao.standards import tree
from wenxiao.standards.formula import Formula, parse
from wenxiao.standards.sentence import text_of

COLUMNS = {"目标值": 2, "实际值": 0, "分值": 1}
DIGITS = 3
REFUSED = (duckdb.OutOfRangeException, duckdb.ConversionException)
Row = dict[str, int | None]
CON = open_duckdb(threads=1)


def columns(table: Any) -> dict[str, Scaled]:
    return {name: Scaled(table[name], digits) for name, digits in COLUMNS.items()}


def table_of(rows: list[Row], names: list[str]) -> Any:
    return ibis.memtable(
        pa.table({name: pa.array([row[name] for row in rows], pa.int64()) for name in names})
    )


def in_engine(formulas: list[Formula], rows: list[Row]) -> list[list[int | bool | None]]:
    table = table_of(rows, list(COLUMNS))
    found = [
        condition(formula, columns(table))
        if formula.is_condition
        else scaled(rendering(formula, columns(table)), DIGITS)
        for formula in formulas
    ]
    result = CON.to_pyarrow(table.select(**{f"f{number}": each for number, each in enumerate(found)}))
    return [result.column(f"f{number}").to_pylist() for number in range(len(formulas))]


def exactly(formula: Formula, row: Row) -> int | bool | None:
    def resolve(name: str) -> Operand | Missing:
        value = row[name]
        return Missing("没有") if value is None else Operand(Fraction(value, 10 ** COLUMNS[name]), str(value))

    value = evaluate(formula, resolve).value
    if isinstance(value, Fraction):
        return int(round_half_up(value, DIGITS).scaleb(DIGITS))
    return value


def assert_same(formulas: list[Formula], rows: list[Row]) -> None:
    for formula, column in zip(formulas, in_engine(formulas, rows), strict=True):
        assert column == [exactly(formula, row) for row in rows], formula.text


CONSTANTS = st.sampled_from(["0", "1", "2", "3", "0.5", "0.05", "12", "100", "0.125"])
LEAVES = st.sampled_from(sorted(COLUMNS)).map(tree.Name) | CONSTANTS.map(
    lambda text: tree.Number(Decimal(text))
)
DECIMALS = st.integers(0, 2)
Draw = Callable[[st.SearchStrategy[Any]], Any]
KINDS = st.sampled_from(["leaf", *"+-*/", "min", "max", "round", "abs", "negative", "choice"])
TESTS = st.sampled_from(["compare", "compare", "chain", "and", "or", "not", "choice"])
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])


def number_of(draw: Draw, depth: int) -> Any:
    kind: Any = draw(KINDS) if depth else "leaf"
    if kind == "leaf":
        return draw(LEAVES)
    first = number_of(draw, depth - 1)
    if kind == "round":
        return tree.Rounding(first, draw(DECIMALS))
    if kind in {"abs", "negative"}:
        return (tree.Absolute if kind == "abs" else tree.Negation)(first)
    second = number_of(draw, depth - 1)
    if kind == "choice":
        return tree.Choice(first, condition_of(draw, depth - 1), second)
    return (
        tree.Extreme(kind, (first, second))
        if kind in {"min", "max"}
        else tree.Arithmetic(kind, first, second)
    )


def condition_of(draw: Draw, depth: int) -> Any:
    kind: Any = draw(TESTS) if depth > 0 else "compare"
    if kind in {"compare", "chain"}:
        rest = tuple((draw(SIGNS), number_of(draw, max(depth - 1, 0))) for _ in range(1 + (kind == "chain")))
        return tree.Comparison(number_of(draw, max(depth - 1, 0)), rest)
    parts = tuple(condition_of(draw, depth - 1) for _ in range(1 if kind == "not" else 3))
    if kind == "choice":
        return tree.Choice(*parts)
    return tree.Not(*parts) if kind == "not" else tree.Junction(kind, parts)


@st.composite
def nodes(draw: Draw, depth: int) -> Any:
    return condition_of(draw, depth) if draw(st.booleans()) else number_of(draw, depth)


FORMULAS = nodes(2).map(lambda node: parse(text_of(node)))
VALUES = st.none() | st.integers(-40, 40) | st.sampled_from([0, 5, 25, 125, -125, 995])
ROWS = st.fixed_dictionaries(dict.fromkeys(sorted(COLUMNS), VALUES))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FORMULAS, min_size=6, max_size=6), st.lists(ROWS, min_size=12, max_size=12))
def test_random_formulas_agree_with_exact_arithmetic(formulas: list[Formula], rows: list[Row]) -> None:
    try:
        assert_same(formulas, rows)
    except REFUSED:
        reject()  # beyond the bounds the engine stops; too many of these fail Hypothesis' health check


def test_a_scoring_rule_over_zero_missing_negative_and_tied_values() -> None:
    rule = parse("round(分值 if 实际值 >= 目标值 else 分值 * max(实际值, 0) / 目标值, 2)")
    rows: list[Row] = [
        {"目标值": 8000, "实际值": 80, "分值": 100},  # reached: 10
        {"目标值": 8000, "实际值": 50, "分值": 100},  # 10 × 50 ÷ 80 = 6.25
        {"目标值": 1600, "实际值": 1, "分值": 20},  # 2 × 1 ÷ 16 = 0.125, a tie: 0.13
        {"目标值": 8000, "实际值": -5, "分值": 100},  # never below nothing
        {"目标值": 0, "实际值": -1, "分值": 100},  # no divisor
        {"目标值": 0, "实际值": 3, "分值": 100},  # reached, the division is not looked at
        {"目标值": None, "实际值": 3, "分值": 100},
    ]
    assert in_engine([rule], rows) == [[10_000, 6_250, 130, 0, None, 10_000, None]]


def test_negative_divisors_keep_their_sign() -> None:
    rows: list[Row] = [{"目标值": value, "实际值": 3, "分值": 0} for value in (-400, 400)]
    assert in_engine([parse("实际值 / 目标值"), parse("实际值 / -4"), parse("1 / 目标值 < 0")], rows) == [
        [-750, 750],
        [-750, -750],
        [True, False],
    ]


def test_rounding_is_away_from_zero_on_both_sides() -> None:
    rows: list[Row] = [{"目标值": value, "实际值": 0, "分值": 0} for value in (5, -5, 4, -4, 15)]
    assert in_engine([parse("round(目标值, 1)")], rows) == [[100, -100, 0, 0, 200]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 / 0 > 1 and 实际值 > 99", None),  # SQL's own AND would say False
        ("实际值 > 99 and 1 / 0 > 1", False),
        ("1 / 0 > 1 or 实际值 == 1", None),  # SQL's own OR would say True
        ("实际值 == 1 or 1 / 0 > 1", True),
        ("not (1 / 0 > 1)", None),
        ("0 <= 实际值 <= 1 < 分值", True),
        ("9 < 实际值 < 1 / 0", False),
        ("实际值 / 0 == 分值 / 0", None),
        ("2 > 1", True),
    ],
)
def test_conditions_are_looked_at_from_left_to_right(text: str, expected: object) -> None:
    row: Row = {"目标值": 1, "实际值": 1, "分值": 20}
    assert in_engine([parse(text)], [row]) == [[expected]]
    assert exactly(parse(text), row) is expected


def test_the_largest_department_is_exact() -> None:
    """Amounts of 10^14 分 are told apart to the last 分, where a double is already wrong."""
    rows: list[Row] = [
        {"目标值": 10**14 - more, "实际值": 5 * 10**11, "分值": 1000} for more in (-1, 0, 1, 3)
    ]
    assert_same(
        [
            parse("round(分值 * 实际值 / 目标值, 2)"),
            parse("实际值 / 目标值 >= 0.5"),
            parse("1 if 实际值 / 目标值 == 0.5 else 0"),
        ],
        rows,
    )


@given(st.integers(1, 2**60), st.integers(0, 10**15 - 2), st.sampled_from([-1, 1]))
@settings(max_examples=100, deadline=None)
def test_half_up_is_exact_everywhere_within_its_bounds(divisor: int, quotient: int, sign: int) -> None:
    floor = min(quotient, 2**61 // divisor - 1) * divisor
    around = (0, 1, divisor // 2, (divisor + 1) // 2, divisor // 2 + 1, divisor - 1)
    rows: list[Row] = [{"n": sign * (floor + more), "d": divisor} for more in around]
    table = table_of(rows, ["n", "d"])
    expected = [int(round_half_up(Fraction(row["n"] or 0, divisor), 0)) for row in rows]
    assert CON.to_pyarrow(table.select(q=half_up(table.n, table.d))).column("q").to_pylist() == expected


@pytest.mark.parametrize(
    "text",
    [
        "目标值 * 实际值",  # the product leaves 64 bits
        "目标值 * 1000000 / 实际值 + 实际值 / 3",  # the sum of fractions does
        "实际值 * 30 / 3",  # the rounded result has more than 15 digits
    ],
)
def test_beyond_the_bounds_the_engine_stops(text: str) -> None:
    rows: list[Row] = [{"目标值": 10**14, "实际值": 10**14, "分值": 1}]
    with pytest.raises(REFUSED):
        in_engine([parse(text)], rows)


def test_a_branch_not_taken_may_leave_the_bounds() -> None:
    rows: list[Row] = [{"目标值": 10**14, "实际值": 10**14, "分值": 1}]
    assert in_engine([parse("目标值 * 实际值 if 分值 > 1 else 分值")], rows) == [[100]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("目标值 * 12345678901234567891", "超出 64 位整数"),
        ("目标值 + 执行率", "「执行率」没有对应的数据列"),
        ("目标值 > 1", "是条件，不是数"),
        ("max(" * 12 + "目标值" + ", 1 / 实际值)" * 12, "展开后过长"),
    ],
)
def test_what_cannot_be_rendered_is_refused(text: str, message: str) -> None:
    table = table_of([{"目标值": 1, "实际值": 1, "分值": 1}], list(COLUMNS))
    with pytest.raises(WenxiaoError, match=message):
        rendering(parse(text), columns(table))


def test_a_number_is_no_condition() -> None:
    with pytest.raises(WenxiaoError, match="是数，不是条件"):
        condition(parse("1 + 1"), {})


def test_a_threshold_is_compared_without_dividing() -> None:
    table = ibis.table({"目标值": "int64", "实际值": "int64", "分值": "int64"}, name="t")
    sql = ibis.to_sql(condition(parse("实际值 / 目标值 * 100 >= 80"), columns(table)), dialect="duckdb")
    assert "/" not in sql
    assert "DOUBLE" not in sql


def test_duckdb_is_opened_offline_with_the_chosen_limits(tmp_path: Any) -> None:
    con = open_duckdb(memory_limit="256MB", threads=2, temp_directory=tmp_path)
    names = "'threads', 'temp_directory', 'autoload_known_extensions', 'autoinstall_known_extensions'"
    query = f"select name, value from duckdb_settings() where name in ({names})"  # noqa: S608  (our own names)
    assert dict(con.raw_sql(query).fetchall()) == {
        "threads": "2",
        "temp_directory": str(tmp_path),
        "autoload_known_extensions": "false",
        "autoinstall_known_extensions": "false",
    }


def test_without_the_extra_the_message_says_what_to_install() -> None:
    script = "import sys; sys.modules['ibis'] = None; import wenxiao.engine.setwise"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "pip install 'wenxiao[lake]'" in run.stderr
