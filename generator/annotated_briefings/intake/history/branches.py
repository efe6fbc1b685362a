"""Imports of branches of a git history that were merged: whose articles nobody has compared with one another yet."""

from annotated_briefings.intake.history.lines import History


def not_compared(history: History) -> frozenset[str]:
    """Imports that the last one of the ledger did not know of: another branch made them."""
    before = _before(history)
    known: set[str] = set()
    waiting = list(before)[-1:]
    while waiting:
        run = waiting.pop()
        if run not in known:
            known.add(run)
            waiting += before.get(run, ())
    return frozenset(before.keys() - known)


def kept_apart(history: History) -> frozenset[str]:
    """Articles that the last import, or one of another branch, kept apart from all others."""
    undone = {undo.run for undo in history.undone}
    last = [run.id for run in history.runs if run.id not in undone][-1:]
    some = {*last, *not_compared(history)} - undone
    return frozenset(identity for run in history.runs if run.id in some for identity in run.apart)


def last_imports(history: History, every: bool) -> tuple[str, ...]:
    """What a new import comes after: the last one, and with ``every`` the last ones of all other branches."""
    before = _before(history)
    other = not_compared(history) if every else frozenset()
    passed = {earlier for run in other for earlier in before[run]}
    return (*list(before)[-1:], *sorted(other - passed))


def _before(history: History) -> dict[str, tuple[str, ...]]:
    """The imports in the order of the ledger, each with those that it came after.

    One that was taken back has compared nothing with other branches.
    """
    undone = {undo.run for undo in history.undone}
    out: dict[str, tuple[str, ...]] = {}
    for run in history.runs:
        after = tuple(list(out)[-1:]) if run.after is None else run.after
        out[run.id] = after[:1] if run.id in undone else after
    return out
