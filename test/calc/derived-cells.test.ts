import { describe, expect, it } from "vitest";
import { edit } from "../../shared/calc/edit.js";
import { decimal } from "../../shared/decimal.js";
import { invert } from "../../shared/model/transaction.js";
import { findings, markOf, show, type } from "../support/show.js";
import { openText } from "../support/small-pack.js";

const CORRECT = `
  03      | total  | basic  | project
  total   | 100.01 | 40.00  | 60.01
  208     | 100.01 | 40.00  | 60.01
  20801   | 100.00 | 40.00  | 60.00
  2080101 | 40.00  | 40.00  |
  2080102 | 60.00  |        | 60.00
  20805   | 0.01   | 0.00   | 0.01
`;

describe("opening a workbook", () => {
  it("takes figures that equal the computed ones without a mark", () => {
    const session = openText(CORRECT);
    expect(findings(session)).toEqual([]);
    expect(show(session, "03!total!total")).toBe("100.01");
    expect(markOf(session, "03!total!total")).toBe("");
  });

  it("links another table's cell", () => {
    const session = openText(CORRECT);
    expect(show(session, "01!r2!sum")).toBe("100.01");
    expect(show(session, "01!r3!sum")).toBe("100.01");
  });

  it("keeps 尾差 as a residual and says so as a hint", () => {
    const session = openText(CORRECT.replace("20801   | 100.00", "20801   | 100.01"));
    expect(markOf(session, "03!20801!total")).toBe("residual 0.01");
    expect(findings(session)).toContain("支-上级 rounding 03!20801!total 100.01 100.00 0.01");
  });

  it("lets a figure beyond the tolerance stand still as stated, with both figures in the finding", () => {
    const session = openText(CORRECT.replace("20801   | 100.00", "20801   | 101.00"));
    expect(markOf(session, "03!20801!total")).toBe("stated 101");
    expect(findings(session)).toContain("支-上级 violated 03!20801!total 101.00 100.00 1.00");
  });

  it("counts half a place for each non-zero part and one for the total: nothing is 尾差 when all parts are zero", () => {
    const session = openText(`
  03      | total | basic | project
  208     | 0.01  | 0.00  | 0.00`);
    expect(findings(session)).toContain("支-横 violated 03!208!total 0.01 0.00 0.01");
  });

  it("agrees with a file's 0 or — against blank parts, and never shows 0.00 for a sum of blanks", () => {
    const session = openText(`
  03      | total | basic | project
  total   | 0.00  | —     |`);
    expect(findings(session)).toEqual([]);
    expect(show(session, "03!total!total")).toBe("");
  });

  it("keeps a figure against blank parts as stated and unchecked", () => {
    const session = openText(`
  03      | total | basic | project
  208     | 5.00  |       |`);
    expect(markOf(session, "03!208!total")).toBe("stated 5");
    expect(findings(session)).toEqual(["支-横 not-checked 03!total!total 5.00", "支-横 not-checked 03!208!total 5.00"]);
  });

  it("computes what the file left blank", () => {
    const session = openText(`
  03      | total | basic | project
  208     |       | 2.00  | 3.00`);
    expect(show(session, "03!total!total")).toBe("5");
    expect(session.blanks.indexes().length).toBeGreaterThan(0);
  });

  it("counts a code that a filled table lacks as 0, and one of an empty table as blank", () => {
    expect(show(openText("03 | basic\n210 | 1.00"), "01!r3!sum")).toBe("0");
    expect(show(openText("02 | basic\n210 | 1.00"), "01!r3!sum")).toBe("");
  });

  it("loses no figure below a missing parent row", () => {
    const session = openText(`
  03      | total | basic
  208     |       |
  2080101 |       | 7.00`);
    expect(show(session, "03!208!basic")).toBe("7");
    expect(show(session, "03!total!basic")).toBe("7");
  });

  it("counts both rows of a repeated code", () => {
    const session = openText(`
  03      | basic
  208     |
  20801   | 1.00
  20801#2 | 2.00`);
    expect(show(session, "03!208!basic")).toBe("3");
  });
});

