"""A whole account of a made-up body, printed as its forms: what is right is never called wrong, and slips are found."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.across_tables import claims_across_tables
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.audit.relations.tables.text_table import claims_between_text_and_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

PURPOSES = (
    ("204", "公共安全支出", ("20402", "公安", (("2040201", "行政运行"), ("2040220", "执法办案")))),
    (
        "208",
        "社会保障和就业支出",
        ("20805", "养老支出", (("2080505", "养老保险缴费"), ("2080506", "年金缴费"))),
    ),
    ("221", "住房保障支出", ("22102", "住房改革支出", (("2210201", "住房公积金"), ("2210203", "购房补贴")))),
)
ITEMS = [item for _, _, (_, _, items) in PURPOSES for item, _ in items]

Money = dict[str, int]


class Account:
    """Basic and project spending by item in 元, what was left over from last year, and how it is printed.

    Projects of the last class are paid from a government fund.
    """

    def __init__(self, basic: list[int], project: list[int], left: list[int], unit: str, stage: str) -> None:
        self.basic = dict(zip(ITEMS, basic, strict=True))
        self.project = dict(zip(ITEMS, project, strict=True))
        self.left = dict(zip(ITEMS, left, strict=True))
        self.public = {item: 0 if item.startswith("221") else self.project[item] for item in ITEMS}
        self.unit, self.stage = unit, stage

    def shown(self, amount: int) -> str:
        """Print an amount as forms do."""
        value = Decimal(amount) / (10_000 if self.unit == "万元" else 1)
        return f"{value:,.2f}" if amount else ""

    def rows(self, *columns: Money) -> str:
        """Print a list by code: classes, sections and items, with the total first."""
        lines = [self._row("", "合计", ITEMS, columns)]
        for code, name, (section, title, items) in PURPOSES:
            inside = [item for item, _ in items]
            lines += [self._row(code, name, inside, columns), self._row(section, title, inside, columns)]
            lines += [self._row(item, words, [item], columns) for item, words in items]
        return "\n".join(lines)

    def _row(self, code: str, name: str, items: list[str], columns: tuple[Money, ...]) -> str:
        amounts = [self.shown(sum(column.get(item, 0) for item in items)) for column in columns]
        return "\t".join([code, name, *amounts])

    def text(self) -> str:
        """Print all forms."""
        spent = {item: self.basic[item] + self.project[item] for item in ITEMS}
        income = {item: spent[item] - min(self.left[item], self.project[item]) for item in ITEMS}
        general = {item: self.basic[item] + self.public[item] for item in ITEMS}
        fund = {item: self.project[item] - self.public[item] for item in ITEMS}
        codes = "科目编码\t科目名称"
        divided = "合计\t基本支出\t项目支出"
        return "\n\n".join(
            [
                self._form("收入支出{}总表", self._sides(spent, income)),
                self._form("收入{}表", f"{codes}\t本年收入合计\t财政拨款收入\n{self.rows(income, income)}"),
                self._form("支出{}表", f"{codes}\t{divided}\n{self.rows(spent, self.basic, self.project)}"),
                self._form("财政拨款支出{}总表", self._by_fund(general, fund)),
                self._form(
                    "一般公共预算财政拨款支出{}表",
                    f"{codes}\t{divided}\n{self.rows(general, self.basic, self.public)}",
                ),
                self._form(
                    "政府性基金预算财政拨款支出{}表", f"{codes}\t{divided}\n{self.rows(fund, {}, fund)}"
                ),
                "",
            ]
        )

    def _form(self, title: str, rows: str) -> str:
        return f"{title.format(self.stage)}\n单位：{self.unit}\n{rows}"

    def _sides(self, spent: Money, income: Money) -> str:
        """Print income by source beside spending by class."""
        received, total = sum(income.values()), sum(spent.values())
        money = [("一、一般公共预算财政拨款收入", received), ("二、事业收入", 0), ("三、其他收入", 0)]
        sides = [
            f"{source}\t{self.shown(amount)}\t{'一二三'[at]}、{name}\t{self.shown(cost)}"
            for at, ((source, amount), (name, cost)) in enumerate(zip(money, _by_class(spent), strict=True))
        ]
        closing = [
            f"本年收入合计\t{self.shown(received)}\t本年支出合计\t{self.shown(total)}",
            f"年初结转和结余\t{self.shown(total - received)}\t年末结转和结余\t",
            f"总计\t{self.shown(total)}\t总计\t{self.shown(total)}",
        ]
        return "\n".join(["收入\t\t支出\t", "项目\t金额\t项目\t金额", *sides, *closing])

    def _by_fund(self, general: Money, fund: Money) -> str:
        """Print spending by class, from each fund."""
        rows = ["项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款"]
        costs = [
            (name, cost, other)
            for (name, cost), (_, other) in zip(_by_class(general), _by_class(fund), strict=True)
        ]
        costs.append(("本年支出合计", sum(general.values()), sum(fund.values())))
        rows += ["\t".join([name, *map(self.shown, (a + b, a, b))]) for name, a, b in costs]
        return "\n".join(rows)


def _by_class(amounts: Money) -> list[tuple[str, int]]:
    return [(name, sum(amounts[item] for item, _ in items)) for _, name, (_, _, items) in PURPOSES]


def claims_of(text: str) -> list[Claim]:
    """Give all claims in which a table takes part."""
    reading = read(document_of(text, "例.txt"))
    return [
        *claims_in_tables(reading),
        *claims_across_tables(reading),
        *claims_between_text_and_tables(reading),
    ]


def failing(text: str) -> list[list[str]]:
    """Give the figures of the claims that fail."""
    return [
        [term.figure.text for term in claim.terms if term.figure]
        for claim in claims_of(text)
        if judge(claim).verdict is Verdict.FAIL
    ]


amounts = st.lists(st.just(0) | st.integers(10_000, 90_000_000), min_size=len(ITEMS), max_size=len(ITEMS))
accounts = st.builds(
    Account, amounts, amounts, amounts, st.sampled_from(["元", "万元"]), st.sampled_from(["预算", "决算"])
)


PARTLY_BASIC = Account([0, 0, 10_000, 10_000, 10_001, 10_002], [0, 10_000, 0, 0, 0, 0], [0] * 6, "元", "预算")


@given(accounts)
@example(PARTLY_BASIC)
@settings(max_examples=40, deadline=None)
def test_what_is_right_is_never_called_wrong(account: Account) -> None:
    assert failing(account.text()) == []


WRITTEN = Account(
    [12_345_678, 2_345_612, 3_104_477, 1_552_238, 2_871_350, 1_226_945],
    [0, 4_310_955, 0, 0, 0, 781_240],
    [0, 250_000, 0, 0, 0, 0],
    "万元",
    "决算",
)


def places() -> list[int]:
    """Give where the amounts of the written account stand."""
    reading = read(document_of(WRITTEN.text(), "例.txt"))
    return [figure.start for figure in reading.figures if figure.unit == "元" and figure.value != "0"]


@pytest.mark.parametrize("place", places())
def test_a_first_digit_that_is_wrong_is_found(place: int) -> None:
    text = WRITTEN.text()
    wrong = text[:place] + str(int(text[place]) % 9 + 1) + text[place + 1 :]
    figure = next(one.text for one in read(document_of(wrong, "例.txt")).figures if one.start == place)
    assert any(figure in figures for figures in failing(wrong))
