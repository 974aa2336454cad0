import { beforeAll, describe, expect, test } from "vitest";
import { breathe } from "../../../renderer/session/breathe.js";
import { fingerprintOf } from "../../../shared/calc/fingerprint.js";
import { plain, decimal } from "../../../shared/decimal.js";
import { addressKey } from "../../../shared/model/address.js";
import { contentOf } from "../../support/session-content.js";
import { sameSession } from "../../support/same-session.js";
import { deskWithSample, inputCell, opening, patient, SAMPLE, shown, typed } from "../../support/desk.js";

describe("the open workbook of the window", () => {
  test("holds what the file holds, nothing unsaved, nothing to undo", async () => {
    const { desk, host } = await deskWithSample();
    const document = shown(desk);
    expect(document.saved).toBe("saved");
    expect([document.canUndo, document.canRedo]).toEqual([false, false]);
    expect(document.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(document.ready.pack.id).toBe("yunnan-2020");
    expect([...host.journals.values()].map(({ header, entries }) => [header.file, entries.length])).toEqual([
      ["样本.xlsx", 0],
    ]);
  });

  test("shows a gesture when the journal has it, and says which cells changed", async () => {
    const { desk, host } = await deskWithSample();
    const at = inputCell(desk, "03");
    const before = shown(desk);
    const seen: number[] = [];
    desk.store.subscribe(() => seen.push([...host.journals.values()][0]?.entries.length ?? -1));
    desk.store.run(typed(desk, at, "123.45"), at);
    expect(shown(desk)).toBe(before);
    expect(desk.store.latest()).not.toBe(before.session);
    await desk.store.settled();
    expect(seen).toEqual([1]);
    const after = shown(desk);
    expect(plain(after.computed.figure(at) ?? decimal("0"))).toBe("123.45");
    expect(after.changed?.has(addressKey(at))).toBe(true);
    expect(after.changed?.has("03!total!total")).toBe(true);
    expect(after.changed?.size).toBeLessThan(60);
    expect([after.saved, after.canUndo, after.version]).toEqual(["unsaved", true, before.version + 1]);
  });

  test("names every cell whose figure or finding a gesture changed, and few others", async () => {
    const { desk } = await deskWithSample();
    const at = inputCell(desk, "05");
    const before = shown(desk);
    desk.store.run(typed(desk, at, "7"), at);
    await desk.store.settled();
    const after = shown(desk);
    for (const table of after.ready.pack.tables) {
      for (const row of after.computed.rows(table.id)) {
        for (const column of table.columns) {
          const cell = { table: table.id, row, column: column.id };
          const [was, is] = [before, after].map(({ computed }) => computed.figure(cell));
          const [said, says] = [before, after].map(({ findingsAt }) =>
            JSON.stringify(findingsAt.get(addressKey(cell))),
          );
          const differs =
            (was === undefined ? "" : plain(was)) !== (is === undefined ? "" : plain(is)) || said !== says;
          if (differs) expect(after.changed?.has(addressKey(cell)), addressKey(cell)).toBe(true);
        }
      }
    }
  });

  test("gestures come in the order they were made, faster than the journal answers", async () => {
    const { desk, host } = await deskWithSample();
    const at = inputCell(desk, "03");
    const versions: number[] = [];
    desk.store.subscribe(() => versions.push(shown(desk).version));
    for (let figure = 1; figure <= 20; figure += 1) desk.store.run(typed(desk, at, String(figure)), at);
    await desk.store.settled();
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versions).toHaveLength(20);
    expect(plain(shown(desk).computed.figure(at) ?? decimal("0"))).toBe("20");
    expect([...host.journals.values()][0]?.entries).toHaveLength(20);
  });

  test("undo leads back to the identical workbook and to the place, redo forth again", async () => {
    const { desk } = await deskWithSample();
    const [first, second] = [inputCell(desk, "03"), inputCell(desk, "05")];
    const opened = shown(desk);
    desk.store.run(typed(desk, first, "1"), first);
    desk.store.run(typed(desk, second, "2"), second);
    const edited = desk.store.latest();
    expect(desk.store.undo()).toEqual(second);
    expect(desk.store.undo()).toEqual(first);
    expect(desk.store.undo()).toBeUndefined();
    await desk.store.settled();
    const back = shown(desk);
    expect(sameSession(back.session, opened.session)).toBeUndefined();
    expect(back.findings).toEqual(opened.findings);
    expect([back.saved, back.canUndo, back.canRedo]).toEqual(["saved", false, true]);
    expect(desk.store.redo()).toEqual(first);
    expect(desk.store.redo()).toEqual(second);
    await desk.store.settled();
    expect(edited === undefined ? undefined : fingerprintOf(edited)).toBe(fingerprintOf(shown(desk).session));
  });

  test("tells once that the journal is refused, and goes on", async () => {
    const { desk, host } = await deskWithSample();
    const told: string[] = [];
    desk.onJournalFailure = ({ code }) => told.push(code);
    host.refusals.push({ call: "appendJournal", code: "disk-full" }, { call: "appendJournal", code: "disk-full" });
    const at = inputCell(desk, "03");
    for (const figure of ["1", "2", "3"]) desk.store.run(typed(desk, at, figure), at);
    await desk.store.settled();
    expect(told).toEqual(["disk-full"]);
    expect(plain(shown(desk).computed.figure(at) ?? decimal("0"))).toBe("3");
  });
});

