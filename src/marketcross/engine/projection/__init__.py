"""Demand, client numbers, supply, gaps, self-funders, need by place, benchmarks, money and workforce."""
