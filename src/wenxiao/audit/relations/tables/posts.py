"""Staff against posts: no more are employed than 编制 allows.

Forms print the two side by side in a row, one below the other, or as columns with a row for each body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, Relation
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.marks import BRACKETED
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import amount_at, terms_of_one_measure

_POSTS = re.compile(r"编制(?:人?数|人员)?\Z")
_STAFF = re.compile(r"实有(?:人数|数|人员)?\Z|在编(?:在岗)?人数\Z|实有在编人数\Z")
_MOST_COLUMNS = 60

Pairs = tuple[list[Figure], list[Figure]]


def posts_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim staff to be within posts: in each row that tells both, or in the form if it tells each once."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    told = [(grid.stubs[row], _told(grid, row)) for row in range(grid.first_row, grid.table.rows)]
    complete = [
        (label, posts[0], staff[0]) for label, (posts, staff) in told if len(posts) == len(staff) == 1
    ]
    if not complete:
        posts, staff = ([figure for _, pair in told for figure in pair[side]] for side in (0, 1))
        complete = [("", posts[0], staff[0])] if len(posts) == len(staff) == 1 else []
    for label, allowed, employed in complete:
        if allowed.kind is employed.kind:
            yield _within(allowed, employed, label)


def _told(grid: Grid, row: int) -> Pairs:
    """Give the posts and the staff a row tells, called so by its words or by the heading above."""
    posts: list[Figure] = []
    staff: list[Figure] = []
    for column, heading in enumerate(grid.headings):
        figure = amount_at(grid, row, column)
        if figure is None or figure.kind is not FigureKind.COUNT:
            continue
        names = [BRACKETED.sub("", folded(name)) for name in (heading, grid.names[row][column].words)]
        if any(map(_POSTS.search, names)):
            posts.append(figure)
        elif any(map(_STAFF.search, names)):
            staff.append(figure)
    return posts, staff


def _within(posts: Figure, staff: Figure, label: str) -> Claim:
    """Claim that staff is within posts; a bare number counts what the other one does."""
    allowed, employed = (
        replace(one, label=label or one.label) for one in terms_of_one_measure((posts, staff))
    )
    return Claim(ClaimKind.COMPARE, label or allowed.label, allowed, (employed,), relation=Relation.AT_LEAST)
