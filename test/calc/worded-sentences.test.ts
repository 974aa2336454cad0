import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { invert, type Transaction } from "../../shared/model/transaction.js";
import { PACK_FOLDER } from "../support/command-line.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");

function opened(): Session {
  const bytes = new Uint8Array(readFileSync(path.join(PACK_FOLDER, "sample.xlsx")));
  const workbook = openWorkbook(bytes, [{ pack, formulas: loadFormulas(pack) }]);
  if (!workbook.ok) throw new Error(workbook.failure.code);
  return workbook.value.session;
}

describe("when the publisher and the year are changed", () => {
  const session = opened();
  const before = session.workbook.profile;
  const renaming: Transaction = {
    origin: "profile",
    changes: [{ kind: "set-profile", before, after: { department: "某某县水利局", year: 2021 } }],
  };

  it("the pack's sentences below empty forms follow, as the saved file will say them, and come back", () => {
    const renamed = edit(session, renaming);
    expect(renamed.session.workbook.emptySentences.get("08")).toBe(
      "某某县水利局2021年度没有国有资本经营预算财政拨款收入支出，故本表无数据。",
    );
    const undone = edit(renamed.session, { ...invert(renamed.transaction), origin: "undo" });
    expect(undone.session.workbook.emptySentences).toEqual(session.workbook.emptySentences);
  });

  it("sentences people have worded stay", () => {
    const own = new Map([["08", "我单位2020年没有这项支出，本表无数据。"]]);
    const worded = { ...session, workbook: { ...session.workbook, emptySentences: own } };
    expect(edit(worded, renaming).session.workbook.emptySentences).toEqual(own);
  });
});
