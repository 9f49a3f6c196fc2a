"""Fitting weights: a bag of cues is right if at least one of its cues is; or of all that a sentence holds, a sum.

Needs numpy. Everything is deterministic: no random start, a fixed number of steps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


class Bags(NamedTuple):
    """Cues in bags. Cue ``i`` has the signs ``columns[starts[i]:starts[i + 1]]`` with their ``sizes``."""

    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    sizes: Vector
    bag: NDArray[np.int64]
    right: NDArray[np.bool_]


def fit(bags: Bags, columns: int, *, bias: float, base: float, shrink: float, steps: int) -> Vector:
    """Return the weight of each column that makes the bags likeliest, shrunk towards 0 (a ridge of ``shrink``).

    ``base`` is the chance that a bag without cues is right.
    """
    rows = np.repeat(np.arange(len(bags.bag)), np.diff(bags.starts))
    count = len(bags.right)
    floor = -np.log1p(-base)

    def loss(weights: Vector) -> tuple[float, Vector]:
        odds = bias + np.bincount(rows, weights[bags.columns] * bags.sizes, len(bags.bag))
        odds = np.clip(odds, -30, 30)
        hazard = np.bincount(bags.bag, np.logaddexp(0, odds), count) + floor
        none = np.exp(-hazard)
        total = np.where(bags.right, -np.log1p(-none), hazard).sum() + shrink / 2 * weights @ weights
        slope = np.where(bags.right, -none / (1 - none), 1.0)
        by_cue = slope[bags.bag] / (1 + np.exp(-odds))
        gradient = np.bincount(bags.columns, by_cue[rows] * bags.sizes, columns) + shrink * weights
        return float(total), gradient

    return descend(loss, np.zeros(columns), steps)


def fit_sum(bags: Bags, columns: int, *, shrink: float, steps: int) -> tuple[Vector, float]:
    """Return the weight of each column whose sum, and a shift, make the bags likeliest: a logistic regression.

    Each bag is one row of columns here.
    """
    count = len(bags.right)
    rows = np.repeat(np.arange(count), np.diff(bags.starts))

    def loss(weights: Vector) -> tuple[float, Vector]:
        odds = np.bincount(rows, weights[bags.columns] * bags.sizes, count) + weights[-1]
        free = np.append(weights[:-1], 0.0)
        total = np.logaddexp(0, np.where(bags.right, -odds, odds)).sum() + shrink / 2 * free @ free
        off = 1 / (1 + np.exp(-np.clip(odds, -30, 30))) - bags.right
        slope = np.bincount(bags.columns, off[rows] * bags.sizes, columns)
        return float(total), np.append(slope, off.sum()) + shrink * free

    fitted = descend(loss, np.zeros(columns + 1), steps)
    return fitted[:-1], float(fitted[-1])


def leaning(right: Vector, seen: Vector) -> Vector:
    """Return how far each sign leans, in log-odds against all signs, by how often of those seen it was right."""
    odds = np.log((right + 1) / (seen - right + 1))
    usual = np.log((right + 1).sum() / (seen - right + 1).sum())
    return np.abs(odds - usual)


def set_right(odds: Vector, labels: NDArray[np.bool_], steps: int = 25) -> tuple[float, float]:
    """Return the (slope, shift) that make log-odds fit their labels: Platt's scaling, by Newton's steps."""
    slope, shift = 1.0, 0.0
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-(slope * odds + shift)))
        off, spread = chance - labels, chance * (1 - chance)
        one, two, three = (spread * odds * odds).sum(), (spread * odds).sum(), spread.sum()
        tilt, lift = (off * odds).sum(), off.sum()
        size = one * three - two * two
        slope -= float((three * tilt - two * lift) / size)
        shift -= float((one * lift - two * tilt) / size)
    return slope, shift


def descend(
    loss: Callable[[Vector], tuple[float, Vector]], at: Vector, steps: int, memory: int = 10
) -> Vector:
    """Return where ``steps`` of limited-memory BFGS lead from ``at`` (Nocedal and Wright, algorithm 7.5)."""
    value, slope = loss(at)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(steps):
        way = -_curved(slope, moves)
        length = 1.0 if moves else min(1.0, 1.0 / float(np.abs(slope).sum()))
        falling = float(slope @ way)
        for _ in range(30):
            there = at + length * way
            new_value, new_slope = loss(there)
            if new_value <= value + 1e-4 * length * falling:
                break
            length /= 2
        else:
            return at
        move, turn = there - at, new_slope - slope
        if float(move @ turn) > 1e-10:
            moves = [*moves[1 - memory :], (move, turn)]
        at, value, slope = there, new_value, new_slope
    return at


def _curved(slope: Vector, moves: list[tuple[Vector, Vector]]) -> Vector:
    """Return the slope times the estimated inverse curvature."""
    way = slope.copy()
    pulls = []
    for move, turn in reversed(moves):
        pull = float(move @ way) / float(turn @ move)
        pulls.append(pull)
        way -= pull * turn
    if moves:
        move, turn = moves[-1]
        way *= float(move @ turn) / float(turn @ turn)
    for (move, turn), pull in zip(moves, reversed(pulls), strict=True):
        way += (pull - float(turn @ way) / float(turn @ move)) * move
    return way
