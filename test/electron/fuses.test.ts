import { readFileSync } from "node:fs";
import path from "node:path";
import { FuseV1Options } from "@electron/fuses";
import { describe, expect, test } from "vitest";

const CONFIGURATION = readFileSync(path.join(import.meta.dirname, "../../build/electron-builder.yml"), "utf8");

/** What each switch in Electron's binary is burnt to. */
const FUSES: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableCookieEncryption: true,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

/** Matters of speed that Electron's own default decides: no way into the program. */
const LEFT_ALONE = ["LoadBrowserProcessSpecificV8Snapshot", "WasmTrapHandlers"];

describe("the packed program's fuses", () => {
  test("are decided one by one, so that a new one of Electron's does not go unnoticed", () => {
    const known = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name));
    expect(known.toSorted()).toEqual([...Object.keys(FUSES), ...LEFT_ALONE].toSorted());
  });

  test.each(Object.entries(FUSES))("%s is burnt to %s", (fuse, value) => {
    const name = fuse.charAt(0).toLowerCase() + fuse.slice(1);
    expect(CONFIGURATION).toContain(`\n  ${name}: ${value}\n`);
  });
});
