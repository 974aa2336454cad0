import type { Host, OpenedFile, PackFolder } from "../../shared/host/contract.js";

/** What the page of the bench is given in place of a shell: packs, and one workbook that every opening gives. */
export interface BenchHost {
  readonly packs: readonly PackFolder[];
  /** The workbook's bytes in Base64: they cross into the page as text. */
  readonly workbook: string;
}

/**
 * Puts a machine into the page before its first line runs. It is carried into the page as source, so it uses nothing from outside.
 * Journals take entries as quickly as a promise can: the page's own work is measured, not a disk.
 */
export function installHost({ packs, workbook }: BenchHost): void {
  const done = <Value>(value: Value): Promise<{ readonly ok: true; readonly value: Value }> =>
    Promise.resolve({ ok: true, value });
  const opened = (): OpenedFile => ({
    id: "bench",
    name: "bench.xlsx",
    folder: "",
    bytes: Uint8Array.from(atob(workbook), (sign) => sign.charCodeAt(0)),
    stamp: "1",
  });
  const known: Partial<Host> = {
    packs: () => done(packs),
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
