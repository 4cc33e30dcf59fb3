"""Relations that nothing else explains, and which figures near each other give to the last digit.

Officials tell a base in a hundred ways, or not at all. Where the words do not lead to it, the digits may: of the few
amounts near by, one pair gives 15.46 %, and that this is chance is less likely than one in a hundred. What does
not fit says nothing, so nothing here is ever found wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Role
from wenxiao.audit.relations.proven.differences import differences_of, parts_others
from wenxiao.audit.relations.proven.known import Known
from wenxiao.audit.relations.proven.percentages import growths_of, is_percentage, percentages_of
from wenxiao.audit.relations.proven.products import MOST_NEAR, averages_of, each_of, products_of
from wenxiao.audit.relations.proven.respective import respective_shares
from wenxiao.audit.relations.proven.told import Near, near
from wenxiao.audit.relations.proven.totals import totals_of
from wenxiao.finding import Verdict


def proven_claims(known: Known) -> Iterator[Claim]:
    """Give what the figures prove of the amounts that no claim explains yet."""
    prover = _Prover(known)
    for claim in respective_shares(known.told):
        yield from prover.new(iter((claim,)))
    for at in range(len(known.told)):
        yield from prover.about(at)


class _Prover:
    """What proves relations between the amounts of a document."""

    def __init__(self, known: Known) -> None:
        self._told = known.told
        self._names = known.names
        self._bases = known.bases
        self._explained = known.explained
        self._each = [each_of(one.amount) for one in known.told]

    def about(self, at: int) -> Iterator[Claim]:
        """Give what is proven of one amount: of each kind the likeliest that says something new."""
        amount = self._told[at].amount
        if amount.role is Role.PERCENT:
            yield from self._about_percentage(at)
        elif amount.quantity.value > 0:
            yield from self._about_amount(at)
        if self._wants(ClaimKind.SUM, at):
            yield from self.new(totals_of(self._told, at))

    def new(self, found: Iterator[Claim]) -> Iterator[Claim]:
        """Give the first of some claims that does not fail, unless it is explained already."""
        claim = next((one for one in found if judge(one).verdict is not Verdict.FAIL), None)
        if claim is not None and not self._explained.tells(claim):
            self._explained.add(claim)
            yield claim

    def _about_percentage(self, at: int) -> Iterator[Claim]:
        amount, around = self._told[at].amount, near(self._told, at)
        if parts_others(amount) and self._wants(ClaimKind.DIFFERENCE, at):
            yield from self.new(differences_of(amount, around, ()))
        if is_percentage(amount):
            named = self._named(at, around)
            if self._wants(ClaimKind.RATE, at):
                yield from self.new(percentages_of(amount, around, named, self._bases.before(amount)))
            if amount.direction is not None and self._wants(ClaimKind.GROWTH, at):
                yield from self.new(growths_of(amount, around, named))

    def _about_amount(self, at: int) -> Iterator[Claim]:
        amount, each = self._told[at].amount, self._each[at]
        is_rest = parts_others(amount) and self._wants(ClaimKind.DIFFERENCE, at)
        is_product = self._wants(ClaimKind.PRODUCT, at) and any(self._each[max(at - MOST_NEAR, 0) : at + 1])
        if not (is_rest or is_product):
            return
        around = near(self._told, at)
        if is_rest:
            yield from self.new(differences_of(amount, around, self._named(at, around)))
        if is_product:
            yield from self.new(averages_of(amount, each, around) if each else products_of(amount, around))

    def _wants(self, kind: ClaimKind, at: int) -> bool:
        return not self._explained.has(kind, self._told[at].amount.figure.start)

    def _named(self, at: int, around: Near) -> list[Amount]:
        """Give the namesakes of an amount and of the two beside it, one of which may only tell a change."""
        amount = self._told[at].amount
        plain = (one for one in around.amounts if one.role is not Role.PERCENT)
        found: dict[int, Amount] = {}
        for one in (amount, *islice(plain, 2)):
            found.update((other.figure.start, other) for other in self._names.of(one.label, amount))
        return list(found.values())
