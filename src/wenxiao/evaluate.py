"""One call: a package and its standard in; facts, scores and outcomes of rules out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wenxiao.audit.run import check
from wenxiao.catalogue.load import core_catalogue
from wenxiao.catalogue.model import Catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.engine.score import score
from wenxiao.engine.scorecard import Scores
from wenxiao.fact import FactTable
from wenxiao.files import sha256
from wenxiao.finding import Finding, Outcome
from wenxiao.packages.folder import open_package
from wenxiao.packages.model import Package
from wenxiao.settings import ENGINE_VERSION
from wenxiao.standards.load import load_standard
from wenxiao.standards.model import Standard


@dataclass(frozen=True, slots=True)
class Results:
    """An evaluation, with all that is needed to repeat it to the digit."""

    package: Package
    standard: Standard
    facts: FactTable
    scores: Scores
    outcomes: tuple[Outcome, ...]
    digest: str
    engine_version: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The failed rules' findings, the heaviest first, in a stable order."""
        order = {"error": 0, "warning": 1, "info": 2}
        found = [outcome.finding for outcome in self.outcomes if outcome.finding]
        return tuple(sorted(found, key=lambda finding: (order[finding.severity], finding.rule)))


def evaluate(package: Package, catalogue: Catalogue, standard: Standard) -> Results:
    """Measure, score and check a package.

    Raises:
        WenxiaoError: names clash, or the checklist does not fit the standard.
    """
    scores, facts = score(package, facts_of(package, catalogue), standard)
    outcomes = check(package, facts, standard)
    digest = _digest(package, standard)
    return Results(package, standard, facts, scores, outcomes, digest, ENGINE_VERSION)


def evaluate_folder(path: Path) -> Results:
    """Evaluate the package in a folder by the standard it names.

    Raises:
        InputProblems: the package or the standard is wrong; all problems are listed.
        WenxiaoError: there is no such package or standard.
    """
    package = open_package(path)
    standard = load_standard(package.standard, base=path, year=package.year)
    return evaluate(package, core_catalogue(), standard)


def _digest(package: Package, standard: Standard) -> str:
    """Digest everything the results depend on: the package's files, the standard, the engine."""
    parts = [f"{name} {digest}" for name, digest in sorted(package.digests.items())]
    return sha256("\n".join([*parts, standard.digest, ENGINE_VERSION]).encode())
