"""Write small ODS and XLSX files for tests, by the least that their formats ask for."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

Cell = str | int | date | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]

_O = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"


def write_ods(path: Path, sheets: Sheets) -> Path:
    """Each sheet by its name, each row as a list of cells."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _ODS)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_O}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{_O}:office:1.0" xmlns:table="{_O}:table:1.0" '
            f'xmlns:text="{_O}:text:1.0"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return path


def _ods_row(row: Sequence[Cell]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, int):
        kind = f'office:value-type="float" office:value="{cell}"'
    elif isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def write_xlsx(path: Path, sheets: Sheets) -> Path:
    """Each sheet by its name, each row as a list of cells; days are written as text, as some editions do."""
    numbers = range(1, len(sheets) + 1)
    with ZipFile(path, "w") as archive:
        kinds = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_P}/content-types">{kinds}</Types>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" Type="{_R}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        named = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="s{i}"/>' for i, n in zip(numbers, sheets, strict=True))
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{_M}" xmlns:r="{_R}"><sheets>{named}</sheets></workbook>'
        )
        links = "".join(
            f'<Relationship Id="s{i}" Type="{_R}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_P}/relationships">{links}</Relationships>'
        )
        for i, rows in zip(numbers, sheets.values(), strict=True):
            lines = "".join(_xlsx_row(n, row) for n, row in enumerate(rows, 1))
            text = f'<worksheet xmlns="{_M}"><sheetData>{lines}</sheetData></worksheet>'
            archive.writestr(f"xl/worksheets/sheet{i}.xml", text)
    return path


def _xlsx_row(number: int, row: Sequence[Cell]) -> str:
    cells = "".join(_xlsx_cell(f"{_letters(n)}{number}", cell) for n, cell in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _xlsx_cell(where: str, cell: Cell) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, int):
        return f'<c r="{where}"><v>{cell}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'


def _letters(column: int) -> str:
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)
