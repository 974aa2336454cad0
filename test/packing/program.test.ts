import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAsar } from "../../build/packing/asar.mjs";
import { faultsOf } from "../../build/packing/faults.mjs";
import { pack } from "../../build/packing/pack.mjs";
import { builtTrial, type Trial } from "../../build/packing/trial.mjs";

const ROOT = path.join(import.meta.dirname, "..", "..");
const CONFIG = path.join(ROOT, "build", "electron-builder.yml");

let trial: Trial;
let folder: string;

beforeAll(async () => {
  trial = await builtTrial();
  folder = mkdtempSync(path.join(tmpdir(), "gongkai-packing-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unpacked = (): readonly string[] => [
  path.join(trial.linux, "linux-unpacked"),
  path.join(trial.linux, "linux-arm64-unpacked"),
  path.join(trial.windows, "win-unpacked"),
];

describe("the packed program", () => {
  test("is what was staged, knows nothing of the machine it was made on, and has its fuses set", async () => {
    for (const program of unpacked()) expect(await faultsOf(program, trial.staged, [ROOT])).toEqual([]);
  });

  test("holds the bundled program and the packs, and no source, source map, test or library", () => {
    const [linux = "", , windows = ""] = unpacked();
    const files = readAsar(path.join(linux, "resources", "app.asar"));
    const outside = [...files.keys()].filter(
      (name) =>
        !/^(package\.json|dist\/app\/(main|preload)\.cjs|dist\/app\/page\/index\.html)$/.test(name) &&
        !/^dist\/app\/page\/assets\/[\w.-]+\.(js|css)$/.test(name) &&
        !/^templates\/(README\.md|yunnan-2020\/[\w/.-]+\.(json|csv|docx|xlsx|md))$/.test(name),
    );
    expect(outside).toEqual([]);
    for (const needed of ["package.json", "dist/app/main.cjs", "templates/yunnan-2020/pack.json"])
      expect(files.has(needed)).toBe(true);
    expect([...readAsar(path.join(windows, "resources", "app.asar")).keys()].toSorted()).toEqual(
      [...files.keys()].toSorted(),
    );
    const manifest = JSON.parse(files.get("package.json")?.toString("utf8") ?? "") as Record<string, unknown>;
    expect(Object.keys(manifest)).not.toContain("devDependencies");
    expect(manifest).toMatchObject({ main: "dist/app/main.cjs", desktopName: "gongkai.desktop" });
  });

  test("that differs from what was staged, names a machine or has a fuse the other way is seen", async () => {
    const [linux = ""] = unpacked();
    const staged = path.join(folder, "staged");
    cpSync(trial.staged, staged, { recursive: true });
    rmSync(path.join(staged, "templates", "README.md"));
    writeFileSync(path.join(staged, "templates", "other.json"), "{}");
    const program = path.join(folder, "program");
    cpSync(linux, program, { recursive: true });
    const binary = readFileSync(path.join(program, "gongkai"));
    const fuses = binary.indexOf("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX") + 34;
    binary.writeUInt8("1".charCodeAt(0), fuses);
    writeFileSync(path.join(program, "gongkai"), binary);
    expect(await faultsOf(program, staged, ["gongkai.desktop"])).toEqual([
      "templates/other.json is missing",
      "templates/README.md does not belong into the package",
      "package.json names gongkai.desktop",
      "gongkai: fuse RunAsNode is not as it must be",
    ]);
  });

  test("is not packed with a setting that electron-builder does not know", () => {
    const config = path.join(folder, "broken.yml");
    writeFileSync(config, readFileSync(CONFIG, "utf8").replace("asar: true", "asarr: true"));
    const electron = path.join(folder, "none");
    const work = path.join(folder, "broken");
    const packed = pack({
      staged: trial.staged,
      electron,
      platform: "linux",
      archs: ["x64"],
      target: "deb",
      work,
      config,
    });
    expect(packed).toMatchObject({ reason: expect.stringContaining("asarr") as string });
  });
});