describe("saving", () => {
  let edited: Awaited<ReturnType<typeof deskWithSample>>;

  beforeAll(async () => {
    edited = await deskWithSample();
    const { desk } = edited;
    for (const table of ["03", "05", "06"]) {
      const at = inputCell(desk, table);
      desk.store.run(typed(desk, at, "88.88"), at);
    }
  });

  test("the worker followed every gesture, and the file opens as the same workbook", async () => {
    const { desk } = edited;
    const snapshot = await desk.snapshot(patient());
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.failure));
    const again = await opening(desk, snapshot.value.saved.bytes);
    expect(sameSession(again.work.session, shown(desk).session)).toBeUndefined();
    again.client.end();
  });

  test("a difference between page and worker is a defect and gives no file", async () => {
    const { desk } = await deskWithSample();
    const work = desk.store.work();
    if (work === undefined) throw new Error("nothing is open");
    const at = inputCell(desk, "03");
    const { changes } = typed(desk, at, "5");
    // A gesture the worker never hears of.
    const { edit } = await import("../../../shared/calc/edit.js");
    desk.store.begin({
      ...shown(desk),
      work: { ...work, session: edit(work.session, { origin: "typing", changes }).session },
      basis: { session: work.session, reading: [] },
      findings: [],
      saved: false,
    });
    await expect(desk.snapshot(patient())).rejects.toThrow("page and worker differ");
  });

  test("gestures made while a save runs stay unsaved and stand in the new journal", async () => {
    const { desk, host } = await deskWithSample();
    const at = inputCell(desk, "03");
    desk.store.run(typed(desk, at, "1"), at);
    const saving = desk.snapshot(patient());
    await breathe();
    await breathe();
    desk.store.run(typed(desk, at, "2"), at);
    const snapshot = await saving;
    if (!snapshot.ok) throw new Error(snapshot.failure.code);
    desk.store.run(typed(desk, at, "3"), at);
    await desk.settle(snapshot.value, { id: "样本.xlsx", name: "样本.xlsx", folder: "/", stamp: "" });
    desk.store.run(typed(desk, at, "4"), at);
    await desk.store.settled();
    expect(shown(desk).saved).toBe("unsaved");
    const [journal, ...others] = [...host.journals.values()];
    expect(others).toEqual([]);
    expect(journal?.entries.slice(-3).map((entry) => /"=(\d)"\]\]$/.exec(entry)?.[1])).toEqual(["2", "3", "4"]);
    const base = journal?.entries.slice(0, -3) ?? [];
    const recovered = await opening(desk, journal?.bytes);
    const replayed = await desk.replayed(recovered, journal?.entries ?? []);
    expect(base.length).toBeLessThanOrEqual(1);
    expect(replayed === undefined ? "" : fingerprintOf(replayed.work.session)).toBe(fingerprintOf(shown(desk).session));
    recovered.client.end();
  });
});

describe("recovery", () => {
  test("a journal's gestures lead to the very session, with its undo", async () => {
    const { desk, host } = await deskWithSample();
    const [first, second] = [inputCell(desk, "03"), inputCell(desk, "05")];
    desk.store.run(typed(desk, first, "1"), first);
    desk.store.run(typed(desk, second, "2"), second);
    desk.store.undo();
    desk.store.run(typed(desk, second, "3"), second);
    await desk.store.settled();
    const lost = shown(desk);
    host.crash();

    const [recovery] = await host.recoveries();
    const read = await host.readRecovery(recovery?.id ?? "");
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.bytes).toEqual(SAMPLE);
    const next = await deskWithSample(host);
    const replayed = await next.desk.replayed(await opening(next.desk, read.value.bytes), read.value.entries);
    if (replayed === undefined) throw new Error("unreadable");
    expect(contentOf(replayed.work.session)).toEqual(contentOf(lost.session));
    await next.desk.show(replayed, { id: "样本.xlsx", name: "样本.xlsx", folder: "/" }, false);
    expect([shown(next.desk).saved, shown(next.desk).canUndo]).toEqual(["unsaved", true]);
    const saved = await next.desk.snapshot(patient());
    expect(saved.ok).toBe(true);
    next.desk.store.undo();
    next.desk.store.undo();
    await next.desk.store.settled();
    expect(fingerprintOf(shown(next.desk).session)).toBe(fingerprintOf(lost.opening));
  });

  test("an entry that cannot be read recovers nothing by guessing", async () => {
    const { desk } = await deskWithSample();
    expect(await desk.replayed(await opening(desk), ['[1,"typing",["cell","03"'])).toBeUndefined();
  });
});
