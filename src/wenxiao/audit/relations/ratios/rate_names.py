"""How a rate is called, and which figures its name allows: what was done, and what was planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wenxiao.audit.figures.marks import COMMA
from wenxiao.audit.relations.amounts import Amount, Role, alike
from wenxiao.audit.relations.ratios.ratio_words import is_of_figure_before

Pair = tuple[Amount, Amount]
"""What was done and what was planned."""

MOST_PLANS = 6
"""How many figures back a plan is looked for."""

_FULFILLED = re.compile(
    "(?:完成|达到|占|为)(?:了)?[^，；。]{0,16}(?:预算|计划|目标|任务|指标)数?(?:的)?$|[，,]完成(?:了)?$"
)
_RATE = re.compile(
    "(?P<prefix>[一-龥]{2})?(?P<stem>[一-龥]{2})(?:进度|率|比例|(?<=满意)度)(?:分别)?(?:为|达到|达|:|：)?$"
)
_DENIED = frozenset("不未没无非")
_SPENDING = frozenset({"执行", "完成", "到位", "支付", "支出", "使用", "拨付", "发放"})
_SAVING = "节约"
_SAME_STEM = {"节资": _SAVING, "节支": _SAVING}
_LONGEST_PREFIX, _LONGEST_NAME = 4, 8
"""How many letters may stand before the stem of a rate in its name (整改完成率), and at most if it agrees."""

_ENDS = re.compile("[；;。]")
_NEW = re.compile("新[收受增立报申]")
_DONE = re.compile("决算|实际|执行|完成|支付|到位|使用|已支|累计支出")
_SPENT = re.compile("支出|发放|拨付")
_PLANNED = re.compile(
    "(?<!公共)(?<!基金)(?<!经营)(?<!一般)(?<!财政)预算(?!稳定|单位)|计划|安排|下达|应[到补发缴收交办兑参]|批复|指标|目标|满分|分值|到位"
)
_DUE = re.compile("应[到补发缴收交办兑参]")
_ANSWERED = re.compile("实[到补发缴收交办兑参]|实际")
_GRADED = re.compile("优秀|优良|良好|称职|合格|非常|比较|较为|基本")
_CARRIED_OUT = re.compile("决算|实际(?!到位)")


class Called(NamedTuple):
    """How a rate is called: after the plan it fulfils (no ``stem``), or after what was done of what (``prefix``).

    ``follows`` tells that the word for what was done stands behind its figure: 9个达标，达标率. A rate that
    ``denies`` (不合格率), or one with a ``long`` name (常住人口城镇化率), may be of a whole that nobody told: it is
    claimed only where it agrees.
    """

    stem: str = ""
    prefix: str = ""
    follows: bool = False
    denies: bool = False
    long: bool = False

    @property
    def fulfils(self) -> bool:
        """Tell whether the rate is called after a plan."""
        return not self.stem

    @property
    def of_spending(self) -> bool:
        """Tell whether any amount spent may be what was done."""
        return self.stem in _SPENDING

    @property
    def of_saving(self) -> bool:
        """Tell whether the rate is what was saved of what was planned, never of what was spent."""
        return self.stem == _SAVING


def called(lead: str) -> Called | None:
    """Tell how the words before a percentage call it, None if they are no rate of the figures beside it."""
    fulfilled = _FULFILLED.search(lead)
    if fulfilled:
        return Called() if is_of_figure_before(lead[: fulfilled.start()]) else None
    named = _RATE.search(lead)
    if named is None or not is_of_figure_before(lead[: named.start("stem")], _LONGEST_NAME):
        return None
    is_long = not is_of_figure_before(lead[: named.start("stem")], _LONGEST_PREFIX)
    clauses = COMMA.split(lead)
    stem, before = named["stem"], lead[: named.start("stem")]
    if before[-1:] in _DENIED:
        stem = f"{before[-1:]}{stem}"
    follows = len(clauses) > 1 and stem in clauses[0]
    stem = _SAME_STEM.get(stem, stem)
    return Called(stem, named["prefix"] or "", follows, stem[0] in _DENIED, is_long)


def own_figures(amounts: Sequence[Amount], index: int, name: Called) -> Sequence[Amount]:
    """Give the amounts before a rate that no earlier rate of the same name is of."""
    if name.fulfils:
        return amounts[:index]
    stems = [name.stem, *(stem for stem, same in _SAME_STEM.items() if same == name.stem)]
    words = re.compile(f"(?:{'|'.join(stems)})率")
    start = next((at for at in range(index, 0, -1) if words.search(amounts[at - 1].lead)), 0)
    return amounts[start:index]


def pairs_of(amounts: Sequence[Amount], plans: Sequence[Amount], name: Called) -> list[Pair]:
    """Give what can have been done and what can have been planned, the last first."""
    return [
        (done, planned)
        for done in done_of(amounts, name)
        for planned in reversed(plans[-MOST_PLANS:])
        if planned is not done and planned.role is Role.MAIN and alike(planned, done)
        if is_planned(planned) or _is_whole_of_named(planned, done, name)
    ]


def done_of(amounts: Sequence[Amount], name: Called) -> list[Amount]:
    """Give the last amounts that were done; what the rate is named after (到位 of 到位率) goes first."""
    near = amounts[-MOST_PLANS:]
    mains = [one for one in reversed(near) if one.role is Role.MAIN]
    if name.fulfils or name.follows:
        return mains[:1]
    changes = (one for one in reversed(near) if one.role is Role.CHANGE)
    named = [one for one in (*mains, *changes) if names(name.stem, one.label) and not _DUE.search(one.label)]
    if named:
        return named
    if name.of_spending:
        return [one for one in mains if is_done(one)]
    return [one for one in mains if _ANSWERED.search(one.label)] if _is_due(near) else []


def _is_due(amounts: Sequence[Amount]) -> bool:
    """Tell whether one of some amounts is what was due: 应到 A 人，实到 B 人，到会率."""
    return any(_DUE.search(one.label) for one in amounts)


def is_graded(done: Amount, whole: Amount, own: Sequence[Amount], name: Called) -> bool:
    """Tell whether what a rate is named after is one grade of several: 非常满意 A 人，满意 B 人，满意率."""
    if name.of_spending or name.fulfils or name.of_saving:
        return False
    others = (one for one in own if one not in (done, whole) and one.role is Role.MAIN and alike(one, done))
    return any(names(name.stem, one.label) or _GRADED.search(one.label) for one in others)


def is_used_up(done: Amount, planned: Amount, own: Sequence[Amount], name: Called) -> bool:
    """Tell whether a plan has its own fulfilment before another thing is done: 预算 A，决算 B，完成预算的 p%；甲 C，完成预算的."""
    return name.fulfils and any(
        planned.figure.end < one.figure.start < done.figure.start
        and one.role is Role.PERCENT
        and _FULFILLED.search(one.lead)
        for one in own
    )


def is_apart(part: Amount, own: Sequence[Amount]) -> bool:
    """Tell whether a rate follows a list of parts, not the one it is named after: 优秀、合格、不合格，合格率."""
    return own[-1] is not part and any(one.opens_list for one in own)


def is_doubtful(done: Amount, planned: Amount, own: Sequence[Amount], name: Called) -> bool:
    """Tell whether a count that a rate is named after need not be part of the figure before it.

    The two are told side by side (新收 A 件；结案 B 件), only the new ones are counted, or it is larger.
    """
    if name.long or is_used_up(done, planned, own, name):
        return True
    if name.fulfils or name.of_spending:
        return False
    is_beside = not done.opens_list and _ENDS.search(done.lead) is not None
    is_new = _NEW.search(planned.label) is not None
    return (
        name.denies
        or (name.of_saving and not is_planned(planned))
        or is_beside
        or is_new
        or is_graded(done, planned, own, name)
        or is_apart(done, own)
        or planned.quantity.value < done.quantity.value
    )


def is_done(amount: Amount) -> bool:
    """Tell whether an amount is called done or spent."""
    if _DONE.search(amount.label):
        return True
    return bool(_SPENT.search(amount.label)) and not _PLANNED.search(amount.label)


def is_planned(amount: Amount) -> bool:
    """Tell whether an amount is called planned or granted."""
    return bool(_PLANNED.search(amount.label)) and not _CARRIED_OUT.search(amount.label)


def _is_whole_of_named(whole: Amount, done: Amount, name: Called) -> bool:
    """Tell whether a figure before another, which the rate is named after, is its whole and no sister of it."""
    is_before = whole.figure.end < done.figure.start and not name.of_saving
    return is_before and _is_named_after(done, name) and not names(name.stem, whole.label)


def _is_named_after(done: Amount, name: Called) -> bool:
    """Tell whether a rate of any kind is named after what was counted: 合格率 after 合格2619批次."""
    return not name.of_spending and not name.fulfils and (name.follows or names(name.stem, done.label))


def names(stem: str, label: str) -> bool:
    """Tell whether a label says what a rate is named after, be it turned round (回收率 after 收回), not denied."""
    said = stem if stem in label else stem[::-1]
    return said in label and label.partition(said)[0][-1:] not in _DENIED
