"""Undo over several models, in the plainest terms."""

from __future__ import annotations

from tests.store.model import ACTIONS, Model


def taken_back(models: list[Model], me: Model, *, redo: bool, partly: bool) -> int | None:
    """Undo or redo the last action of one model in all; in how many, None where that cannot be.

    An action that is to be taken back must be the last one of each model where it still stands.
    """
    stacks = {id(model): model.undone if redo else model.done for model in models}
    if not stacks[id(me)]:
        return 0
    action = stacks[id(me)][-1][1]
    members = [model for model in models if action in model.standing]
    free = [m for m in members if stacks[id(m)] and stacks[id(m)][-1][1] == action]
    if len(free) < len(members) and not partly:
        return None
    number = next(ACTIONS)
    for model in free:
        model.take_back(number, redo)
    return len(free)
