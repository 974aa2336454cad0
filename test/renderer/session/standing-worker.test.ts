import { afterEach, describe, expect, test, vi } from "vitest";
import { breathe } from "../../../renderer/session/breathe.js";
import type { DocumentDesk } from "../../../renderer/session/document-desk.js";
import { WorkerBroken } from "../../../renderer/session/worker-client.js";
import { sameSession } from "../../support/same-session.js";
import { deskWithSample, inputCell, opening, patient, shown, typed } from "../../support/desk.js";
import { MemoryHost } from "../../support/memory-host.js";
import { BreakableWorkers } from "../../support/memory-worker.js";

/** A desk with the sample open, workers to break, and what the desk told of them. */
async function atWork(): Promise<{ desk: DocumentDesk; workers: BreakableWorkers; told: boolean[] }> {
  const workers = new BreakableWorkers();
  const { desk } = await deskWithSample(new MemoryHost(), workers.start);
  const told: boolean[] = [];
  desk.onWorkerBroken = (isReplaced) => told.push(isReplaced);
  return { desk, workers, told };
}

function type(desk: DocumentDesk, table: string, figure: string): void {
  const at = inputCell(desk, table);
  desk.store.run(typed(desk, at, figure), at);
}

/** Saves, and opens what was saved: it must say what the window shows. */
async function expectSaves(desk: DocumentDesk): Promise<void> {
  const snapshot = await desk.snapshot(patient());
  if (!snapshot.ok) throw new Error(snapshot.failure.code);
  const again = await opening(desk, snapshot.value.saved.bytes);
  expect(sameSession(again.work.session, shown(desk).session)).toBeUndefined();
  again.client.end();
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await breathe();
}

describe("a worker that breaks", () => {
  test("is replaced at once, with every gesture before and meanwhile, and saving works", async () => {
    const { desk, workers, told } = await atWork();
    type(desk, "03", "1.25");
    type(desk, "05", "2.25");
    desk.store.undo();
    workers.breakNewest();
    type(desk, "06", "3.25");
    await until(() => told.length > 0);
    type(desk, "03", "4.25");
    await desk.store.settled();
    expect(told).toEqual([true]);
    await expectSaves(desk);
  });

  test("in the middle of a save is replaced, and the save is done", async () => {
    const { desk, workers, told } = await atWork();
    type(desk, "03", "1.25");
    const saving = desk.snapshot(patient());
    await breathe();
    await breathe();
    workers.breakNewest();
    const snapshot = await saving;
    expect(snapshot.ok).toBe(true);
    expect(told).toEqual([true]);
  });

  test("where none can be begun it is said once, a save says so too, and works as soon as one can", async () => {
    const { desk, workers, told } = await atWork();
    type(desk, "03", "1.25");
    const broken = workers.breakNewest.bind(workers);
    workers.broken = true;
    broken();
    await until(() => told.length > 0);
    expect(told).toEqual([false]);
    type(desk, "05", "2.25");
    await desk.store.settled();
    await expect(desk.snapshot(patient())).rejects.toThrow(WorkerBroken);
    expect(told).toEqual([false]);
    workers.broken = false;
    await expectSaves(desk);
    expect(told).toEqual([false, true]);
  });

  test("behind a workbook that is closed is nobody's loss", async () => {
    const { desk, workers, told } = await atWork();
    const { started } = workers;
    await desk.close();
    workers.breakNewest();
    await breathe();
    expect([told, workers.started]).toEqual([[], started]);
  });
});

describe("a worker that does not answer", () => {
  afterEach(() => vi.useRealTimers());

  /** A desk whose worker hangs while a save waits for it, and what the desk told of its silence. */
  async function waiting() {
    const at = await atWork();
    const silences: (boolean | undefined)[] = [];
    at.desk.onWorkerSilent = (worker) => silences.push(worker?.isWaitedFor());
    type(at.desk, "03", "1.25");
    await at.desk.store.settled();
    await expectSaves(at.desk);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    at.workers.hangNewest();
    return { ...at, silences };
  }

  test("is told of after twenty seconds, once; given up, it is replaced and the save is done", async () => {
    const { desk, told, silences, workers } = await waiting();
    let answer: ((way: "restart" | "wait") => void) | undefined;
    desk.onWorkerSilent = (worker) => {
      silences.push(worker?.isWaitedFor());
      answer ??= worker?.answerSilence.bind(worker);
    };
    const { started } = workers;
    const saving = desk.snapshot(patient());
    await breathe();
    vi.advanceTimersByTime(19_000);
    expect(silences).toEqual([]);
    vi.advanceTimersByTime(30_000);
    expect(silences).toEqual([true]);
    answer?.("restart");
    expect((await saving).ok).toBe(true);
    expect([silences, told, workers.started]).toEqual([[true, undefined], [true], started + 1]);
    await expectSaves(desk);
  });

  test("is told of again after as long, when it is waited for on", async () => {
    const { desk, silences } = await waiting();
    desk.onWorkerSilent = (worker) => {
      silences.push(worker?.isWaitedFor());
      worker?.answerSilence("wait");
    };
    const saving = desk.snapshot(patient()).catch(() => undefined);
    await breathe();
    vi.advanceTimersByTime(65_000);
    expect(silences).toEqual([true, true, true]);
    await desk.close();
    await saving;
  });

  test("is nobody's matter while nothing is asked of it", async () => {
    const { silences } = await waiting();
    vi.advanceTimersByTime(600_000);
    expect(silences).toEqual([]);
  });

  test("is known to be waited for by nobody when it only follows", async () => {
    const { desk, silences } = await waiting();
    type(desk, "05", "2.25");
    await desk.store.settled();
    vi.advanceTimersByTime(25_000);
    expect(silences).toEqual([false]);
  });
});
