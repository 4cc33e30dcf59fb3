"""From joined declarations to a :class:`Standard`, with every contradiction found on the way."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import WenxiaoError
from wenxiao.fact import Clause
from wenxiao.files import sha256
from wenxiao.nearest import suggestion
from wenxiao.quantity import QuantityError, exact
from wenxiao.standards.formula import Formula, parse
from wenxiao.standards.model import (
    BlockRule,
    ChecklistItem,
    DepartmentScheme,
    Grade,
    IndicatorRule,
    MissingWeights,
    OverAchievement,
    ProjectScheme,
    Rule,
    Standard,
    Tier,
    Treatment,
)
from wenxiao.standards.rules import KINDS, RuleError, rule_formula
from wenxiao.standards.sources import Raw

_CLAUSE_KEYS = frozenset({"document", "clause", "verified"})
_NO_CLAUSE = Clause("")
_MOST_DIGITS = 6


class Builder:
    """Builds one standard; ``problems`` collects what is wrong, each with the key it stands at."""

    def __init__(self, raw: Raw, lineage: tuple[str, ...]) -> None:
        """Take the joined declarations of the standards in ``lineage``."""
        self.problems: list[str] = []
        self._raw = raw
        self._lineage = lineage
        self._digits = self._score_digits()

    def standard(self) -> Standard | None:
        """Give the standard; None when something is wrong."""
        head = self._raw["standard"]
        project, department = self._raw.get("project"), self._raw.get("department")
        built = Standard(
            code=head["code"],
            title=head["title"],
            version=head["version"],
            grades=tuple(self._grades()),
            basis=tuple(_clause(entry, _NO_CLAUSE) for entry in head.get("basis", ())),
            region=head.get("region", ""),
            effective_from=head.get("effective_from", date.min),
            effective_to=head.get("effective_to", date.max),
            score_digits=self._digits,
            thresholds={name: Decimal(value) for name, value in self._raw.get("thresholds", {}).items()},
            project=None if project is None else self._project(project),
            department=None if department is None else self._department(department),
            forms=tuple(_texts(head.get("forms", ()))),
            outline=head.get("outline", "department"),
            lineage=self._lineage,
            digest=sha256(json.dumps(self._raw, ensure_ascii=False, sort_keys=True, default=str).encode()),
        )
        return None if self.problems else built

    def _score_digits(self) -> int:
        digits = self._raw["standard"].get("score_digits", 2)
        if 0 <= digits <= _MOST_DIGITS:
            return int(digits)
        self._wrong("standard.score_digits", f"小数位数应当在 0 至 {_MOST_DIGITS} 之间")
        return 0

    def _grades(self) -> Iterator[Grade]:
        grades = [Grade(entry["name"], Decimal(entry["from"])) for entry in self._raw.get("grades", ())]
        lowers = [grade.lower for grade in grades]
        if not grades or min(lowers) != 0 or len(set(lowers)) != len(lowers):
            self._wrong("grades", "各等级的下限（from）应当互不相同，最低一级从 0 开始")
        return iter(grades)

    def _project(self, raw: Raw) -> ProjectScheme | None:
        over = self._over(raw.get("over_achievement"))
        execution = self._execution(raw.get("execution"))
        if over is None or execution is None:
            return None
        return ProjectScheme(
            title=raw.get("title", "项目支出绩效自评"),
            execution=execution,
            blocks=tuple(self._blocks(raw.get("blocks", ()))),
            rules=self._form_rules(raw.get("rules", {}), over),
            over_achievement=over,
            weights_when_missing=self._missing_weights(raw),
        )

    def _execution(self, raw: Raw | None) -> IndicatorRule | None:
        if raw is None:
            self._wrong("project.execution", "没有写预算执行率指标")
            return None
        return self._indicator("project.execution", {"level1": "预算执行", "level2": "预算执行", **raw})

    def _over(self, raw: Raw | None) -> OverAchievement | None:
        if raw is None:
            self._wrong("project.over_achievement", "没有写超额完成的处理办法（treatment、threshold、rate）")
            return None
        treatment = self._choice("project.over_achievement.treatment", raw.get("treatment"), list(Treatment))
        threshold, rate = Decimal(raw.get("threshold", 0)), Decimal(raw.get("rate", 0))
        return OverAchievement(Treatment(treatment), threshold, rate, _clause(raw, _NO_CLAUSE))

    def _missing_weights(self, raw: Raw) -> MissingWeights:
        value = raw.get("weights_when_missing", MissingWeights.REFUSE)
        return MissingWeights(self._choice("project.weights_when_missing", value, list(MissingWeights)))

    def _blocks(self, raws: Sequence[Raw]) -> Iterator[BlockRule]:
        known = core_catalogue().codes["level1"].labels
        for raw in raws:
            where = f"project.blocks「{raw['level1']}」"
            if raw["level1"] not in known:
                self._wrong(where, f"不是一级指标，一级指标有：{'、'.join(known)}")
            yield BlockRule(raw["level1"], self._weight(where, raw), _clause(raw, _NO_CLAUSE))

    def _form_rules(self, raws: Mapping[str, Raw], over: OverAchievement) -> dict[str, Rule]:
        forms = core_catalogue().codes["target_form"].labels
        for form in [
            *(form for form in forms if form not in raws),
            *(key for key in raws if key not in forms),
        ]:
            self._wrong(f"project.rules.{form}", f"每种目标形式都要有一条规则：{'、'.join(forms)}")
        exceeding = {"≥", ">", "="}
        built = {
            form: self._rule(f"project.rules.{form}", raw, _NO_CLAUSE, over if form in exceeding else None)
            for form, raw in raws.items()
        }
        return {form: rule for form, rule in built.items() if rule is not None}

    def _department(self, raw: Raw) -> DepartmentScheme:
        without = set(_texts(raw.get("without", ())))
        entries = {entry["name"]: entry for entry in raw.get("indicators", ())}
        for name in sorted(without - entries.keys()):
            self._wrong("department.without", f"没有指标「{name}」。{suggestion(name, entries)}")
        kept = [entry for name, entry in entries.items() if name not in without]
        built = [self._indicator(f"department.indicators「{entry['name']}」", entry) for entry in kept]
        return DepartmentScheme(
            raw.get("title", "部门整体支出绩效评价"), tuple(one for one in built if one is not None)
        )

    def _indicator(self, where: str, raw: Raw) -> IndicatorRule | None:
        clause = _clause(raw, _NO_CLAUSE)
        if missing := [key for key in ("level1", "level2", "rule") if key not in raw]:
            self._wrong(where, f"缺少 {'、'.join(missing)}")
            return None
        rule = self._rule(f"{where}.rule", raw["rule"], clause, None)
        if rule is None:
            return None
        if KINDS[rule.kind].needs_target or rule.kind == "tiers":
            self._wrong(f"{where}.rule", f"规则 {rule.kind} 要有目标值，只能用在 project.rules")
        weight = self._weight(where, raw)
        self._check_unit(where, raw.get("unit", "%"))
        self._check_points(where, raw["rule"], weight)
        return IndicatorRule(
            name=raw["name"],
            level1=raw["level1"],
            level2=raw["level2"],
            weight=weight,
            unit=raw.get("unit", "%"),
            formula=self._formula(f"{where}.formula", raw.get("formula")),
            rule=rule,
            clause=clause,
            meaning=raw.get("meaning", ""),
        )

    def _rule(self, where: str, raw: Raw, clause: Clause, over: OverAchievement | None) -> Rule | None:
        kind = raw["kind"]
        if kind not in KINDS:
            self._wrong(where, f"没有规则 {kind}。{suggestion(kind, KINDS)}可以用：{'、'.join(KINDS)}")
            return None
        if not self._has_right_parameters(where, raw):
            return None
        self._check_items(where, raw)
        try:
            formula = rule_formula(kind, raw, self._digits, over)
        except (RuleError, WenxiaoError) as error:
            self._wrong(where, str(error))
            return None
        return Rule(
            kind,
            formula,
            _clause(raw, clause),
            tuple(self._tiers(where, raw.get("tiers", ()))),
            tuple(ChecklistItem(item["text"], Decimal(item["points"])) for item in raw.get("items", ())),
        )

    def _has_right_parameters(self, where: str, raw: Raw) -> bool:
        kind, given = KINDS[raw["kind"]], raw.keys() - _CLAUSE_KEYS - {"kind"}
        missing, surplus = kind.required - given, given - kind.required - kind.optional
        if missing:
            self._wrong(where, f"规则 {raw['kind']} 缺少参数 {'、'.join(sorted(missing))}")
        if surplus:
            self._wrong(where, f"规则 {raw['kind']} 用不到参数 {'、'.join(sorted(surplus))}")
        return not missing and not surplus

    def _tiers(self, where: str, raws: Sequence[Raw]) -> Iterator[Tier]:
        grades = core_catalogue().codes["attainment"].labels
        if raws and [raw["name"] for raw in raws] != list(grades):
            self._wrong(where, f"tiers 应当依次写明各达成等级：{'、'.join(grades)}")
        top = max((Decimal(raw["to"]) for raw in raws), default=Decimal(0))
        for raw in raws:
            share = raw.get("default_share")
            upper = Decimal(raw["to"])
            default = None if share is None else Decimal(share)
            tier = Tier(raw["name"], Decimal(raw["from"]), upper, upper == top, default)
            if default is not None and not tier.admits(default):
                self._wrong(
                    where, f"等级「{tier.name}」的 default_share 不在 {tier.lower} 至 {tier.upper} 之间"
                )
            yield tier

    def _check_items(self, where: str, raw: Raw) -> None:
        """A checklist needs points to earn, and qualitative grades a range of shares each."""
        if not raw.get("items", True) or not raw.get("tiers", True):
            self._wrong(where, "items（要点）和 tiers（等级）应当至少有一条")
        for item in raw.get("items", ()):
            if item["points"] <= 0:
                self._wrong(where, f"要点「{item['text']}」的 points 应当大于 0")
        for tier in raw.get("tiers", ()):
            if tier["from"] > tier["to"]:
                self._wrong(where, f"等级「{tier['name']}」的 from 大于 to")

    def _check_unit(self, where: str, unit: str) -> None:
        try:
            exact(0, unit)
        except QuantityError as error:
            self._wrong(f"{where}.unit", str(error))

    def _check_points(self, where: str, raw: Raw, weight: Decimal) -> None:
        """A band's points belong to one weight: the best band must give exactly the full points."""
        points = [Decimal(band["points"]) for band in raw.get("bands", ()) if "points" in band]
        if points and max(points) != weight:
            self._wrong(where, f"最高一档得 {max(points)} 分，与分值 {weight} 不一致，请改成一致或改用 share")

    def _formula(self, where: str, text: str | None) -> Formula | None:
        if text is None:
            return None
        try:
            formula = parse(text)
        except WenxiaoError as error:
            self._wrong(where, str(error))
            return None
        if formula.is_condition:
            self._wrong(where, f"“{text}”是一个条件，得不出数字。请写成计算式")
        return formula

    def _weight(self, where: str, raw: Raw) -> Decimal:
        weight = Decimal(raw.get("weight", 0))
        if weight <= 0:
            self._wrong(where, "分值（weight）应当大于 0；不用的指标请列入 without")
        return weight

    def _choice(self, where: str, value: Any, known: Collection[str]) -> str:
        if value in known:
            return str(value)
        self._wrong(where, f"应当是 {'、'.join(known)} 中的一个，现在是 {value!r}")
        return next(iter(known))

    def _wrong(self, where: str, message: str) -> None:
        stop = "" if message.endswith(("。", "？", "^")) else "。"
        self.problems.append(f"{where}：{message}{stop}")


def _clause(raw: Mapping[str, Any], default: Clause) -> Clause:
    """Give the clause a table names, or the one of what it belongs to."""
    if "document" not in raw:
        return default
    return Clause(raw["document"], raw.get("clause", ""), raw.get("verified", False))


def _texts(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value
