import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { frame, readFrames } from "../../electron/journal-format.js";
import { isHeld } from "../../electron/journal-holder.js";
import { Journals } from "../../electron/journals.js";
import { contentHash } from "../../electron/stamp.js";

const HEADER = { name: "甲.xlsx", department: "某局", year: 2020 };
const BOOK = new Uint8Array([80, 75, 3, 4, 10]);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gongkai-journal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a journal's frames", () => {
  const whole = Buffer.concat([
    frame("head", "{}"),
    frame("book", BOOK),
    frame("step", "一\n二"),
    frame("step", ""),
    frame("step", "step 3 00000000\nabc"),
  ]);

  test("are read as they were written", () => {
    const steps = ["一\n二", "", "step 3 00000000\nabc"];
    expect(readFrames(whole)).toEqual({ head: "{}", book: BOOK, steps, cutShort: false, wholeLength: whole.length });
  });

  test("cut anywhere, give all that stand before the cut and say so", () => {
    const ends = [whole.length, whole.length - frame("step", "step 3 00000000\nabc").length];
    const began = frame("head", "{}").length + frame("book", BOOK).length;
    for (let length = 0; length < whole.length; length += 1) {
      const read = readFrames(whole.subarray(0, length));
      if (length < began) expect(read).toBeUndefined();
      else {
        expect(["一\n二", "", "step 3 00000000\nabc"].slice(0, read?.steps.length)).toEqual(read?.steps);
        expect(read?.cutShort).toBe(length !== read?.wholeLength);
      }
    }
    expect(readFrames(whole.subarray(0, ends[1]))?.steps).toEqual(["一\n二", ""]);
  });

  test("with a flipped bit end before it", () => {
    const broken = Buffer.from(whole);
    const place = broken.indexOf("abc");
    broken[place] = (broken[place] ?? 0) ^ 1;
    expect(readFrames(broken)).toMatchObject({ steps: ["一\n二", ""], cutShort: true });
  });

  test("followed by zeros, as after a power cut, end before them", () => {
    expect(readFrames(Buffer.concat([whole, Buffer.alloc(4096)]))).toMatchObject({
      steps: { length: 3 },
      cutShort: true,
    });
  });
});

describe("journals left behind", () => {
  const onDisk = (hash: string | undefined) => () => Promise.resolve(hash);

  test("of this window are not offered, and are once it let them go", async () => {
    const journals = new Journals(folder, onDisk(undefined));
    const begun = await journals.begin(HEADER, BOOK);
    if (!begun.ok) throw new Error("not begun");
    await Promise.all(["一", "二", "三"].map((entry) => journals.append(begun.value, entry)));
    expect(await journals.recoveries()).toEqual([]);
    await journals.letGo();
    expect(await journals.recoveries()).toMatchObject([{ ...HEADER, id: begun.value, entries: 3 }]);
    expect(await journals.read(begun.value)).toEqual({
      ok: true,
      value: { header: HEADER, bytes: BOOK, entries: ["一", "二", "三"], fileChanged: false, cutShort: false },
    });
  });

  test("begun while the page goes away are let go with the others", async () => {
    const journals = new Journals(folder, onDisk(undefined));
    const beginning = journals.begin(HEADER, BOOK);
    await journals.letGo();
    const begun = await beginning;
    expect(await journals.recoveries()).toMatchObject([{ ...HEADER, id: begun.ok ? begun.value : "" }]);
  });

  test("are gone when ended", async () => {
    const journals = new Journals(folder, onDisk(undefined));
    const begun = await journals.begin(HEADER, BOOK);
    if (!begun.ok) throw new Error("not begun");
    await journals.append(begun.value, "一");
    await journals.end(begun.value);
    expect(readdirSync(folder)).toEqual([]);
    expect(await journals.append(begun.value, "二")).toMatchObject({ failure: { code: "journal-broken" } });
  });

  test("that say no more than their file on disk are no work", async () => {
    const header = { ...HEADER, file: "11111111-1111-1111-1111-111111111111" };
    const first = new Journals(folder, onDisk(contentHash(BOOK)));
    await first.begin(header, BOOK);
    await first.letGo();
    expect(await first.recoveries()).toEqual([]);
    const changed = new Journals(folder, onDisk(contentHash(new Uint8Array([1]))));
    const [left] = await changed.recoveries();
    expect(left).toMatchObject({ ...header, entries: 0 });
    expect(await changed.read(left?.id ?? "")).toMatchObject({ value: { fileChanged: true } });
  });

  test("with a last gesture cut short keep the others and say so", async () => {
    const journals = new Journals(folder, onDisk(undefined));
    const begun = await journals.begin(HEADER, BOOK);
    if (!begun.ok) throw new Error("not begun");
    for (const entry of ["一", "二"]) await journals.append(begun.value, entry);
    await journals.letGo();
    const file = path.join(folder, `${begun.value}.journal`);
    truncateSync(file, readFileSync(file).length - 2);
    expect(await journals.read(begun.value)).toMatchObject({ value: { entries: ["一"], cutShort: true } });
  });

  test("that cannot be read are refused, stay, and do not keep the others from being offered", async () => {
    writeFileSync(path.join(folder, "22222222.journal"), "head 2 00000000\n{}\n");
    const journals = new Journals(folder, onDisk(undefined));
    await journals.begin(HEADER, BOOK);
    await journals.letGo();
    expect(await journals.recoveries()).toHaveLength(1);
    expect(await journals.read("22222222")).toMatchObject({ failure: { code: "journal-broken" } });
    expect(await journals.read("33333333")).toMatchObject({
      failure: { code: "journal-broken", facts: { reason: "ENOENT" } },
    });
    expect(readdirSync(folder)).toContain("22222222.journal");
  });

  test("in a folder that is a file are refused", async () => {
    writeFileSync(path.join(folder, "file"), "");
    const journals = new Journals(path.join(folder, "file"), onDisk(undefined));
    expect(await journals.begin(HEADER, BOOK)).toMatchObject({ ok: false });
  });
});

describe("a journal's lock", () => {
  test("is held by a process that runs, and by no other one with its number", async () => {
    const lock = path.join(folder, "a.lock");
    const other = spawn("sleep", ["60"]);
    await new Promise((resolve) => other.once("spawn", resolve));
    const begin =
      readFileSync(`/proc/${other.pid ?? 0}/stat`, "utf8")
        .split(") ")[1]
        ?.split(" ")[19] ?? "";
    writeFileSync(lock, JSON.stringify({ pid: other.pid, begin, at: Date.now() }));
    expect(isHeld(lock)).toBe(true);
    writeFileSync(lock, JSON.stringify({ pid: other.pid, begin: "1", at: Date.now() }));
    expect(isHeld(lock)).toBe(false);
    writeFileSync(lock, JSON.stringify({ pid: other.pid, begin, at: 1 }));
    expect(isHeld(lock)).toBe(false);
    const ended = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await ended;
    writeFileSync(lock, JSON.stringify({ pid: other.pid, begin, at: Date.now() }));
    expect(isHeld(lock)).toBe(false);
  });

  test("cut short or missing is held by nobody", () => {
    writeFileSync(path.join(folder, "a.lock"), '{"pid":');
    expect(isHeld(path.join(folder, "a.lock"))).toBe(false);
    expect(isHeld(path.join(folder, "b.lock"))).toBe(false);
  });
});
