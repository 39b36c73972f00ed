"""Runs the simulator's model for each case, in the environment that has asdm; started by bench.py."""

import json
import sys
from time import perf_counter

from asdm import sdmodel

RESULTS = ["waiting", "Placement", "Unused_Beds", "Bed_deficit"]


def simulate(model, population, beds, placed, opened, closed, rate, stay):
    """Set the model as its web page does, and time the simulation alone."""
    run = sdmodel(from_xmile=model)
    run.replace_element_equation("Admission_Rate_per_10,000", rate)
    run.replace_element_equation("LOS_(Months)", stay)
    run.replace_element_equation("initial_care_home_places", beds)
    run.replace_element_equation("Initial_Placements", placed)
    run.overwrite_graph_function_points("pop_proj_65plus", new_ypts=population)
    run.overwrite_graph_function_points("new_beds_pa", new_ypts=opened)
    run.overwrite_graph_function_points("beds_removed_pa", new_ypts=closed)
    started = perf_counter()
    run.simulate()
    return perf_counter() - started, run.export_simulation_result(format="df").set_index("Months")


def main():
    asked = json.load(sys.stdin)
    results, seconds = [], 0.0
    for case in asked["cases"]:
        took, table = simulate(asked["model"], *case)
        seconds += took
        results.append([[float(table.loc[month, name]) for name in RESULTS] for month in asked["months"]])
    json.dump({"results": results, "seconds": seconds}, sys.stdout)


main()
