import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AddedPacks } from "../../electron/added-packs.js";
import { draftBeside, FORMER_SUFFIX } from "../../electron/drafts.js";
import { settleFormer, takePlace } from "../../electron/folder-place.js";
import { Packs } from "../../electron/packs.js";
import { inTheWay, writeFolder } from "../../electron/publication-folder.js";
import { refusedAs } from "../../electron/refusals.js";

let home = "";
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "gongkai-place-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const CONTENT = {
  folder: "公开",
  files: [{ name: "表.xlsx", bytes: new TextEncoder().encode("新") }],
  record: { name: "记录.txt", text: "" },
};

/** A folder with one file that says so. */
function folderSaying(place: string, text: string, name = "表.xlsx"): string {
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, name), text);
  return place;
}

function saidBy(place: string, name = "表.xlsx"): string {
  return readFileSync(path.join(place, name), "utf8");
}

/** What a program that was killed between two renames leaves; no process has this number. */
function setAside(name: string, text: string, pid = "4194305"): string {
  const former = draftBeside(path.join(home, name), FORMER_SUFFIX).replace(`-${process.pid}-`, `-${pid}-`);
  folderSaying(path.join(former, path.basename(name)), text);
  return former;
}

test("a folder takes the place of another whole, and nothing stays beside it", async () => {
  const target = folderSaying(path.join(home, "公开"), "旧");
  const draft = folderSaying(path.join(home, ".新"), "新");
  expect(await takePlace(draft, target)).toBeUndefined();
  expect(saidBy(target)).toBe("新");
  expect(readdirSync(home)).toEqual(["公开"]);
});

test("a last step that is refused takes everything back, also where nothing was before", async () => {
  const no = refusedAs("disk-full", "记录.txt");
  const draft = folderSaying(path.join(home, ".新"), "新");
  const target = path.join(home, "公开");
  expect(await takePlace(draft, target, () => Promise.resolve(no))).toBe(no);
  expect(readdirSync(home)).toEqual([".新"]);
  folderSaying(target, "旧");
  expect(await takePlace(draft, target, () => Promise.resolve(no))).toBe(no);
  expect(saidBy(target)).toBe("旧");
  expect(readdirSync(home).toSorted()).toEqual([".新", "公开"].toSorted());
});

test("what a killed program had set aside goes back to its place, or away where the new one stands", async () => {
  setAside("公开", "旧");
  setAside("另一次公开", "更旧");
  folderSaying(path.join(home, "另一次公开"), "新");
  rmSync(path.join(setAside("刚要开始", ""), "刚要开始"), { recursive: true });
  await settleFormer(home);
  expect(readdirSync(home).toSorted()).toEqual(["公开", "另一次公开"].toSorted());
  expect(saidBy(path.join(home, "公开"))).toBe("旧");
  expect(saidBy(path.join(home, "另一次公开"))).toBe("新");
});

test("what a running program has set aside just now is left to it", async () => {
  const former = setAside("公开", "旧", String(process.ppid));
  await settleFormer(home);
  expect(readdirSync(home)).toEqual([path.basename(former)]);
});

test("an earlier publication is put back before anybody is asked whether it may be replaced", async () => {
  setAside("公开", "旧");
  expect(await inTheWay(home, CONTENT)).toBeUndefined();
  expect(saidBy(path.join(home, "公开"))).toBe("旧");
  expect((await writeFolder(home, CONTENT)).ok).toBe(true);
  expect(readdirSync(home).toSorted()).toEqual(["公开", "记录.txt"].toSorted());
  expect(saidBy(path.join(home, "公开"))).toBe("新");
});

test("adding a pack brings back another one that was being replaced when the program was killed", async () => {
  setAside("a-2021", "{}");
  const packs = new AddedPacks(home);
  const chosen = await packs.take(folderSaying(path.join(home, "选的"), "{}", "pack.json"));
  if (!chosen.ok) throw new Error(chosen.failure.code);
  expect((await packs.add(chosen.value.id, "b-2021")).ok).toBe(true);
  expect(readdirSync(home).toSorted()).toEqual(["a-2021", "b-2021", "选的"].toSorted());
});

test("the next start of the program brings back a pack that was being replaced when it was killed", async () => {
  const added = path.join(home, "packs");
  mkdirSync(added);
  const former = setAside(path.join("packs", "a-2021"), "");
  folderSaying(path.join(former, "a-2021"), "{}", "pack.json");
  const bundled = path.dirname(folderSaying(path.join(home, "templates", "b-2020"), "{}", "pack.json"));
  const found = await new Packs(bundled, added).all();
  expect(found.ok && found.value.map(({ folder, added: isAdded }) => [folder, isAdded])).toEqual([
    ["b-2020", false],
    ["a-2021", true],
  ]);
  expect(readdirSync(added)).toEqual(["a-2021"]);
});
