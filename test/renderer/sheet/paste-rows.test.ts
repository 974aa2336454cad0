import { describe, expect, test } from "vitest";
import { contentOf } from "../../../renderer/sheet/sheet-content.js";
import { extentOf, type SheetGround } from "../../../renderer/sheet/sheet-ground.js";
import { pasteBlock } from "../../../renderer/sheet/write-actions.js";
import type { OpenDocument } from "../../../renderer/session/document-store.js";
import type { Editing } from "../../../shared/editing/gesture.js";
import type { Transaction } from "../../../shared/model/transaction.js";
import { afterAll, codes, figure, shown, workbookWith } from "../../support/editing.js";

/** A ground over a workbook that keeps what is run on it. */
function groundOf(editing: Editing, form: string): { readonly ground: SheetGround; readonly ran: Transaction[] } {
  const { computed, session } = editing;
  const ran: Transaction[] = [];
  const document = {
    computed,
    session,
    ready: { pack: computed.pack },
    findingsAt: new Map(),
  } as unknown as OpenDocument;
  const content = contentOf(shown(editing, form), document);
  const ground = {
    content: () => content,
    latest: () => session,
    learned: () => new Map(),
    run: (transaction: Transaction) => ran.push(transaction),
  } as unknown as SheetGround;
  return { ground, ran };
}

describe("pasting more lines than a form has", () => {
  const empty = workbookWith();
  const lines = Array.from({ length: 290 }, (_, index) => [
    { text: `2${String(1_000_000 + index * 7).slice(1)}` },
    { text: `科目${index}` },
    ...Array.from({ length: 13 }, () => ({ text: "1.23", number: "1.2345" })),
  ]);

  test("adds a row for each, with the exact numbers behind what was shown", () => {
    const { ground, ran } = groundOf(empty, "05");
    const sheet = shown(empty, "05");
    const first = { row: sheet.headRows + 1, column: 0 };
    const written = pasteBlock(ground, extentOf(sheet), [{ from: first, to: first }], lines);
    expect(written.notice?.kind).toBe("done");
    const next = afterAll(empty, ran[0]);
    expect(codes(next, "05").filter((row) => row.includes("科目"))).toHaveLength(290);
    expect(figure(next, "05", "2000000", "openingBasic")).toBe("1.2345");
  });
});
