#!/usr/bin/env python3
"""Writes list.xls and list.ods: the list that tests/it/import.rs builds as .xlsx (`messy`), as old Excel and as
LibreOffice keep it. Needs xlwt and odfpy (`pip install xlwt==1.3.0 odfpy==1.4.1`). The files are committed; run this only
to change them, together with `messy`.
"""

import datetime
import os

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

HERE = os.path.dirname(os.path.abspath(__file__))
SHEET = "Năm 2021"
SIGNED = datetime.date(2021, 12, 31)
PLACE = "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn"
OTHER = "xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn"
HOUSE = "Hộ kinh doanh Nguyễn Thị Mẫu"

# First row, first column, last row, last column, text.
MERGED = [
    (0, 0, 0, 8, "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN"),
    (1, 0, 1, 8, "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN"),
    *[(3, column, 4, column, text) for column, text in
      [(0, "STT"), (1, "Tên sản phẩm"), (2, "Chủ thể"), (3, "Địa chỉ"), (8, "Ghi chú")]],
    (3, 4, 3, 5, "Kết quả"),
    (3, 6, 3, 7, "Quyết định"),
    (6, 0, 6, 8, "I. HUYỆN NA RÌ"),
    (7, 2, 8, 2, "HTX Tài Hoan"),
    (9, 0, 9, 8, "II. Nhóm đồ uống"),
]
CELLS = {
    (4, 4): "Điểm", (4, 5): "Hạng sao", (4, 6): "Số QĐ", (4, 7): "Ngày ký",
    **{(5, column): f"({column + 1})" for column in range(9)},
    (7, 0): 1, (7, 1): "Miến dong Tài Hoan", (7, 3): PLACE, (7, 4): 86.5, (7, 5): "4 sao", (7, 6): "2616/QĐ-UBND", (7, 7): SIGNED,
    (8, 0): 2, (8, 1): "- Bột dong\n- Bún khô", (8, 3): PLACE, (8, 5): "★★★", (8, 6): "2616/QĐ-UBND", (8, 7): SIGNED,
    (10, 0): 3, (10, 1): "Chè Shan tuyết", (10, 2): HOUSE, (10, 3): OTHER, (10, 5): 6,
    (11, 0): 4, (11, 1): "Rượu ngô", (11, 2): HOUSE, (11, 3): OTHER,
    (12, 1): "Tổng cộng: 5 sản phẩm",
}


def xls():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(SHEET)
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for top, left, bottom, right, text in MERGED:
        sheet.write_merge(top, bottom, left, right, text)
    for (row, column), value in CELLS.items():
        if isinstance(value, datetime.date):
            sheet.write(row, column, value, day)
        else:
            sheet.write(row, column, value)
    book.save(os.path.join(HERE, "list.xls"))


def ods_cell(value, **span):
    if isinstance(value, datetime.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **span)
        cell.addElement(P(text=value.strftime("%d/%m/%Y")))
        return cell
    if isinstance(value, (int, float)):
        cell = TableCell(valuetype="float", value=value, **span)
        cell.addElement(P(text=str(value)))
        return cell
    cell = TableCell(valuetype="string", **span)
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def ods():
    book = OpenDocumentSpreadsheet()
    book.automaticstyles.addElement(Style(name="plain", family="table-cell"))
    table = Table(name=SHEET)
    heads = {(top, left): (bottom - top + 1, right - left + 1, text) for top, left, bottom, right, text in MERGED}
    covered = {(row, column) for top, left, bottom, right, _ in MERGED for row in range(top, bottom + 1) for column in range(left, right + 1)}
    for row in range(13):
        line = TableRow()
        for column in range(9):
            if (row, column) in heads:
                rows, columns, text = heads[row, column]
                line.addElement(ods_cell(text, numberrowsspanned=rows, numbercolumnsspanned=columns))
            elif (row, column) in covered:
                line.addElement(CoveredTableCell())
            elif (row, column) in CELLS:
                line.addElement(ods_cell(CELLS[row, column]))
            else:
                line.addElement(TableCell())
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(os.path.join(HERE, "list.ods"))


if __name__ == "__main__":
    xls()
    ods()
