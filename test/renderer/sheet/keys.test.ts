import { describe, expect, test } from "vitest";
import { actionOfKey, editorActionOfKey, isKeyOfWindow, type KeyStroke } from "../../../renderer/sheet/keys.js";

function press(keys: string): KeyStroke {
  const parts = keys.split("+");
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    metaKey: false,
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}

describe("keys while nothing is typed", () => {
  test("arrows step, with Ctrl they jump, with Shift they extend", () => {
    expect(actionOfKey(press("Ctrl+Shift+ArrowDown"))).toEqual({
      kind: "jump",
      direction: { rows: 1, columns: 0 },
      extending: true,
    });
    expect(actionOfKey(press("ArrowLeft"))).toMatchObject({ kind: "step", extending: false });
  });

  test("signs are not taken: they go to the text field, so that an input method gets its first letter", () => {
    expect([actionOfKey(press("a")), actionOfKey(press("5")), actionOfKey(press(" "))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("copying and pasting stay events of the clipboard", () => {
    expect([actionOfKey(press("Ctrl+c")), actionOfKey(press("Ctrl+v")), actionOfKey(press("Ctrl+x"))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each([
    ["Ctrl+z", "undo"],
    ["Ctrl+y", "redo"],
    ["Ctrl+Shift+Z", "redo"],
    ["Ctrl+d", "fill-down"],
    ["Ctrl+r", "fill-right"],
    ["Delete", "delete"],
    ["F2", "edit"],
    ["Ctrl+f", "find"],
  ])("%s is the command %s", (keys, command) => {
    expect(actionOfKey(press(keys))).toEqual({ kind: "command", command });
  });
});

describe("keys while a text is typed", () => {
  test("arrows leave a cell whose content is being replaced, and move the caret in one that is being edited", () => {
    expect(editorActionOfKey(press("ArrowDown"), "replacing")).toMatchObject({ kind: "commit-step" });
    expect(editorActionOfKey(press("ArrowDown"), "editing")).toBeUndefined();
    expect(editorActionOfKey(press("Shift+ArrowLeft"), "replacing")).toBeUndefined();
  });

  test("Enter with Alt breaks the line, with Ctrl fills the selection", () => {
    expect(editorActionOfKey(press("Alt+Enter"), "editing")).toEqual({ kind: "line-break" });
    expect(editorActionOfKey(press("Ctrl+Enter"), "editing")).toEqual({ kind: "commit-everywhere" });
    expect(editorActionOfKey(press("Shift+Tab"), "editing")).toEqual({ kind: "commit", by: "column", back: true });
  });

  test("the window's own keys are told from those of a text field", () => {
    expect([isKeyOfWindow(press("Ctrl+s")), isKeyOfWindow(press("F8")), isKeyOfWindow(press("Ctrl+PageDown"))]).toEqual(
      [true, true, true],
    );
    expect([isKeyOfWindow(press("Ctrl+c")), isKeyOfWindow(press("Ctrl+ArrowLeft")), isKeyOfWindow(press("a"))]).toEqual(
      [false, false, false],
    );
  });

  test("a modifier pressed on the way to another key ends nothing", () => {
    const alone = ["Alt", "Control", "Shift", "Meta"].map((key) => {
      const held = {
        ctrlKey: key === "Control",
        altKey: key === "Alt",
        shiftKey: key === "Shift",
        metaKey: key === "Meta",
      };
      return isKeyOfWindow({ key, ...held });
    });
    expect(alone).toEqual([false, false, false, false]);
    expect(isKeyOfWindow(press("Alt+F4"))).toBe(true);
  });
});
