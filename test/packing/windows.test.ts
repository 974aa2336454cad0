import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtTrial } from "../../build/packing/trial.mjs";

const ICONS = path.join(import.meta.dirname, "..", "..", "build", "icons");

let zip: string;
beforeAll(async () => {
  zip = path.join((await builtTrial()).windows, "gongkai-tables-0.1.0-win-x64-NOT-FOR-DELIVERY.zip");
});

function fromZip(name: string): Buffer {
  const { status, stdout } = spawnSync("7za", ["x", "-so", zip, name], { maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`7za: ${name}`);
  return stdout;
}

const asWindowsText = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("the Windows zip", () => {
  test("holds the program, its archive, its two languages and the licences of what it runs on", () => {
    const { stdout } = spawnSync("7za", ["l", "-ba", "-slt", zip], { encoding: "utf8" });
    const names = [...stdout.matchAll(/^Path = (.*)$/gm)].map(([, name = ""]) => name.replaceAll("\\", "/"));
    expect(names.toSorted()).toEqual([
      ...["LICENSE.electron.txt", "LICENSES.chromium.html", "gongkai.exe", "locales", "locales/en-US.pak"],
      ...["locales/zh-CN.pak", "resources", "resources/app.asar"],
    ]);
  });

  test("names the program and its version in the executable, which carries its icon", () => {
    const program = fromZip("gongkai.exe");
    expect(program.toString("latin1", 0, 2)).toBe("MZ");
    for (const text of ["ProductName\0", "FileDescription\0", "Gongkai\0", "0.1.0"])
      expect(program.includes(asWindowsText(text))).toBe(true);
    expect(program.includes(readFileSync(path.join(ICONS, "256x256.png")))).toBe(true);
  });

  test("pairs the executable with its archive", () => {
    const archive = fromZip("resources/app.asar");
    const header = archive.subarray(16, 16 + archive.readUInt32LE(12));
    const hash = createHash("sha256").update(header).digest("hex");
    const pairing = `[{"file":"resources\\\\app.asar","alg":"SHA256","value":"${hash}"}]`;
    expect(fromZip("gongkai.exe").includes(pairing)).toBe(true);
  });
});

describe("the icon of Windows", () => {
  test("has every size, bitmaps for small ones and a PNG for the largest", () => {
    const ico = readFileSync(path.join(ICONS, "icon.ico"));
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
    const pictures = entries.map((at) => ico.subarray(ico.readUInt32LE(at + 12)));
    expect(entries.map((at) => ico.readUInt8(at))).toEqual([16, 24, 32, 48, 64, 128, 0]);
    expect(pictures.slice(0, -1).map((picture) => picture.readUInt32LE(4))).toEqual([16, 24, 32, 48, 64, 128]);
    expect(pictures.at(-1)?.toString("latin1", 1, 4)).toBe("PNG");
  });
});
