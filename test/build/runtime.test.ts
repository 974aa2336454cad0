import { expect, test } from "vitest";
import { runtimeFor, thisMachine } from "../../build/runtime.mjs";

test("Electron runs the window where its binary is, the stand-in elsewhere", () => {
  expect(runtimeFor({ electron: true, display: true })).toBe("electron");
  expect(runtimeFor({ electron: false, display: true })).toBe("standin");
});

test("without a display there is no window on either", () => {
  expect(runtimeFor({ electron: true, display: false })).toBe("none");
  expect(runtimeFor({ electron: false, display: false })).toBe("none");
});

test("a screen is an X or a Wayland display on Linux, and always there on Windows", () => {
  expect(thisMachine({}, "linux").display).toBe(false);
  expect(thisMachine({ DISPLAY: "" }, "linux").display).toBe(false);
  expect(thisMachine({ DISPLAY: ":0" }, "linux").display).toBe(true);
  expect(thisMachine({ WAYLAND_DISPLAY: "wayland-0" }, "linux").display).toBe(true);
  expect(thisMachine({}, "win32").display).toBe(true);
});
