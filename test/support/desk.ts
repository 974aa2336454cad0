import { readFileSync } from "node:fs";
import path from "node:path";
import { DocumentDesk, type LongWork, type Opening } from "../../renderer/session/document-desk.js";
import type { WorkerPort } from "../../renderer/session/worker-client.js";
import type { OpenDocument } from "../../renderer/session/document-store.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { decimal } from "../../shared/decimal.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Transaction } from "../../shared/model/transaction.js";
import { MemoryHost } from "./memory-host.js";
import { memoryWorker } from "./memory-worker.js";

/** The sample's bytes. */
export const SAMPLE = new Uint8Array(
  readFileSync(path.resolve(import.meta.dirname, "../../templates/yunnan-2020/sample.xlsx")),
);

/** Work nobody stops or watches. */
export function patient(): LongWork {
  return { progress: () => undefined, signal: new AbortController().signal };
}

/** A desk on a machine in memory, its packs read. */
export async function deskOn(
  host: MemoryHost = new MemoryHost(),
  startWorker: () => WorkerPort = memoryWorker,
): Promise<{ desk: DocumentDesk; host: MemoryHost }> {
  const desk = new DocumentDesk(() => host, startWorker);
  const prepared = await desk.prepare();
  if (!prepared.ok) throw new Error(prepared.failure.code);
  return { desk, host };
}

/** Opens bytes; a refusal fails the test. */
export async function opening(desk: DocumentDesk, bytes: Uint8Array = SAMPLE): Promise<Opening> {
  const opened = await desk.open(bytes, [], patient());
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** A desk with the sample open as `样本.xlsx`. */
export async function deskWithSample(
  host = new MemoryHost(),
  startWorker: () => WorkerPort = memoryWorker,
): Promise<{ desk: DocumentDesk; host: MemoryHost }> {
  host.files.set("样本.xlsx", SAMPLE);
  const { desk } = await deskOn(host, startWorker);
  const read = await host.readFile("样本.xlsx");
  if (!read.ok) throw new Error(read.failure.code);
  await desk.show(await opening(desk, read.value.bytes), read.value, true);
  return { desk, host };
}

/** What is open; nothing open fails the test. */
export function shown(desk: DocumentDesk): OpenDocument {
  const document = desk.store.current();
  if (document === undefined) throw new Error("nothing is open");
  return document;
}

/** Somebody types a figure into a cell. */
export function typed(desk: DocumentDesk, at: CellAddress, figure: string | undefined): Transaction {
  const session = desk.store.latest();
  if (session === undefined) throw new Error("nothing is open");
  const change = changeOfCell(
    session,
    at,
    figure === undefined ? undefined : { kind: "amount", value: decimal(figure) },
  );
  return { origin: "typing", changes: change === undefined ? [] : [change] };
}

/** The first cell people type into that holds a figure in a table. */
export function inputCell(desk: DocumentDesk, table: string): CellAddress {
  const { computed } = shown(desk);
  for (const row of computed.rows(table)) {
    for (const { id, kind } of computed.table(table).columns) {
      const at = { table, row, column: id };
      if (kind === "amount" && computed.derived(at) === undefined && computed.figure(at) !== undefined) return at;
    }
  }
  throw new Error(`no input with a figure in ${table}`);
}
