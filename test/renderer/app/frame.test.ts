import { describe, expect, test } from "vitest";
import { describeCell } from "../../../renderer/app/cell-description.js";
import { COMMANDS } from "../../../renderer/app/command-list.js";
import { formMarks } from "../../../renderer/app/form-marks.js";
import { markText } from "../../../renderer/app/form-mark-icon.js";
import { readLayout } from "../../../renderer/app/pane-layout.js";
import { commandOfKey, namedKeys } from "../../../renderer/app/shortcuts.js";
import { neighbourForm, viewOfCell } from "../../../renderer/app/view.js";
import { cell, openedSample, typed } from "../opened-sample.js";

const sample = openedSample();
const marksOf = (shown: typeof sample): Readonly<Record<string, string>> =>
  Object.fromEntries(
    formMarks(shown.computed, shown.findings).map((mark) => [mark.form.id, `${mark.state} ${mark.count}`]),
  );

describe("the marks of the navigator", () => {
  test("tell complete forms, 尾差 only, what is to be explained, and empty forms with their sentence", () => {
    const marks = marksOf(sample);
    expect(marks).toMatchObject({ "01": "complete 0", "02": "rounding 7", "05": "rounding 16", "07": "empty 0" });
    const empty = formMarks(sample.computed, sample.findings).find(({ form }) => form.id === "07");
    expect(empty && markText(empty)).toMatch(/^空表，附有说明：.*无/);
  });

  test("an error goes before everything else and counts what it stands for", () => {
    const wrong = typed(sample, cell(sample, "支出.合计.基本支出"), "9999");
    expect(marksOf(wrong)["03"]).toMatch(/^error [1-9]/);
  });
});

describe("what the formula bar says of a cell", () => {
  const about = (shown: typeof sample, reference: string) =>
    describeCell(shown.computed, shown.session, cell(shown, reference), sample.session);

  test("a total: the rule in words, its parts by row, its residual", () => {
    const total = about(sample, "收入.合计.本年收入合计");
    expect(total).toMatchObject({ source: "computed", residual: "+0.01万元", exact: "8,300.02万元", isSum: true });
    expect(total.parts.map(({ label }) => label)).toEqual([
      "208 社会保障和就业支出",
      "210 卫生健康支出",
      "213 农林水支出",
      "221 住房保障支出",
    ]);
    expect(total.rule?.title).toContain("合计");
  });

  test("a figure taken over from another table names that table", () => {
    const linked = about(sample, "总表.1.收入");
    expect(linked.source).toBe("linked");
    expect(linked.parts.map(({ label }) => label).join()).toContain("财政拨款收入支出决算表");
  });

  test("the file's figures, typed ones, stated ones and blanks are four things", () => {
    expect(about(sample, "支出.2080101.基本支出").source).toBe("file");
    const after = typed(sample, cell(sample, "支出.2080101.基本支出"), "1.234");
    expect(about(after, "支出.2080101.基本支出")).toMatchObject({
      source: "typed",
      isRounded: true,
      exact: "1.234万元",
    });
    const stated = typed(sample, cell(sample, "支出.合计.基本支出"), "9999");
    expect(about(stated, "支出.合计.基本支出")).toMatchObject({ source: "stated", computed: "2,375.99万元" });
    expect(about(typed(sample, cell(sample, "支出.2080101.基本支出"), ""), "支出.2080101.基本支出").source).toBe(
      "blank",
    );
  });
});

describe("keys and commands", () => {
  const press = (key: string, code: string, held: Partial<Record<"ctrlKey" | "shiftKey" | "altKey", true>> = {}) => ({
    key,
    code,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...held,
  });

  test("no two commands have the same keys", () => {
    const keys = COMMANDS.flatMap(({ keys: own }) => own ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("a key press finds its command, whatever sign the keyboard gives with Shift", () => {
    expect(commandOfKey(press("s", "KeyS", { ctrlKey: true }))).toBe("save");
    expect(namedKeys(press("+", "Equal", { ctrlKey: true, shiftKey: true }))).toBe("Ctrl+Shift+=");
    expect(commandOfKey(press("F8", "F8", { shiftKey: true }))).toBe("previous-finding");
    expect(commandOfKey(press("s", "KeyS"))).toBeUndefined();
  });

  test("the clipboard's keys stay with whoever has the focus", () => {
    expect(commandOfKey(press("c", "KeyC", { ctrlKey: true }))).toBeUndefined();
    expect(commandOfKey(press("Delete", "Delete"))).toBeUndefined();
  });
});

describe("views and panes", () => {
  const { pack } = sample.computed;

  test("tables follow each other in printed order and end at the working sheets", () => {
    expect(neighbourForm(pack, { kind: "form", form: "01" }, 1)).toEqual({ kind: "form", form: "02" });
    expect(neighbourForm(pack, { kind: "form", form: "01" }, -1)).toBeUndefined();
    expect(neighbourForm(pack, { kind: "overview" }, 1)).toEqual({ kind: "form", form: "01" });
  });

  test("a cell is shown by the form of its table", () => {
    expect(viewOfCell(pack, cell(sample, "支出.合计.基本支出"))).toEqual({ kind: "form", form: "03" });
    expect(viewOfCell(pack, undefined)).toBeUndefined();
  });

  test("a kept layout that is none any more is as at the first start", () => {
    const first = readLayout(null, 1366);
    expect([first.navigator.width, first.findings.width]).toEqual([216, 336]);
    expect(readLayout(null, 911)).toMatchObject({ navigator: { width: 150 }, findings: { width: 240 } });
    expect(readLayout("{nonsense", 1366)).toEqual(first);
    expect(readLayout(JSON.stringify({ navigator: { open: false, width: 9999 } }), 1366).navigator).toEqual({
      open: false,
      width: first.navigator.width,
    });
  });
});
