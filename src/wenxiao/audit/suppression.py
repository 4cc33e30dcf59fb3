"""Findings that were looked at and let stand, each with its reason: ``wenxiao.toml``.

::

    [audit]
    ignore = ["WX607"]

    [[audit.suppress]]
    rule = "WX201"
    file = "报告.docx"      # optional; * stands for any characters
    text = "参训人数"        # optional; part of the text at the place, or of the message
    reason = "两次统计的口径不同，报告另有说明"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from wenxiao.errors import WenxiaoError, os_reason
from wenxiao.finding import Finding
from wenxiao.place import TextPlace
from wenxiao.toml_text import parse_toml

CONFIGURATION = "wenxiao.toml"
_FIELDS = frozenset({"rule", "file", "text", "reason"})
_SECTION = frozenset({"ignore", "suppress"})


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that is known and let stand; ``file`` and ``text`` narrow it down, "" fits any."""

    rule: str
    reason: str
    file: str = ""
    text: str = ""

    def fits(self, finding: Finding, document: str) -> bool:
        """Tell whether it speaks of a finding in a document of this name."""
        return (
            finding.rule == self.rule
            and (not self.file or fnmatchcase(document, self.file))
            and (not self.text or self.text in finding.message or self._in_places(finding))
        )

    def _in_places(self, finding: Finding) -> bool:
        return any(self.text in place.text for place in finding.places if isinstance(place, TextPlace))

    def __str__(self) -> str:
        """Give it as a reader would find it in the configuration."""
        return "，".join(part for part in (self.rule, self.file, self.text and f"“{self.text}”") if part)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What ``wenxiao.toml`` says about the audit."""

    ignore: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


def load_configuration(path: Path) -> Configuration:
    """Read a configuration file.

    Raises:
        WenxiaoError: it cannot be read, is no TOML, or an entry is wrong.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WenxiaoError(f"无法读取配置「{path}」：{os_reason(error)}。请检查路径和权限。") from error
    return parse_configuration(content, str(path))


def parse_configuration(content: bytes, name: str) -> Configuration:
    """Read the content of a configuration file; ``name`` is its name in messages.

    Raises:
        WenxiaoError: it is no TOML, or an entry is unknown, of the wrong type, or lacks rule or reason.
    """
    section = parse_toml(content, name).get("audit", {})
    if not isinstance(section, dict) or not section.keys() <= _SECTION:
        raise WenxiaoError(f"「{name}」的 [audit] 只能有 ignore 和 [[audit.suppress]]。请改正。")
    ignore, entries = section.get("ignore", []), section.get("suppress", [])
    if not isinstance(ignore, list) or not all(isinstance(code, str) for code in ignore):
        raise WenxiaoError(f'「{name}」的 ignore 应是规则代码的列表，例如 ignore = ["WX607"]。请改正。')
    if not isinstance(entries, list):
        raise WenxiaoError(f"「{name}」的屏蔽应写在 [[audit.suppress]] 之下（两层方括号）。请改正。")
    suppressions = tuple(
        _suppression(entry, f"「{name}」第 {i} 条屏蔽") for i, entry in enumerate(entries, 1)
    )
    return Configuration(tuple(ignore), suppressions)


def unused(suppressions: Iterable[Suppression], used: Iterable[Suppression]) -> tuple[Suppression, ...]:
    """Give the suppressions that fitted no finding: the mistake they speak of is gone."""
    seen = set(used)
    return tuple(one for one in suppressions if one not in seen)


def _suppression(entry: object, where: str) -> Suppression:
    if not isinstance(entry, Mapping) or not entry.keys() <= _FIELDS:
        raise WenxiaoError(f"{where}只能有 rule、file、text、reason 四项。请改正。")
    texts: dict[str, Any] = dict(entry)
    if not all(isinstance(text, str) for text in texts.values()):
        raise WenxiaoError(f"{where}的各项都应是用引号括起的文字。请改正。")
    for field, title in (("rule", "规则代码 rule"), ("reason", "理由 reason")):
        if not texts.get(field, "").strip():
            raise WenxiaoError(f"{where}没有写{title}。屏蔽一条发现必须写明规则和理由，请补上。")
    return Suppression(**texts)
