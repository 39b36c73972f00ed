"""The price table of a calibration in plain Python, a plan at a time: what the fast one is held to and measured by."""

Row = tuple[int, int]  # from so many points, so many pence


def price_table(plans: list[tuple[int, int]], percent: int, fewest: int, step: int) -> list[Row]:
    """From ``(points, cost)`` of each plan with points. Rows that repeat the price before them are left out."""
    pools: list[tuple[list[int], int, int]] = []  # costs, first points, price
    for first, costs in _groups(plans, fewest):
        pools.append((costs, first, _enough_for(costs, percent)))
        while len(pools) > 1 and pools[-2][2] > pools[-1][2]:
            later, earlier = pools.pop(), pools.pop()
            together = earlier[0] + later[0]
            pools.append((together, earlier[1], _enough_for(together, percent)))
    rows = [(0, 0)]
    for _, first, price in pools:
        rounded = -(-price // step) * step
        if rounded != rows[-1][1]:
            rows.append((first, rounded))
    return rows


def _groups(plans: list[tuple[int, int]], fewest: int) -> list[tuple[int, list[int]]]:
    by_points: dict[int, list[int]] = {}
    for points, cost in plans:
        by_points.setdefault(points, []).append(cost)
    groups: list[tuple[int, list[int]]] = []
    first, costs = 1, []
    for points in sorted(by_points):
        costs = costs + by_points[points]
        if len(costs) >= fewest:
            groups.append((first, costs))
            first, costs = points + 1, []
    if costs and groups:
        groups[-1] = (groups[-1][0], groups[-1][1] + costs)
    return groups


def _enough_for(costs: list[int], percent: int) -> int:
    place = -(-percent * len(costs) // 100)
    return sorted(costs)[max(place, 1) - 1]
