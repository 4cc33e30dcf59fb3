"""The official forms and attached tables a report may insert, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from wenxiao.evaluate import Results
from wenxiao.report.blocks import Block
from wenxiao.report.forms import basic, department, ledger, money, project, scores

FormBuilder = Callable[[Results, str], tuple[Block, ...]]

FORMS: Mapping[str, FormBuilder] = {
    basic.NAME: basic.build,
    department.NAME: department.build,
    project.NAME: project.build,
    scores.SUMMARY: scores.summary,
    scores.INDICATORS: scores.indicators,
    money.STATEMENT: money.statement,
    money.PROJECTS: money.projects,
    ledger.RECTIFICATION: ledger.rectification,
    ledger.FINDINGS: ledger.findings,
}
"""Each builder takes the results and the argument after the colon ("" if none)."""


def bound(results: Results) -> Mapping[str, Callable[[str], tuple[Block, ...]]]:
    """Give the forms of these results, as the narrative asks for them."""
    return {name: partial(build, results) for name, build in FORMS.items()}
