import { expect, it } from "vitest";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import type { PaperBook } from "../support/paper-book.js";
import { readSample } from "../support/paper-check.js";
import { paperFile } from "../support/paper-file.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const packs = [{ pack, formulas: loadFormulas(pack) }];

/** References of 上年数 that differ from a workbook of last year with this 收入合计. */
function differing(sample: PaperBook, income: number): readonly (string | undefined)[] {
  const before = sample.copy();
  before.sheet("说明要素").set("C2", "2019");
  before.sheet("公开02表").set("E7", income);
  const previous = openWorkbook(paperFile(before), packs);
  if (!previous.ok) throw new Error(previous.failure.code);
  const opened = openWorkbook(paperFile(sample), packs, previous.value.session);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.reading
    .filter(({ code }) => code === "previous-differs")
    .map(({ facts }) => facts["reference"])
    .filter((reference) => reference === "收入.合计.本年收入合计");
}

it("last year's figure may have more digits than 上年数 prints, but no other ones", async () => {
  const sample = await readSample("sample");
  expect(differing(sample, 6393.5649)).toEqual([]);
  expect(differing(sample, 6393.57)).toEqual(["收入.合计.本年收入合计"]);
});
