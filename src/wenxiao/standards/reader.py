"""From the typed formula to its tree: Python's own parser, then a white list.

The language has exact decimals, (dotted) names, ``+ - * /``, comparisons (chained too), ``and or not``,
``a if c else b``, and ``min max abs round(x, digits)``. Nothing is ever executed.
"""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from typing import Literal, cast

from wenxiao.fact import name_key
from wenxiao.standards import tree
from wenxiao.standards.tree import Node
from wenxiao.standards.writing import FormulaError, Writing

MAX_DEPTH = 50
MAX_NUMBER_DIGITS = 30
MAX_ROUND_DIGITS = 10

_DECIMAL = re.compile(r"[0-9]+(\.[0-9]*)?|\.[0-9]+")
_ARITHMETIC: dict[type[ast.operator], Literal["+", "-", "*", "/"]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
_COMPARISONS: dict[type[ast.cmpop], Literal["<", "<=", ">", ">=", "==", "!="]] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_CONSTRUCTS: dict[type[ast.AST], str] = {
    ast.Pow: "乘方“**”",
    ast.FloorDiv: "整除“//”",
    ast.MatMult: "运算符“@”",
    ast.BitXor: "运算符“^”",
    ast.BitAnd: "运算符“&”（“并且”请写 and）",
    ast.BitOr: "运算符“|”（“或者”请写 or）",
    ast.LShift: "运算符“<<”",
    ast.RShift: "运算符“>>”",
    ast.UAdd: "正号“+”",
    ast.Invert: "运算符“~”",
    ast.Is: "比较“is”（是否相等请写“==”）",
    ast.IsNot: "比较“is not”（是否不等请写“!=”）",
    ast.In: "比较“in”",
    ast.NotIn: "比较“not in”",
    ast.NamedExpr: "赋值“:=”",
    ast.Lambda: "lambda",
    ast.Subscript: "下标“[ ]”",
    ast.List: "列表“[ ]”",
    ast.Tuple: "用逗号隔开的多个值",
    ast.Set: "集合“{ }”",
    ast.Dict: "字典“{ }”",
    ast.ListComp: "列表推导",
    ast.SetComp: "集合推导",
    ast.DictComp: "字典推导",
    ast.GeneratorExp: "生成式",
    ast.Starred: "展开“*”",
    ast.Await: "await",
    ast.Yield: "yield",
    ast.YieldFrom: "yield from",
}
_ALLOWED = "请改写，可用的有：数、名称、+ - * /、比较、and or not、“甲 if 条件 else 乙”、min max abs round。"


def read(text: str) -> Node:
    """Read a formula into its tree.

    Raises:
        FormulaError: it is too long or too deep, or holds anything beyond the language.
    """
    writing = Writing(text)
    return _Reader(writing).node(_expression(writing))


def _expression(writing: Writing) -> ast.expr:
    if not writing.python:
        raise FormulaError("公式是空的。请写出公式，例如“全年执行数 / 全年预算数 * 100”。")
    try:
        expression = ast.parse(writing.python, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise _unreadable(writing, error) from error
    if _depth(expression) > MAX_DEPTH:
        raise writing.error(
            0, f"公式超过 {MAX_DEPTH} 层（连加连乘每一项也算一层）。请拆成几个指标分别写公式。"
        )
    return expression


def _unreadable(writing: Writing, error: Exception) -> FormulaError:
    if isinstance(error, SyntaxError):
        end_of_text = len(writing.python)  # Python says 0 when the text stops too early
        return writing.error(
            (error.offset or end_of_text) - 1, f"这里读不下去，公式不完整或多了字符。{_ALLOWED}"
        )
    return writing.error(0, "公式嵌套太深。请拆成几个指标分别写公式。")


def _depth(expression: ast.expr) -> int:
    """Count the levels without recursion, so that no input can exhaust the stack."""
    levels, level = 0, [cast("ast.AST", expression)]
    while level:
        levels += 1
        below = (child for node in level for child in ast.iter_child_nodes(node))
        level = [child for child in below if isinstance(child, ast.expr)]
    return levels


class _Reader:
    """Turns Python's tree into ours, refusing whatever is not on the white list."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    def node(self, expression: ast.expr) -> Node:  # noqa: PLR0911  (one case per node)
        match expression:
            case ast.Constant():
                return self._constant(expression)
            case ast.Name() | ast.Attribute():
                return tree.Name(self._dotted(expression))
            case ast.UnaryOp():
                return self._unary(expression)
            case ast.BinOp():
                return self._arithmetic(expression)
            case ast.Compare():
                return self._comparison(expression)
            case ast.BoolOp():
                return self._junction(expression)
            case ast.IfExp():
                return self._choice(expression)
            case ast.Call():
                return self._call(expression)
            case _:
                raise self._unsupported(expression, self._start(expression))

    def number(self, expression: ast.expr) -> Node:
        node = self.node(expression)
        if tree.is_condition(node):
            raise self._error(expression, "这里要一个数，写的却是条件。可写成“1 if 条件 else 0”。")
        return node

    def condition(self, expression: ast.expr) -> Node:
        node = self.node(expression)
        if not tree.is_condition(node):
            raise self._error(expression, "这里要一个条件，写的却是数。请写出比较，例如“执行率 >= 80”。")
        return node

    def _constant(self, constant: ast.Constant) -> Node:
        written = self._written(constant)
        if not _DECIMAL.fullmatch(written):
            raise self._error(constant, f"不支持“{written}”。{_ALLOWED}")
        if sum(map(str.isdigit, written)) > MAX_NUMBER_DIGITS:
            raise self._error(constant, f"数字超过 {MAX_NUMBER_DIGITS} 位。请核对这个数。")
        return tree.Number(Decimal(written))

    def _dotted(self, expression: ast.expr) -> str:
        match expression:
            case ast.Name(id=name):
                return name_key(name)
            case ast.Attribute(value=head, attr=name):
                return f"{self._dotted(head)}.{name_key(name)}"
            case _:
                raise self._error(expression, "点号只能连接名称，例如“人才发展.全年执行数”。")

    def _unary(self, unary: ast.UnaryOp) -> Node:
        if isinstance(unary.op, ast.USub):
            return tree.Negation(self.number(unary.operand))
        if isinstance(unary.op, ast.Not):
            return tree.Not(self.condition(unary.operand))
        raise self._unsupported(unary.op, self._start(unary))

    def _arithmetic(self, binary: ast.BinOp) -> Node:
        operator = _ARITHMETIC.get(type(binary.op))
        if operator is None:
            raise self._unsupported(binary.op, self._after(binary.left))
        return tree.Arithmetic(operator, self.number(binary.left), self.number(binary.right))

    def _comparison(self, compare: ast.Compare) -> Node:
        rest = []
        left = compare.left
        for operator, part in zip(compare.ops, compare.comparators, strict=True):
            if type(operator) not in _COMPARISONS:
                raise self._unsupported(operator, self._after(left))
            left = part
            rest.append((_COMPARISONS[type(operator)], self.number(part)))
        return tree.Comparison(self.number(compare.left), tuple(rest))

    def _junction(self, junction: ast.BoolOp) -> Node:
        word: Literal["and", "or"] = "and" if isinstance(junction.op, ast.And) else "or"
        return tree.Junction(word, tuple(map(self.condition, junction.values)))

    def _choice(self, choice: ast.IfExp) -> Node:
        then = self.node(choice.body)
        otherwise = self.condition if tree.is_condition(then) else self.number
        return tree.Choice(then, self.condition(choice.test), otherwise(choice.orelse))

    def _call(self, call: ast.Call) -> Node:
        function = call.func.id if isinstance(call.func, ast.Name) else self._written(call.func)
        if call.keywords:
            raise self._error(call, "函数的参数不能带名称。")
        match function, len(call.args):
            case "min" | "max" as which, count if count >= 2:
                return tree.Extreme(which, tuple(map(self.number, call.args)))
            case "abs", 1:
                return tree.Absolute(self.number(call.args[0]))
            case "round", 2:
                return tree.Rounding(self.number(call.args[0]), self._digits(call.args[1]))
            case "min" | "max" | "abs" | "round", _:
                raise self._error(
                    call, "参数个数不对。请写 min(甲, 乙)、max(甲, 乙)、abs(甲) 或 round(甲, 2)。"
                )
            case _:
                raise self._error(
                    call, f"没有函数“{function}”，只有 min max abs round。名称里的括号请省去，相乘请写“*”。"
                )

    def _digits(self, expression: ast.expr) -> int:
        written = self._written(expression)
        if not (written.isdecimal() and int(written) <= MAX_ROUND_DIGITS):
            raise self._error(expression, f"round 的小数位数请写 0 到 {MAX_ROUND_DIGITS} 的整数。")
        return int(written)

    def _written(self, expression: ast.expr) -> str:
        return ast.get_source_segment(self.writing.python, expression) or ""

    def _start(self, expression: ast.expr) -> int:
        return self.writing.position(expression.col_offset)

    def _after(self, expression: ast.expr) -> int:
        """Find the operator behind an operand: past its end, closing brackets and blanks."""
        end = self.writing.position(expression.end_col_offset or expression.col_offset)
        behind = self.writing.python[end:]
        return end + len(behind) - len(behind.lstrip(" )"))

    def _unsupported(self, construct: ast.AST, position: int) -> FormulaError:
        name = _CONSTRUCTS.get(type(construct), f" {type(construct).__name__} ")
        return self.writing.error(position, f"不支持{name}。{_ALLOWED}")

    def _error(self, expression: ast.expr, message: str) -> FormulaError:
        return self.writing.error(self._start(expression), message)
