"""The official forms and attached tables a report may insert, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from wenxiao.evaluate import Results
from wenxiao.report import (
    forms_basic,
    forms_department,
    forms_ledger,
    forms_money,
    forms_project,
    forms_scores,
)
from wenxiao.report.blocks import Block

FormBuilder = Callable[[Results, str], tuple[Block, ...]]

FORMS: Mapping[str, FormBuilder] = {
    forms_basic.NAME: forms_basic.build,
    forms_department.NAME: forms_department.build,
    forms_project.NAME: forms_project.build,
    forms_scores.SUMMARY: forms_scores.summary,
    forms_scores.INDICATORS: forms_scores.indicators,
    forms_money.STATEMENT: forms_money.statement,
    forms_money.PROJECTS: forms_money.projects,
    forms_ledger.RECTIFICATION: forms_ledger.rectification,
    forms_ledger.FINDINGS: forms_ledger.findings,
}
"""Each builder takes the results and the argument after the colon ("" if none)."""


def bound(results: Results) -> Mapping[str, Callable[[str], tuple[Block, ...]]]:
    """Give the forms of these results, as the narrative asks for them."""
    return {name: partial(build, results) for name, build in FORMS.items()}
