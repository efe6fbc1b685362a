"""Measures of segmentation."""


def window_diff(gold: set[int], found: set[int], n: int) -> float:
    k = max(2, round(n / (2 * (len(gold) + 1))))
    balance = [0] * (n + 1)
    for b in gold:
        balance[b] += 1
    for b in found:
        balance[b] -= 1
    return sum(1 for i in range(n - k) if sum(balance[i + 1 : i + k + 1])) / max(1, n - k)
