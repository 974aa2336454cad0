import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import { prepareDelivery } from "../../shared/delivery/delivery.js";
import { preparePublication } from "../../shared/delivery/publication.js";
import type { OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import type { ChecklistEntry } from "../../shared/messages/checklist-text.js";
import type { Change } from "../../shared/model/transaction.js";
import { templateFile } from "../support/narrative.js";
import { openedSample } from "../support/opened-sample.js";

const sample = openedSample();

/** The checklist of a workbook by id. */
function listed(
  opened: OpenedWorkbook,
  bytes: Uint8Array = sample.bytes,
  template: Uint8Array = templateFile(),
): ReadonlyMap<string, ChecklistEntry> {
  const delivery = prepareDelivery({ bytes, opened, template: { bytes: template } });
  if (!delivery.ok) throw new Error(JSON.stringify(delivery.failure));
  const publication = preparePublication(delivery.value);
  if (!publication.ok) throw new Error(JSON.stringify(publication.failure));
  return new Map(publication.value.checklist.map((entry) => [entry.id, entry]));
}

function changed(...changes: readonly Change[]): OpenedWorkbook {
  return { ...sample.opened, session: edit(sample.opened.session, { origin: "typing", changes }).session };
}

function without(element: string): Change {
  const before = sample.opened.session.workbook.remarks.get(element);
  if (before === undefined) throw new Error(`no element ${element}`);
  return { kind: "set-remark", id: element, before };
}

const states = (entries: ReadonlyMap<string, ChecklistEntry>): Readonly<Record<string, string>> =>
  Object.fromEntries([...entries].map(([id, { state }]) => [id, state]));

const COMPLETE = states(listed(sample.opened));

/** The pack's template with other words in it. */
function templateWith(find: string, put: string): Uint8Array {
  const parts = unzipSync(templateFile());
  const name = "word/document.xml";
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  if (!xml.includes(find)) throw new Error(`the template does not say ${find}`);
  return zipSync({ ...parts, [name]: strToU8(xml.replace(find, put)) });
}

describe("the checklist before a publication", () => {
  test("finds the sample complete and leaves the deadline and secrets to a person", () => {
    expect(Object.keys(COMPLETE)).toHaveLength(13);
    const open = Object.entries(COMPLETE).filter(([, state]) => state !== "met");
    expect(open).toEqual([
      ["deadline", "confirm"],
      ["secrets", "confirm"],
    ]);
  });

  test("misses a reason that nobody has written, and the mark it leaves in the narrative", () => {
    const entries = listed(changed(without("三公增减原因")));
    expect(states(entries)).toEqual({ ...COMPLETE, "three-public": "missing", complete: "missing" });
    expect(entries.get("three-public")?.where.join()).toContain("说明要素“三公增减原因”没有填写");
    expect(entries.get("complete")?.where.join()).toMatch(/情况说明第 \d+ 段：【待填写/);
  });

  test("misses a purchase that nobody has typed", () => {
    expect(listed(changed(without("采购工程支出"))).get("procurement")?.state).toBe("missing");
  });

  test("misses a count that is blank; 0 is a count", () => {
    const at = computedOf(sample.opened.session).resolve("三公.14.决算统计数");
    if (at === undefined) throw new Error("no such cell");
    const before = sample.opened.session.workbook.tables
      .get(at.table)
      ?.rows.find(({ key }) => key === at.row)
      ?.inputs.get(at.column);
    expect(before).toMatchObject({ kind: "amount" });
    const blank: Change = { kind: "set-cell", at, ...(before === undefined ? {} : { before }) };
    const entry = listed(changed(blank)).get("three-public");
    expect(entry?.state).toBe("missing");
    expect(entry?.where[0]).toContain("行次14“3．公务用车购置数（辆）”“决算统计数”栏是空的；没有发生的填 0");
  });

  test("of a blank workbook misses the sentences of empty forms, figures and answers", () => {
    const blank = openedSample("workbook.xlsx");
    const entries = listed(blank.opened, blank.bytes);
    expect(states(entries)).toMatchObject({
      tables: "met",
      "empty-tables": "missing",
      operation: "missing",
      complete: "missing",
    });
    expect(entries.get("empty-tables")?.where.join()).toContain("公开02表《收入决算表》没有数据，也没有写明为什么没有");
    expect(entries.get("operation")?.where.join()).toContain("机关运行经费");
  });

  test("misses a chapter that a bureau's own template has dropped", () => {
    const template = templateWith("第五部分　名词解释", "附则");
    expect(listed(sample.opened, sample.bytes, template).get("terms")?.where).toEqual([
      "情况说明里没有“名词解释”一节，或者这一节下面没有内容。",
    ]);
  });
});
