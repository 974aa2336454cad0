"""Opens workbooks in LibreOffice, lets LibreOffice itself put rows in or take rows out, and prints all it then knows of
them as JSON. Arguments: the soffice program, a folder for its profile, and jobs as JSON:
[{"file": "...", "operation": null | {"kind": "insert" | "remove", "sheet": 0, "first": 13, "count": 3}}]"""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import RuntimeException

ROWS, COLUMNS = 48, 16


def connect(soffice, folder):
    pipe = "rows%d" % os.getpid()
    accept = "--accept=pipe,name=%s;urp;" % pipe
    profile = "-env:UserInstallation=file://%s" % folder
    process = subprocess.Popen(
        [soffice, profile, "--headless", "--norestore", "--nologo", accept],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(200):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if process.poll() is not None:
                raise SystemExit("LibreOffice ended before it answered")
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


def area(address):
    return [address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1]


def names(container):
    return {name: container.getByName(name).Content for name in container.ElementNames}


def formats(sheet):
    found = []
    for each in sheet.ConditionalFormats.getConditionalFormats():
        rules = []
        for entry in [each.getByIndex(index) for index in range(each.Count)]:
            rule = {"type": entry.getType()}
            for name in ("Formula1", "Formula2", "Operator"):
                if hasattr(entry, name):
                    rule[name] = getattr(entry, name)
            for name in ("ColorScaleEntries", "DataBarEntries", "IconSetEntries"):
                if hasattr(entry, name):
                    rule[name] = [part.getFormula() for part in getattr(entry, name)]
            rules.append(rule)
        ranges = [area(address) for address in each.Range.getRangeAddresses()]
        found.append({"ranges": ranges, "rules": rules})
    return found


def inside(address):
    for row in range(address.StartRow, min(address.EndRow, ROWS - 1) + 1):
        for column in range(address.StartColumn, min(address.EndColumn, COLUMNS - 1) + 1):
            yield row, column


def appearance(cell, formats_of):
    code = formats_of.getByKey(cell.NumberFormat).FormatString
    borders = [getattr(cell, side).OuterLineWidth for side in ("TopBorder", "BottomBorder", "LeftBorder", "RightBorder")]
    font = [cell.CharFontName, cell.CharHeight, cell.CharWeight, cell.CharColor]
    known = [code, cell.CellBackColor, cell.HoriJustify.value, cell.IsTextWrapped, cell.ParaIndent] + font + borders
    return hashlib.md5(json.dumps(known).encode()).hexdigest()[:8]


def cells(sheet, with_formats, formats_of):
    found = {}
    all_cells = sheet.getCellRangeByPosition(0, 0, COLUMNS - 1, ROWS - 1)
    for row, (formulas, values) in enumerate(zip(all_cells.FormulaArray, all_cells.DataArray)):
        for column, (formula, value) in enumerate(zip(formulas, values)):
            if formula != "":
                found[row, column] = {"formula": formula, "value": value}
    # Cells of one format are asked once: LibreOffice keeps merges and validations as formats.
    kinds = all_cells.UniqueCellFormatRanges if with_formats else None
    for kind in [kinds.getByIndex(index) for index in range(kinds.Count)] if kinds else []:
        addresses = kind.getRangeAddresses()
        first = sheet.getCellByPosition(addresses[0].StartColumn, addresses[0].StartRow)
        validation = first.Validation
        rule = [validation.Type.value, validation.getFormula1(), validation.getFormula2()]
        look = appearance(first, formats_of) if formats_of else None
        for row, column in [place for address in addresses for place in inside(address)]:
            if look is not None:
                found.setdefault((row, column), {})["look"] = look
            if rule[0] != "ANY":
                found.setdefault((row, column), {})["validation"] = rule
            if first.IsMerged:
                cursor = sheet.createCursorByRange(sheet.getCellByPosition(column, row))
                cursor.collapseToMergedArea()
                found.setdefault((row, column), {})["merged"] = area(cursor.RangeAddress)
    return {"%d,%d" % (row + 1, column + 1): known for (row, column), known in found.items()}


def known(document):
    sheets = []
    for index in range(document.Sheets.Count):
        sheet = document.Sheets.getByIndex(index)
        charts = [sheet.Charts.getByIndex(index) for index in range(sheet.Charts.Count)]
        facts = {"name": sheet.Name, "cells": cells(sheet, index < 2, document.NumberFormats if index == 0 else None), "formats": formats(sheet)}
        if index == 0:
            facts["names"] = names(sheet.NamedRanges)
            facts["printAreas"] = [area(address) for address in sheet.PrintAreas]
            facts["titleRows"] = area(sheet.TitleRows)[0::2] if sheet.PrintTitleRows else None
            facts["breaks"] = [b.Position for b in sheet.RowPageBreaks if b.ManualBreak]
            facts["notes"] = [[n.Position.Row + 1, n.Position.Column + 1, n.String] for n in sheet.Annotations]
            rows = [sheet.Rows.getByIndex(row) for row in range(34)]
            # Heights that LibreOffice finds by itself depend on when it looked.
            facts["heights"] = [[row.IsVisible, None if row.OptimalHeight else row.Height] for row in rows]
            facts["charts"] = [list(chart.EmbeddedObject.getUsedRangeRepresentations()) for chart in charts]
        sheets.append(facts)
    ranges = document.DatabaseRanges
    databases = {name: area(ranges.getByName(name).DataArea) for name in ranges.ElementNames}
    return {"sheets": sheets, "names": names(document.NamedRanges), "databases": databases}


def run(desktop, job):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["file"]), "_blank", 0, (hidden,))
    if document is None:
        raise SystemExit("LibreOffice cannot open " + job["file"])
    operation = job["operation"]
    if operation:
        rows = document.Sheets.getByIndex(operation["sheet"]).Rows
        change = rows.insertByIndex if operation["kind"] == "insert" else rows.removeByIndex
        try:
            change(operation["first"] - 1, operation["count"])
        except RuntimeException:
            document.close(True)
            return {"refused": True}
    document.calculateAll()
    result = known(document)
    document.close(True)
    return result


# A test that runs out of time must not leave LibreOffice behind.
signal.signal(signal.SIGTERM, lambda *_: sys.exit("ran out of time"))
process, desktop = connect(*sys.argv[-3:-1])
try:
    print(json.dumps([run(desktop, job) for job in json.loads(sys.argv[-1])], ensure_ascii=False))
finally:
    try:
        desktop.terminate()
        process.wait(20)
    except Exception:
        os.killpg(process.pid, signal.SIGKILL)
