import { newExcel } from "../../shared/drawing/new-excel.js";
import type { NewRow } from "../../shared/drawing/new-content.js";
import type { PackFolder } from "../../shared/host/contract.js";
import { openWorkbook, type ReadyPack } from "../../shared/exchange/open-workbook.js";
import { patchExcel } from "../../shared/patching/patch-excel.js";
import { planSave } from "../../shared/saving/plan-save.js";
import { saveTarget } from "../../shared/saving/save-target.js";

/** The tables that print the same codes, and what they say of a leaf with this much 基本支出 and 项目支出. */
const TABLES = new Map<string, (basic: number, project: number) => NewRow["cells"]>([
  ["02", (basic, project) => ({ fiscalAppropriation: `${basic + project}.00` })],
  ["03", (basic, project) => ({ basic: `${basic}.00`, project: `${project}.00` })],
  [
    "05",
    (basic, project) => ({
      revenueBasic: `${basic}.00`,
      revenueProject: `${project}.00`,
      expenditureBasic: `${basic}.00`,
      expenditureProject: `${project}.00`,
    }),
  ],
]);

/** The file of a pack's folder that knows the codes. */
const CODE_LIST = "classifications/functional.csv";

/**
 * A workbook of a pack with so many rows, the same codes with figures that agree in 公开02, 03 and 05: an edit makes a few findings
 * come and go, as it does in a real workbook.
 */
export async function longWorkbook(ready: ReadyPack, rows: number): Promise<Uint8Array> {
  const codes = codesOf(Math.floor(rows / TABLES.size));
  const tables = Array.from(TABLES, ([id, cells]) => [id, codes.map((code, at) => codeRow(code, at, cells))] as const);
  const draft = await newExcel(ready.pack, {
    department: "某局",
    tables: new Map(tables),
    lastYear: new Map(),
    remarks: new Map(),
  });
  return withSums(draft, ready);
}

/** The packs with the long workbook's codes on their lists: no list has so many. */
export function knowingCodes(packs: readonly PackFolder[], rows: number): readonly PackFolder[] {
  const codes = codesOf(Math.floor(rows / TABLES.size));
  return packs.map((pack) => {
    const known = pack.files[CODE_LIST] ?? "code,name\n";
    const listed = new Set(known.split("\n").map((line) => line.split(",")[0]));
    const added = codes.filter((code) => !listed.has(code)).map((code) => `${code},${nameOf(code)}\n`);
    return { ...pack, files: { ...pack.files, [CODE_LIST]: `${known.trimEnd()}\n${added.join("")}` } };
  });
}

/** The draft with every computed cell filled, as a program would have saved it: a blank one is a finding each. */
function withSums(draft: Uint8Array, ready: ReadyPack): Uint8Array {
  const opened = openWorkbook(draft, [ready]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const written = patchExcel(draft, planSave(opened.value.read, saveTarget(opened.value.session)));
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value;
}

/** 类, 款 and 项 in their order. */
function codesOf(count: number): readonly string[] {
  const codes: string[] = [];
  for (let group = 0; codes.length < count; group += 1) {
    const kind = `${301 + Math.floor(group / 90)}`;
    const part = `${kind}${String(1 + (group % 90)).padStart(2, "0")}`;
    if (group % 90 === 0) codes.push(kind);
    codes.push(part);
    for (let leaf = 1; leaf <= 9; leaf += 1) codes.push(`${part}0${leaf}`);
  }
  return codes;
}

/** Only 项 hold figures, the others are sums. */
function codeRow(key: string, at: number, cells: (basic: number, project: number) => NewRow["cells"]): NewRow {
  return { key, name: nameOf(key), cells: key.length === 7 ? cells(1 + (at % 90), 1 + ((at * 7) % 40)) : {} };
}

function nameOf(code: string): string {
  return `科目${code}`;
}
