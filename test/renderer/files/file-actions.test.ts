import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../../shared/calc/fingerprint.js";
import { sameSession } from "../../support/same-session.js";
import { FilePerson } from "../../support/file-person.js";
import { MemoryHost, type StoredJournal } from "../../support/memory-host.js";
import { BreakableWorkers } from "../../support/memory-worker.js";
import { inputCell, opening, SAMPLE, shown, typed } from "../../support/desk.js";

const FILE = "某局公开表.xlsx";

/** Somebody with a file of the sample's content on the disk, and nothing open yet. */
async function personAtStart(host = new MemoryHost()): Promise<FilePerson> {
  if (!host.files.has(FILE)) host.files.set(FILE, SAMPLE);
  const person = new FilePerson(host);
  await person.rest();
  return person;
}

async function personWithFile(host = new MemoryHost()): Promise<FilePerson> {
  const person = await personAtStart(host);
  host.chosen.push(FILE);
  await person.command("open");
  return person;
}

function edit(person: FilePerson, figure = "66.60", table = "03"): void {
  const at = inputCell(person.desk, table);
  person.desk.store.run(typed(person.desk, at, figure), at);
}

/** A workbook of quite another kind. */
async function salaries(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("工资").addRow(["姓名", "实发"]);
  book.addWorksheet("考勤").addRow(["姓名", "天数"]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("opening", () => {
  test("shows the file, tells the shell, and remembers it for the start screen", async () => {
    const person = await personWithFile();
    expect(shown(person.desk).name).toBe(FILE);
    expect(person.host.document).toEqual({ title: `${FILE} - 公开表编辑器`, unsaved: false, opened: true });
    expect(person.host.recent).toMatchObject([{ id: FILE, pack: "yunnan-2020", errors: 0 }]);
  });

  test("a cancelled dialog leaves everything as it is", async () => {
    const person = await personAtStart();
    person.host.chosen.push(undefined);
    await person.command("open");
    expect(person.desk.store.current()).toBeUndefined();
  });

  test("a file that is gone can be taken off the list of recent ones", async () => {
    const person = await personWithFile();
    await person.command("close-document");
    person.host.files.delete(FILE);
    void person.actions.openKnown(FILE);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(person.facts("failure").ways).toEqual(["forget", "retry"]);
    await person.answer("failure", "forget");
    expect(person.host.recent).toEqual([]);
  });

  test("a workbook of another form is refused with what was recognised in it and what was not", async () => {
    const person = await personAtStart();
    person.host.files.set("工资表.xlsx", await salaries());
    person.host.chosen.push("工资表.xlsx");
    await person.command("open");
    const facts = person.facts("unknown-form");
    expect(facts.recognised).toEqual([]);
    expect(facts.unrecognised).toEqual(["工资", "考勤"]);
    await person.answer("unknown-form", "close");
    expect(person.desk.store.current()).toBeUndefined();
  });

  test("a damaged file leaves the open one alone", async () => {
    const person = await personWithFile();
    edit(person);
    const before = person.desk.store.latest();
    person.host.files.set("坏.xlsx", SAMPLE.slice(0, 5000));
    person.host.chosen.push("坏.xlsx");
    await person.command("open");
    await person.answer("failure", "close");
    expect(person.desk.store.latest()).toBe(before);
  });

  test("a new workbook bears its department and year and asks where to be saved", async () => {
    const person = await personAtStart();
    await person.command("new");
    await person.answer("new", { pack: "yunnan-2020", year: 2021, department: "某县财政局" });
    expect(shown(person.desk).session.workbook.profile).toEqual({ department: "某县财政局", year: 2021 });
    await person.command("save");
    expect(shown(person.desk).saved).toBe("saved");
    expect([...person.host.files.keys()]).toContain("某县财政局2021公开表.xlsx");
  });
});

describe("saving", () => {
  test("writes the file, which opens as the same workbook", async () => {
    const person = await personWithFile();
    edit(person);
    await person.command("save");
    expect([shown(person.desk).saved, person.host.document?.unsaved]).toEqual(["saved", false]);
    const again = await opening(person.desk, person.host.files.get(FILE));
    expect(sameSession(again.work.session, shown(person.desk).session)).toBeUndefined();
    again.client.end();
  });

  test("nothing edited gives the very same file, byte for byte", async () => {
    const person = await personWithFile();
    edit(person);
    person.desk.store.undo();
    await person.command("save");
    expect(Buffer.compare(person.host.files.get(FILE) ?? new Uint8Array(), SAMPLE)).toBe(0);
  });

  test("asks when another program wrote the file, and overwrites only then", async () => {
    const person = await personWithFile();
    edit(person);
    const other = new Uint8Array([1, 2, 3]);
    person.host.touch(FILE, other);
    await person.command("save");
    await person.answer("changed-on-disk", "cancel");
    expect(person.host.files.get(FILE)).toEqual(other);
    expect(shown(person.desk).saved).toBe("unsaved");
    await person.command("save");
    await person.answer("changed-on-disk", "overwrite");
    expect(person.host.files.get(FILE)).not.toEqual(other);
    expect(shown(person.desk).saved).toBe("saved");
  });

  test.each(["disk-full", "file-busy", "no-permission", "folder-missing", "output-not-writable"] as const)(
    "%s is said in a sentence, and trying again saves",
    async (code) => {
      const person = await personWithFile();
      edit(person);
      person.host.refusals.push({ call: "saveFile", code });
      await person.command("save");
      const { text, ways } = person.facts("failure");
      expect(text).toMatch(/[。]$/);
      expect(ways).toEqual(["save-as", "retry"]);
      await person.answer("failure", "retry");
      expect(shown(person.desk).saved).toBe("saved");
    },
  );

  test("text still being typed is taken first; an editor that keeps it stops the save", async () => {
    const person = await personWithFile();
    const end = person.drafts.register(() => (edit(person), true));
    await person.command("save");
    expect(shown(person.desk).saved).toBe("saved");
    expect(Buffer.compare(person.host.files.get(FILE) ?? new Uint8Array(), SAMPLE)).not.toBe(0);
    end();
    edit(person, "5");
    person.drafts.register(() => false);
    await person.command("save");
    expect(shown(person.desk).saved).toBe("unsaved");
  });
});

describe("leaving", () => {
  test.each([
    ["cancel", false],
    ["discard", true],
    ["save", true],
  ] as const)("with unsaved changes: %s", async (answer, leaves) => {
    const person = await personWithFile();
    edit(person);
    person.host.command({ kind: "close-requested" });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await person.answer("unsaved", answer);
    expect(person.host.closed).toBe(leaves);
    expect(person.desk.store.current() === undefined).toBe(leaves);
    expect(Buffer.compare(person.host.files.get(FILE) ?? new Uint8Array(), SAMPLE) === 0).toBe(answer !== "save");
    expect(person.host.journals.size).toBe(leaves ? 0 : 1);
  });

  test("saved and closed in one breath while a dialog goes away, nothing is asked and nothing lost", async () => {
    const person = await personWithFile();
    person.host.chosen.push(undefined);
    person.host.command({ kind: "menu", command: "open" });
    edit(person);
    for (const command of ["save", "close-document"] as const) person.host.command({ kind: "menu", command });
    await person.rest();
    expect([person.asked(), person.desk.store.current()]).toEqual([undefined, undefined]);
    expect(Buffer.compare(person.host.files.get(FILE) ?? new Uint8Array(), SAMPLE)).not.toBe(0);
  });

  test("a command given while the file is being written waits until it is", async () => {
    const person = await personWithFile();
    edit(person);
    person.host.command({ kind: "menu", command: "save" });
    while (person.actions.dialogs.current().working === undefined)
      await new Promise((resolve) => setImmediate(resolve));
    person.host.command({ kind: "menu", command: "close-document" });
    await person.rest();
    expect([person.asked(), person.desk.store.current()]).toEqual([undefined, undefined]);
  });

  test("without unsaved changes nothing is asked", async () => {
    const person = await personWithFile();
    await person.command("quit");
    expect(person.host.closed).toBe(true);
  });
});

describe("exporting", () => {
  test("writes workbook, narrative and report into a folder", async () => {
    const person = await personWithFile();
    await person.command("export");
    await person.answer("export", { signOff: false, ownTemplate: false });
    const { department, year } = shown(person.desk).session.workbook.profile;
    expect(person.host.exported.map(({ name }) => name)).toEqual([
      `${department}${year}公开表.xlsx`,
      `${department}${year}决算说明.docx`,
      "校验报告.xlsx",
    ]);
    expect(person.notices.at(-1)?.kind).toBe("done");
  });

  test("asks first while error findings stand, and writes nothing if they are to be corrected", async () => {
    const person = await personWithFile();
    const { computed } = shown(person.desk);
    const at = { table: "03", row: "total", column: "total" };
    expect(computed.derived(at)).toBeDefined();
    person.desk.store.run(typed(person.desk, at, "1"), at);
    await person.command("export");
    await person.answer("export", { signOff: false, ownTemplate: false });
    const { errors, summary } = person.facts("errors-stand");
    expect(errors).toHaveLength(summary.errors);
    await person.answer("errors-stand", "cancel");
    expect(person.host.exported).toEqual([]);
    await person.command("export");
    await person.answer("export", { signOff: true, ownTemplate: false });
    await person.answer("errors-stand", "export");
    expect(person.host.exported).toHaveLength(3);
  });
});

describe("after a crash", () => {
  test("the next start shows what was done, cell by cell, and has it back", async () => {
    const host = new MemoryHost();
    const person = await personWithFile(host);
    const at = inputCell(person.desk, "03");
    edit(person, "1.00");
    edit(person, "2.50");
    await person.desk.store.settled();
    const lost = shown(person.desk).session;
    host.crash();

    const next = await personAtStart(host);
    const { gestures, changes, fileChanged } = next.facts("recovery");
    expect([gestures, fileChanged]).toEqual([2, false]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "cell", after: "2.50" });
    expect(changes[0]?.place).toContain(at.row);
    await next.answer("recovery", "recover");
    expect(fingerprintOf(shown(next.desk).session)).toBe(fingerprintOf(lost));
    expect(shown(next.desk).saved).toBe("unsaved");
    await next.command("save");
    expect(shown(next.desk).saved).toBe("saved");
    expect([...host.journals.values()].filter(({ held }) => !held)).toEqual([]);
  });

  test("saving recovered work asks where the file was changed since", async () => {
    const host = new MemoryHost();
    const person = await personWithFile(host);
    edit(person);
    await person.desk.store.settled();
    host.crash();
    host.touch(FILE, new Uint8Array([9]));
    const next = await personAtStart(host);
    expect(next.facts("recovery").fileChanged).toBe(true);
    await next.answer("recovery", "recover");
    await next.command("save");
    await next.answer("changed-on-disk", "overwrite");
    expect(shown(next.desk).saved).toBe("saved");
  });

  test("work for later stays, discarded work is gone, work without a gesture is not spoken of", async () => {
    const host = new MemoryHost();
    const person = await personWithFile(host);
    host.crash();
    expect((await personAtStart(host)).asked()).toBeUndefined();
    edit(person);
    await person.desk.store.settled();
    const later = await personAtStart(host);
    await later.answer("recovery", "later");
    const next = await personAtStart(host);
    await next.answer("recovery", "discard");
    expect(next.desk.store.current()).toBeUndefined();
    expect((await personAtStart(host)).asked()).toBeUndefined();
  });

  test("several works are offered one after the other, each once, and none is dropped", async () => {
    const host = new MemoryHost();
    const left: [string, StoredJournal][] = [];
    for (const figure of ["1.00", "2.00", "3.00"]) {
      const person = await personWithFile(host);
      edit(person, figure);
      await person.desk.store.settled();
      host.crash();
      // Put aside: the next one in front of the window would be asked about it.
      left.push(...host.journals);
      host.journals.clear();
    }
    for (const [id, journal] of left.splice(0)) host.journals.set(id, journal);
    const next = await personAtStart(host);
    const names = next.facts("recoveries").recoveries;
    expect(names).toHaveLength(3);
    await next.answer("recoveries", names[1]);
    await next.answer("recovery", "later");
    expect(next.facts("recoveries").recoveries.map(({ id }) => id)).toEqual([names[0]?.id, names[2]?.id]);
    await next.answer("recoveries", names[0]);
    await next.answer("recovery", "recover");
    expect(next.facts("recovery").recovery.id).toBe(names[2]?.id);
    await next.answer("recovery", "later");
    expect(next.asked()).toBeUndefined();
    expect((await host.recoveries()).map(({ id }) => id)).toEqual([names[1]?.id, names[2]?.id]);
  });

  test("where the machine takes no new journal, the old one stays", async () => {
    const host = new MemoryHost();
    const person = await personWithFile(host);
    edit(person);
    await person.desk.store.settled();
    host.crash();
    const next = await personAtStart(host);
    host.refusals.push({ call: "beginJournal", code: "disk-full" });
    await next.answer("recovery", "recover");
    expect(next.notices.map(({ title }) => title)).toEqual(["恢复记录写不进去"]);
    expect(await host.recoveries()).toHaveLength(1);
  });
});

describe("when something of the window breaks", () => {
  test("a page loaded anew after a crash says so", async () => {
    const person = await personAtStart();
    person.host.command({ kind: "page-crashed" });
    expect(person.notices).toMatchObject([{ kind: "problem", title: "窗口意外停止，已重新载入" }]);
  });

  test("a worker that cannot be replaced lets a save be tried again or the window be loaded anew", async () => {
    const workers = new BreakableWorkers();
    const host = new MemoryHost();
    host.files.set(FILE, SAMPLE);
    host.chosen.push(FILE);
    const person = new FilePerson(host, workers.start);
    await person.command("open");
    edit(person);
    workers.broken = true;
    await person.command("save");
    expect(shown(person.desk).saved).toBe("saved");
    edit(person, "7.00");
    workers.breakNewest();
    await person.command("save");
    expect(person.facts("failure").ways).toEqual(["restart-page", "retry"]);
    await person.answer("failure", "retry");
    await person.answer("failure", "restart-page");
    expect([host.restarts, shown(person.desk).saved]).toEqual([1, "unsaved"]);
    expect((await host.recoveries()).map(({ entries }) => entries)).toEqual([1]);
  });
});

describe("last year's figures", () => {
  test("are shown before they are taken, and one undo gives them back", async () => {
    const person = await personWithFile();
    person.host.chosen.push(FILE);
    await person.command("take-previous");
    const { rows } = person.facts("previous");
    const filled = rows.filter(({ does }) => does === "fills" || does === "differs");
    expect(rows).toHaveLength(shown(person.desk).ready.pack.lastYear.length);
    const before = shown(person.desk).session;
    await person.answer("previous", "replace");
    const after = shown(person.desk).session;
    expect(after.lastYear.size).toBe(rows.filter(({ now, then }) => now !== "" || then !== "").length);
    expect(filled.length > 0).toBe(after !== before);
    person.desk.store.undo();
    await person.desk.store.settled();
    expect(fingerprintOf(shown(person.desk).session)).toBe(fingerprintOf(before));
  });
});
