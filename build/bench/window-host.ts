import type { Host, OpenedFile, PackFolder } from "../../shared/host/contract.js";

/** What the page of the bench is given in place of a shell: packs, and one workbook that every opening gives. */
export interface BenchHost {
  readonly packs: readonly PackFolder[];
  /** The workbook's bytes in Base64: they cross into the page as text. */
  readonly workbook: string;
  /** The pack's narrative template in Base64. */
  readonly narrative: string;
}

/**
 * Puts a machine into the page before its first line runs. It is carried into the page as source, so it uses nothing from outside.
 * Journals take entries as quickly as a promise can: the page's own work is measured, not a disk.
 */
export function installHost({ packs, workbook, narrative }: BenchHost): void {
  const done = <Value>(value: Value): Promise<{ readonly ok: true; readonly value: Value }> =>
    Promise.resolve({ ok: true, value });
  const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const opened = (): OpenedFile => ({
    id: "bench",
    name: "bench.xlsx",
    folder: "",
    bytes: bytesOf(workbook),
    stamp: "1",
  });
  const known: Partial<Host> = {
    packs: () => done(packs),
    packFile: () => done(bytesOf(narrative)),
    openFile: () => done(opened()),
    readFile: () => done(opened()),
    recentFiles: () => Promise.resolve([]),
    rememberFile: () => Promise.resolve(),
    recoveries: () => Promise.resolve([]),
    beginJournal: () => done("journal"),
    appendJournal: () => done(undefined),
    endJournal: () => Promise.resolve(),
    setDocument: () => Promise.resolve(),
    onCommand: () => () => undefined,
  };
  // Whatever else the page may ask for is not there on this machine.
  const host = new Proxy(known, {
    get: (target, name) =>
      (Reflect.get(target, name) as unknown) ??
      (() => Promise.resolve({ ok: false, failure: { code: "file-missing", facts: {} } })),
  });
  Object.assign(globalThis, { host });
}
