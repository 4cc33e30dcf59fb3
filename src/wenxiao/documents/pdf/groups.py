"""Things joined pair by pair to groups."""

from __future__ import annotations


class Groups:
    """Numbers from 0 that are joined to groups (a union-find structure)."""

    def __init__(self, size: int) -> None:
        """Begin with each number alone."""
        self._parents = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Put two numbers, and all that is joined to them, into one group."""
        first, second = sorted((self._root(one), self._root(other)))
        self._parents[second] = first

    def all(self) -> list[list[int]]:
        """Give the groups by their least member, members in order."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            groups.setdefault(self._root(number), []).append(number)
        return list(groups.values())

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number
