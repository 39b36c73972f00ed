"""A small, right pack, and the same with files replaced: text, bytes, or None for no such file."""

from collections.abc import Mapping
from pathlib import Path

from marketcross.statement.reading import PackErrors, read_pack

FIGURE_HEADER = "id,label,value,unit,period,area,group,qualifier,precision,source,locator,note\n"
RELATION_HEADER = "id,kind,result,operands,constant,not_comparable,note\n"
POPULATION_HEADER = "area,year,sex,age_from,age_to,people\n"
RATE_HEADER = "condition,sex,age_from,age_to,rate,source\n"
CLIENT_HEADER = "area,service,group,year,people\n"
SERVICE_HEADER = "id,name,kind,locality,capacity,ownership,rating,source\n"

PACK = """[area]
name = "Madeham"
code = "E99999999"

[statement]
title = "Market position"
edition = "2020"
published = 2020-03-31
publisher = "Madeham Council"
contact_email = "care@madeham.example"

[[localities]]
id = "north"
name = "North Madeham"
"""

RIGHT: dict[str, str | bytes | None] = {
    "pack.toml": PACK,
    "sources.csv": "id,title,publisher,year,locator_kind\nmps,Market position,Madeham,2020,page\n",
    "figures.csv": FIGURE_HEADER
    + "total,Homes,15,homes,2020,E99999999,,count,,mps,3,\n"
    + "north,Homes in the north,9,homes,2020,north,,count,,mps,3,\n"
    + "south,Homes in the south,6,homes,2020,E99999999,,count,,mps,3,\n",
    "relations.csv": RELATION_HEADER + "homes_add_up,sum,total,north south,,,\n",
    "series/population.csv": POPULATION_HEADER + "E99999999,2020,female,65,74,800\nE99999999,2020,female,75,,400\n",
    "series/rates.csv": RATE_HEADER + "dementia,female,65,,0.071,mps\n",
    "series/clients.csv": CLIENT_HEADER + "E99999999,home care,65 and over,2020,120\n",
    "services.csv": SERVICE_HEADER + "s1,The Elms,care_home,north,30,private,good,mps\n",
    "omitted.csv": "printed,source,locator,reason\none or two,mps,4,no single number\n",
    "models.toml": '[[model]]\nid = "gap"\nkind = "difference"\nof = ["total", "north"]\n',
    "statement/01-message.md": "There are {{ total }}.\n\n{{ gap }}\n\nThat is {{ gap.least }}.\n",
}


def write(folder: Path, changes: Mapping[str, str | bytes | None] = {}) -> Path:
    """The right pack with these files changed, in a new folder."""
    pack = folder / "pack"
    for name, content in {**RIGHT, **changes}.items():
        if content is not None:
            path = pack / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return pack


def problems(pack: Path) -> list[tuple[str, int, str]]:
    """What the reader says of it, which must be something."""
    try:
        read_pack(pack)
    except PackErrors as errors:
        return [tuple(problem) for problem in errors.problems]
    raise AssertionError("the pack was read, and nothing was found wrong")
