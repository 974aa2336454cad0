import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partsOf, RICH_FILE, richBytes } from "../support/patching.js";
import { richWorkbook } from "../support/rich-workbook.js";

/** `RENEW=1 npx vitest run test/patching/rich-workbook.test.ts` makes the fixture anew after its parts were changed. */
test("the rich workbook among the fixtures is what its parts say", () => {
  if (process.env["RENEW"] === "1") writeFileSync(RICH_FILE, richWorkbook());
  const [made, kept] = [partsOf(richWorkbook()), partsOf(richBytes())];
  expect(kept.names).toEqual(made.names);
  for (const name of made.names) expect(kept.text(name), name).toBe(made.text(name));
});
