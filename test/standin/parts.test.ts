import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { splitAtNul } from "../../build/standin/chromium.js";
import { codec } from "../../build/standin/node-codec.js";
import { acceleratorKeys, Menu, pressKeys, spelled } from "../../build/standin/menu.js";
import { asKnown, asShown, handlerOf, protocol } from "../../build/standin/protocol.js";
import { strict } from "../../build/standin/strict.js";

const across = (value: unknown): unknown => codec.decode(codec.encode(value));

describe("values between the processes", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a truth", true],
    ["a negative zero", -0],
    ["no number", Number.NaN],
    ["infinity", Number.NEGATIVE_INFINITY],
    ["a large integer", 12345678901234567890n],
    ["a text", "决算\u0000"],
    ["a date", new Date(0)],
    ["no date", new Date(Number.NaN)],
    ["a map with a set", new Map<unknown, unknown>([["a", new Set([1, "1"])]])],
    ["an object with a list with a hole", { a: [1, , 3], ["__proto__"]: 1 }],
    ["bytes", new Uint8Array([0, 128, 255])],
    ["floats", new Float64Array([0.1, -0])],
  ])("%s comes out as it went in", (_name, value) => {
    expect(across(value)).toStrictEqual(value);
  });

  test("keep shared references and circles", () => {
    const shared = { name: "甲" };
    const circle: Record<string, unknown> = { one: shared, other: shared };
    circle["self"] = circle;
    const copy = across(circle) as typeof circle;
    expect(copy["one"]).toBe(copy["other"]);
    expect(copy["self"]).toBe(copy);
  });

  test("keep a view on a part of a buffer", () => {
    const view = new Uint8Array(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2);
    const copy = across(view) as Uint8Array;
    expect([...copy]).toEqual([2, 3]);
    expect(copy.byteOffset).toBe(1);
  });

  test.each([[() => 1], [Symbol("a")], [{ run: () => 1 }], [Promise.resolve(1)]])(
    "refuse what Electron refuses",
    (value) => {
      expect(() => codec.encode(value)).toThrow("An object could not be cloned.");
    },
  );

  test("errors keep their message", () => {
    expect((across(new RangeError("x")) as Error).message).toBe("x");
  });
});

describe("the menu", () => {
  test.each([
    ["Ctrl+S", "Ctrl+S"],
    ["CmdOrCtrl+Shift+s", "Ctrl+Shift+S"],
    ["Shift+Ctrl+=", "Ctrl+Shift+="],
    ["Ctrl+Alt+-", "Ctrl+Alt+-"],
    ["F8", "F8"],
    ["Ctrl+PageDown", "Ctrl+PageDown"],
  ])("%s is spelled %s", (accelerator, keys) => {
    expect(spelled(accelerator)).toBe(keys);
  });

  test("keys press their item, unless it is disabled or keeps its keys to the page", () => {
    const pressed: string[] = [];
    const item = (id: string, accelerator: string, more: object = {}) => ({
      id,
      accelerator,
      click: () => void pressed.push(id),
      ...more,
    });
    const submenu = [
      item("save", "Ctrl+S"),
      item("undo", "Ctrl+Z", { enabled: false }),
      item("copy", "Ctrl+C", { registerAccelerator: false }),
    ];
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: "文件", submenu }]));
    expect(acceleratorKeys()).toEqual(["Ctrl+S", "Ctrl+Z"]);
    for (const keys of ["Ctrl+S", "Ctrl+Z", "Ctrl+C"]) pressKeys(keys, undefined);
    Menu.getApplicationMenu()?.getMenuItemById("copy")?.click();
    expect(pressed).toEqual(["save", "copy"]);
  });

  test("roles are not silently nothing", () => {
    expect(() => Menu.buildFromTemplate([{ role: "undo" }])).toThrow("role undo is not implemented");
  });
});

test("a scheme of the app's is shown to Chromium as an origin of its own and known to the app by its own address", () => {
  protocol.handle("app", () => new Response("x"));
  const shown = asShown("app://gongkai/assets/a.js?x#y");
  expect(shown).toBe("https://gongkai.app.electron-standin.invalid/assets/a.js?x#y");
  expect(asKnown(shown)).toBe("app://gongkai/assets/a.js?x#y");
  expect(asShown("https://example.com/")).toBe("https://example.com/");
  expect(handlerOf("app://gongkai/")).toBeDefined();
  expect(handlerOf("other://gongkai/")).toBeUndefined();
});

test("what the stand-in lacks throws by its name", () => {
  const app = strict("app", { quit: () => undefined });
  expect(() => (app as unknown as { dock: unknown }).dock).toThrow("electron stand-in: app.dock is not implemented");
  expect(() => app.quit()).not.toThrow();
});

test("Chromium's messages are found however the pipe cuts them", async () => {
  const found: string[] = [];
  const pieces = ["{", '"a":"决', '算"}\0{}\0', "\0", "{1}"].map((text) => Buffer.from(text));
  const stream = Readable.from(pieces);
  splitAtNul(stream, (text) => void found.push(text));
  await new Promise((resolve) => stream.once("end", resolve));
  expect(found).toEqual(['{"a":"决算"}', "{}", ""]);
});
