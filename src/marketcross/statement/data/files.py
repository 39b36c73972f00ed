"""Every file of the folder ``data``."""

import json
from collections.abc import Iterator

from marketcross.statement.data.tables import table_csv, table_metadata
from marketcross.statement.document.blocks import Document
from marketcross.statement.document.walking import tables_in


def data_files(document: Document) -> Iterator[tuple[str, str]]:
    """Names and contents: for each table ``name.csv`` and ``name.csv-metadata.json``."""
    for section in document.sections:
        for table in tables_in(section.blocks):
            yield table.file, table_csv(table)
            described = json.dumps(table_metadata(table, document), ensure_ascii=False, indent=2)
            yield f"{table.file}-metadata.json", described + "\n"
