import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AddedPacks } from "../../electron/added-packs.js";
import { draftBeside } from "../../electron/drafts.js";
import { PACK_LIMITS, readPackFolder } from "../../electron/chosen-pack.js";
import { Packs } from "../../electron/packs.js";
import type { ChosenPack, HostResult } from "../../shared/host/contract.js";

const TEMPLATES = path.resolve("templates");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gongkai-packs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A folder that looks like a pack; what its texts mean is not the shell's business. */
function packIn(name: string, head = "{}"): string {
  const pack = path.join(folder, name);
  mkdirSync(path.join(pack, "tables"), { recursive: true });
  writeFileSync(path.join(pack, "pack.json"), head);
  writeFileSync(path.join(pack, "tables", "01.json"), "[]");
  writeFileSync(path.join(pack, "workbook.xlsx"), "PK");
  return pack;
}

function valueOf<Value>(result: HostResult<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe("a folder chosen as a pack", () => {
  test("is read whole, by the paths within it", async () => {
    const { files, links } = valueOf(await readPackFolder(packIn("新包")));
    expect([...files.keys()].toSorted()).toEqual(["pack.json", "tables/01.json", "workbook.xlsx"]);
    expect(links).toEqual([]);
  });

  test("without a pack.json is refused, and one that is only a link to it too", async () => {
    const pack = packIn("新包");
    rmSync(path.join(pack, "pack.json"));
    const refused = { ok: false, failure: { code: "not-a-pack", facts: { file: "新包" } } };
    expect(await readPackFolder(pack)).toMatchObject(refused);
    writeFileSync(path.join(folder, "elsewhere.json"), "{}");
    symlinkSync(path.join(folder, "elsewhere.json"), path.join(pack, "pack.json"));
    expect(await readPackFolder(pack)).toMatchObject(refused);
  });

  test("never follows a link out of itself, and names it", async () => {
    const pack = packIn("新包");
    const secret = path.join(folder, "别处");
    mkdirSync(secret);
    writeFileSync(path.join(secret, "工资.csv"), "别读");
    symlinkSync(secret, path.join(pack, "classifications"));
    symlinkSync(path.join(secret, "工资.csv"), path.join(pack, "a.csv"));
    const { files, links } = valueOf(await readPackFolder(pack));
    expect([...files.keys()].toSorted()).toEqual(["pack.json", "tables/01.json", "workbook.xlsx"]);
    expect([...links].toSorted()).toEqual(["a.csv", "classifications"]);
  });

  test("that is too large, too full or too deep is refused before its files are read", async () => {
    const refused = { ok: false, failure: { code: "pack-too-large", facts: { file: "新包" } } };
    const pack = packIn("新包");
    // A hole of a file: it weighs this much and holds nothing.
    truncateSync(path.join(pack, "workbook.xlsx"), PACK_LIMITS.bytes + 1);
    expect(await readPackFolder(pack)).toMatchObject(refused);
    truncateSync(path.join(pack, "workbook.xlsx"), 2);
    expect(await readPackFolder(pack, { ...PACK_LIMITS, files: 2 })).toMatchObject(refused);
    mkdirSync(path.join(pack, ...Array<string>(PACK_LIMITS.depth).fill("深")), { recursive: true });
    expect(await readPackFolder(pack)).toMatchObject(refused);
  });
});

describe("added packs", () => {
  const root = (): string => path.join(folder, "userData", "packs");

  async function add(packs: AddedPacks, name: string, from: string): Promise<ChosenPack> {
    const chosen = valueOf(await packs.take(from));
    valueOf(await packs.add(chosen.id, name));
    return chosen;
  }

  test("stand beside the program's own, and one of the same id goes before it until it is removed", async () => {
    const packs = new AddedPacks(root());
    const installed = new Packs(TEMPLATES, root());
    const listed = async (): Promise<readonly (readonly [string, boolean])[]> =>
      valueOf(await installed.all()).map((one) => [one.folder, one.added] as const);
    expect(await listed()).toEqual([["yunnan-2020", false]]);
    await add(packs, "other-2021", packIn("新包"));
    await add(packs, "yunnan-2020", packIn("改过的", "[]"));
    expect(await listed()).toEqual([
      ["yunnan-2020", true],
      ["other-2021", true],
    ]);
    expect(valueOf(await installed.all())[0]?.files["pack.json"]).toBe("[]");
    valueOf(await packs.remove("yunnan-2020"));
    expect(await listed()).toEqual([
      ["yunnan-2020", false],
      ["other-2021", true],
    ]);
    expect(readdirSync(root())).toEqual(["other-2021"]);
  });

  test("are written as they were judged, whatever became of the folder since", async () => {
    const packs = new AddedPacks(root());
    const from = packIn("新包");
    const chosen = valueOf(await packs.take(from));
    writeFileSync(path.join(from, "pack.json"), "另一份");
    rmSync(path.join(from, "tables"), { recursive: true });
    valueOf(await packs.add(chosen.id, "a-2021"));
    expect(readFileSync(path.join(root(), "a-2021", "pack.json"), "utf8")).toBe("{}");
    expect(readdirSync(path.join(root(), "a-2021")).toSorted()).toEqual(["pack.json", "tables", "workbook.xlsx"]);
  });

  test("of an earlier choice are not added: that is a defect of the page", async () => {
    const packs = new AddedPacks(root());
    const first = valueOf(await packs.take(packIn("一")));
    valueOf(await packs.take(packIn("二")));
    await expect(packs.add(first.id, "a-2021")).rejects.toThrow("another pack was chosen");
  });

  test("take the place of an earlier one whole, without what only the earlier one had", async () => {
    const packs = new AddedPacks(root());
    const old = packIn("旧包");
    writeFileSync(path.join(old, "sample.xlsx"), "旧");
    await add(packs, "a-2021", old);
    await add(packs, "a-2021", packIn("新包", "[]"));
    expect(readdirSync(path.join(root(), "a-2021")).toSorted()).toEqual(["pack.json", "tables", "workbook.xlsx"]);
    expect(readdirSync(root())).toEqual(["a-2021"]);
  });

  test("that a killed program left half-written are no packs, and go", async () => {
    const packs = new AddedPacks(root());
    await add(packs, "a-2021", packIn("新包"));
    cpSync(path.join(root(), "a-2021"), draftOfDeadProgram(root()), { recursive: true });
    expect(valueOf(await new Packs(TEMPLATES, root()).all()).map((one) => one.folder)).toEqual([
      "yunnan-2020",
      "a-2021",
    ]);
    await add(packs, "a-2021", packIn("新包"));
    expect(readdirSync(root())).toEqual(["a-2021"]);
  });

  test("are refused with the system's reason where the program's folder cannot be written", async () => {
    mkdirSync(path.dirname(root()));
    writeFileSync(root(), "a file where the folder should be");
    const packs = new AddedPacks(root());
    const chosen = valueOf(await packs.take(packIn("新包")));
    expect(await packs.add(chosen.id, "a-2021")).toMatchObject({ ok: false, failure: { code: "output-not-writable" } });
    expect(await packs.remove("a-2021")).toMatchObject({ ok: false, failure: { code: "unknown-pack" } });
  });
});

/** A draft as a program of this machine would have left it; no program has this number. */
function draftOfDeadProgram(beside: string): string {
  return draftBeside(path.join(beside, "a")).replace(`-${process.pid}-`, "-4194305-");
}
