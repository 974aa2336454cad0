import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { edit } from "../../../shared/calc/edit.js";
import { changeOfCell } from "../../../shared/calc/typing.js";
import { deliver, prepareDelivery } from "../../../shared/delivery/delivery.js";
import { decimal } from "../../../shared/decimal.js";
import { openWorkbook } from "../../../shared/exchange/open-workbook.js";
import { printedPages } from "../../../renderer/worker/printed-pages.js";
import type { PagesWish } from "../../../renderer/worker/protocol.js";
import { draft, PACK } from "../../support/draft-workbook.js";
import { loadFormulas } from "../../support/seed.js";

const TEMPLATE = readFileSync(new URL("../../../templates/yunnan-2020/narrative.docx", import.meta.url));
const WISH: PagesWish = {
  fingerprint: "",
  forms: ["03"],
  narrative: false,
  template: { bytes: TEMPLATE },
  zeros: "figure",
  signOff: true,
  title: "签批稿",
};

test("a sign-off copy out of the window tells what the report tells, formulas that give way to values too", async () => {
  const workbook = await draft("03");
  workbook.sheet("03").put("G9", { formula: "G10+G11", result: 700.81 });
  const bytes = await workbook.bytes();
  const opened = openWorkbook(bytes, [{ pack: PACK, formulas: loadFormulas(PACK) }]);
  if (!opened.ok) throw new Error(opened.failure.code);
  const { session } = opened.value;
  const at = { table: "03", row: "2080102", column: "project" };
  const change = changeOfCell(session, at, { kind: "amount", value: decimal("580.87") });
  if (change === undefined) throw new Error("nothing to change");
  const now = { ...opened.value, session: edit(session, { origin: "typing", changes: [change] }).session };

  const pages = await printedPages(bytes, now, WISH, () => Promise.resolve());
  if (!pages.ok) throw new Error(pages.failure.code);
  expect(pages.value.html).toContain("原来的公式“=G10+G11”结果与本程序计算的不同");

  const delivery = prepareDelivery({ bytes, opened: now, template: { bytes: TEMPLATE } });
  if (!delivery.ok) throw new Error(delivery.failure.code);
  const delivered = await deliver(delivery.value, { signOff: true });
  if (!delivered.ok) throw new Error(delivered.failure.code);
  expect(pages.value.html.match(/<tr class="(?:error|explain|hint)">/gu)).toHaveLength(
    delivered.value.report.rows.length,
  );
});
