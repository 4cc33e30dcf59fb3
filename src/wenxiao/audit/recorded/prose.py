"""Figures of running text that name a fact: 全年收入总计743.31万元, 公务接待费决算1.44万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.figures.marks import CLAUSES, SEMICOLON
from wenxiao.audit.figures.model import Figure, Reading
from wenxiao.audit.recorded.index import Index, name_in
from wenxiao.audit.recorded.naming import Naming, role_in_year
from wenxiao.audit.recorded.roles import ACTUAL, BUDGET, SCOPE, Role, role_of_words
from wenxiao.documents.model import BlockKind

_LEAD = re.compile(
    r"\A(?:[0-9]{4}年度?|其中|全年|本年度?|当年|年末|年初|年度|实际|部门|本单位|单位|共|为|的)+"
)
_ROLE_BESIDE = re.compile(
    r"(?:年初预算|全年预算|调整后?预算|预算|决算|执行|实际|目标)(?:安排|完成)?[数额值]?为?\Z"
)
_KIND_BESIDE = re.compile(r"(?:的|支出|收入)\Z")
_CHANGE = re.compile("[增减降升超差]|[比较占]|结余(?!资金)|节约|分别|每|人均|平均")
_LONGEST_LABEL = 60
_NEAR = 8
_TITLE = 60


def named_in_prose(reading: Reading, index: Index) -> Iterator[Naming]:
    """Give the counted figures outside tables whose label is the name of a fact."""
    blocks = reading.document.blocks
    title = reading.document.text[:_TITLE]
    for sentence in reading.sentences:
        if sentence.block >= 0 and blocks[sentence.block].kind is BlockKind.CELL:
            continue
        for number, figure in enumerate(sentence.figures):
            if figure.is_counted and len(figure.label) <= _LONGEST_LABEL:
                gaps = sentence.gaps[max(number - _NEAR, 0) : number + 1]
                yield from _named(figure, gaps, f"{title}{figure.section}", index)


def _named(figure: Figure, gaps: tuple[str, ...], heads: str, index: Index) -> Iterator[Naming]:
    name = _name(figure.label, index)
    *earlier, own = _clauses(gaps)
    words = (name_in(figure.label) + own).replace(name, "")
    if not name or _CHANGE.search(words):
        return
    around = {*map(name_in, figure.section.split("/")), *earlier}
    role = _role(words, gaps, index) or _usual(heads, gaps)
    role = role_in_year(figure, name, role, index)
    entries = index.named(name, role, around)
    if entries:
        limits = (said for said in around | {words} if said not in index.entries)
        yield Naming(figure, entries, is_certain=not any(map(SCOPE.search, limits)))


def _name(label: str, index: Index) -> str:
    """Give the name of facts that a label is, alone or with words of time and role beside it; "" if none."""
    whole = name_in(label)
    written = (whole, _LEAD.sub("", whole))
    plain = [_ROLE_BESIDE.sub("", name) for name in written]
    tried = (*written, *plain, *(_KIND_BESIDE.sub("", name) for name in plain))
    return next((name for name in tried if name in index.entries), "")


def _clauses(gaps: tuple[str, ...]) -> list[str]:
    """Give the clauses before a figure in order, its own last: they tell the project, the role, the limits."""
    return [name_in(words) for gap in gaps for words in CLAUSES.split(gap)]


def _role(words: str, gaps: tuple[str, ...], index: Index) -> Role:
    """Give the role by the words beside a figure, or by the nearest clause that gives one; () if none does.

    In 预算1.67万元，其中：接待费1.67万元 both are budget. Beyond a semicolon something else may begin: there the
    figure may be a result as well. What a name itself says (上年 in 上年结转结余) is no role.
    """
    own = role_of_words(SCOPE.sub("", words))
    if own is not None:
        return own
    for before, part in enumerate(reversed(SEMICOLON.split("，".join(gaps)))):
        said = (SCOPE.sub("", one.replace(_name(one, index), "")) for one in reversed(_clauses((part,))))
        found = next((role for role in map(role_of_words, said) if role is not None), None)
        if found is not None:
            return found if before == 0 else (*found, *ACTUAL)
    return ()


def _usual(heads: str, gaps: tuple[str, ...]) -> Role:
    """Give the role of what no word gives one: a result, but in a budget, or after a new 其中, maybe a budget."""
    is_budget = "预算" in heads and "决算" not in heads
    return (*ACTUAL, *BUDGET) if is_budget or gaps[0].startswith("其中") else ACTUAL
