"""What verify found in an edited Word report, as data, as Chinese lines and as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from wenxiao.report.word.read import WordPlace


class Kind(StrEnum):
    """What can be wrong with a figure in an edited report."""

    CHANGED = "changed"
    UNSOURCED = "unsourced"
    OUTDATED = "outdated"
    GONE = "gone"


_HEADINGS = {
    Kind.CHANGED: "被手工改动的数字（请改回，或在数据中更正后重新生成）",
    Kind.UNSOURCED: "没有出处的数字（请核对；应有出处的，写入数据包后引用）",
    Kind.OUTDATED: "生成之后数据已变的数字（请重新生成报告）",
    Kind.GONE: "已从文中消失的数字（请确认是有意删去）",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that does not hold: where, the sentence around it, what stands there, what should."""

    kind: Kind
    place: WordPlace | None
    sentence: str
    key: str
    title: str
    found: str
    expected: str

    def __str__(self) -> str:
        """Say it in one line."""
        where = f"{self.place}：" if self.place else ""
        quote = f"（“{self.sentence}”）" if self.sentence else ""
        match self.kind:
            case Kind.CHANGED:
                return f"{where}「{self.title}」现为“{self.found}”，应为“{self.expected}”{quote}"
            case Kind.UNSOURCED:
                return f"{where}“{self.found}”不是由数据生成的{quote}"
            case Kind.OUTDATED:
                return f"「{self.title}」生成时为 {self.found}，现为 {self.expected}"
            case Kind.GONE:
                return f"「{self.title}」原文“{self.expected}”"


@dataclass(frozen=True, slots=True)
class Verification:
    """The result: how many figures the file shows, what is wrong, whether the file kept its record."""

    file: str
    figures: int
    differences: tuple[Difference, ...]
    has_record: bool
    digest: str

    @property
    def is_clean(self) -> bool:
        """Tell whether every figure still holds."""
        return not self.differences

    def lines(self) -> list[str]:
        """Give the report in Chinese, one line per figure, grouped by what is wrong."""
        result = [f"「{self.file}」：核对 {self.figures} 处数字，{len(self.differences)} 处有出入。"]
        if not self.has_record:
            result.append("文件里没有生成时的数字记录（可能由其他软件另存过），仅按当前数据核对。")
        for kind, heading in _HEADINGS.items():
            group = [difference for difference in self.differences if difference.kind is kind]
            if group:
                result.append(f"{heading}：{len(group)} 处")
                result += [f"  {number}. {difference}" for number, difference in enumerate(group, start=1)]
        return result

    def as_json(self) -> dict[str, object]:
        """Give the result as JSON-ready data."""
        return {
            "file": self.file,
            "figures": self.figures,
            "clean": self.is_clean,
            "has_record": self.has_record,
            "digest": self.digest,
            "differences": [
                asdict(difference) | {"place": str(difference.place) if difference.place else ""}
                for difference in self.differences
            ],
        }