describe("editing", () => {
  it("carries a part through rows, parents, totals and linked cells", () => {
    const { session } = type(openText(CORRECT), "03!2080101!basic", "50.00");
    expect(show(session, "03!2080101!total")).toBe("50");
    expect(show(session, "03!20801!basic")).toBe("50");
    expect(show(session, "03!total!total")).toBe("110.01");
    expect(show(session, "01!r4!sum")).toBe("110.01");
  });

  it("keeps a residual while its parts grow", () => {
    const opened = openText(
      CORRECT.replace("208     | 100.01", "208     | 100.02").replace("total   | 100.01", "total   | 100.02"),
    );
    expect(markOf(opened, "03!208!total")).toBe("residual 0.01");
    const { session } = type(opened, "03!2080101!basic", "50.00");
    expect(show(session, "03!208!total")).toBe("110.02");
    expect(markOf(session, "03!208!total")).toBe("residual 0.01");
  });

  it("turns a stated figure in the gesture that makes the parts equal it, and undo takes it back", () => {
    const opened = openText(CORRECT.replace("20801   | 100.00", "20801   | 101.00"));
    const edited = type(opened, "03!2080101!basic", "41.00");
    expect(markOf(edited.session, "03!20801!total")).toBe("");
    const undone = edit(edited.session, invert(edited.transaction)).session;
    expect(markOf(undone, "03!20801!total")).toBe("stated 101");
    expect(findings(undone)).toEqual(findings(opened));
  });

  it("does not turn a stated figure that is merely within tolerance", () => {
    const opened = openText(CORRECT.replace("20801   | 100.00", "20801   | 101.00"));
    const { session } = type(opened, "03!2080101!basic", "40.99");
    expect(markOf(session, "03!20801!total")).toBe("stated 101");
    expect(findings(session)).toContain("支-上级 rounding 03!20801!total 101.00 100.99 0.01");
  });

  it("drops a residual when no non-zero part is left", () => {
    const opened = openText("03 | total | basic\n208 | 5.01 | 5.00");
    expect(markOf(opened, "03!208!total")).toBe("residual 0.01");
    const { session } = type(opened, "03!208!basic", "0.00");
    expect(markOf(session, "03!208!total")).toBe("");
    expect(show(session, "03!208!total")).toBe("0");
  });

  it("treats a figure typed into a derived cell like one found in a file, and clearing gives back the computed one", () => {
    const opened = openText(CORRECT);
    expect(markOf(type(opened, "03!total!total", "100.02").session, "03!total!total")).toBe("residual 0.01");
    const stated = type(opened, "03!total!total", "200").session;
    expect(markOf(stated, "03!total!total")).toBe("stated 200");
    expect(show(type(stated, "03!total!total", "").session, "03!total!total")).toBe("100.01");
  });

  it("turns a leaf's figures into stated ones when it gets a child, and a parent's into inputs when it loses the last", () => {
    const opened = openText("03 | total | basic\n208 | 5.00 | 5.00");
    const row = { key: "20801", inputs: new Map(), marks: new Map() };
    const inserted = edit(opened, { origin: "rows", changes: [{ kind: "insert-row", table: "03", index: 2, row }] });
    expect(markOf(inserted.session, "03!208!basic")).toBe("stated 5");
    const back = edit(inserted.session, invert(inserted.transaction)).session;
    expect(show(back, "03!208!basic")).toBe("5");
    expect(markOf(back, "03!208!basic")).toBe("");
    const removed = edit(inserted.session, {
      origin: "rows",
      changes: [{ kind: "remove-row", table: "03", index: 2, row }],
    });
    expect(show(removed.session, "03!208!basic")).toBe("5");
    expect(show(type(removed.session, "03!208!basic", "6").session, "03!total!total")).toBe("6");
  });

  it("lets the rows a table lacks be blank again when its last figure is cleared", () => {
    const stated = type(openText("02 | basic\n210 | 1.00"), "03!total!total", "5").session;
    expect(show(stated, "01!r3!sum")).toBe("0");
    expect(show(type(stated, "03!total!total", "").session, "01!r3!sum")).toBe("");
  });

  it("turns a stated figure when an inserted row makes the parts equal it", () => {
    const opened = openText("03 | basic\ntotal | 7.00\n208 | 5.00");
    expect(markOf(opened, "03!total!basic")).toBe("stated 7");
    const row = {
      key: "210",
      inputs: new Map([["basic", { kind: "amount", value: decimal("2.00") } as const]]),
      marks: new Map(),
    };
    const changes = [{ kind: "insert-row", table: "03", index: 2, row } as const];
    const inserted = edit(opened, { origin: "rows", changes });
    expect(markOf(inserted.session, "03!total!basic")).toBe("");
    const undone = edit(inserted.session, { ...invert(inserted.transaction), origin: "undo" }).session;
    expect(markOf(undone, "03!total!basic")).toBe("stated 7");
  });

  it("states the figure that a new row brings into a derived cell, and undo leaves nothing behind", () => {
    const opened = openText("03 | basic\n20801 | 5.00");
    const row = {
      key: "208",
      inputs: new Map([["basic", { kind: "amount", value: decimal("6.00") } as const]]),
      marks: new Map(),
    };
    const inserted = edit(opened, { origin: "rows", changes: [{ kind: "insert-row", table: "03", index: 1, row }] });
    expect(markOf(inserted.session, "03!208!basic")).toBe("stated 6");
    const undone = edit(inserted.session, { ...invert(inserted.transaction), origin: "undo" }).session;
    expect(show(undone, "03!total!basic")).toBe("5");
    expect(findings(undone)).toEqual(findings(opened));
  });
});
