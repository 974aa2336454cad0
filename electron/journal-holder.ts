import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { uptime } from "node:os";
import { isRunning } from "./processes.js";

/**
 * Who works on a journal: the process that wrote its lock, as long as that very process runs. A number alone would be held for
 * ever by whatever program gets it next, and the work behind it never be offered again; so the process's begin is compared too.
 */
export function holdJournal(lock: string): void {
  writeFileSync(lock, JSON.stringify({ pid: process.pid, begin: beginOf(process.pid) ?? "", at: Date.now() }));
}

export function releaseJournal(lock: string): void {
  if (existsSync(lock)) rmSync(lock);
}

/** Whether a running process holds the lock. */
export function isHeld(lock: string): boolean {
  let holder: { pid?: unknown; begin?: unknown; at?: unknown };
  try {
    holder = JSON.parse(readFileSync(lock, "utf8")) as typeof holder;
  } catch {
    // None, or one that was cut short with its writer.
    return false;
  }
  const { pid, begin, at } = holder;
  if (typeof pid !== "number" || typeof at !== "number") return false;
  if (at < Date.now() - uptime() * 1000) return false;
  return isRunning(pid) && (begin === "" || begin === beginOf(pid));
}

/** When a process began, in the kernel's ticks; undefined where the system does not tell. */
function beginOf(pid: number): string | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const state = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold blanks and brackets; the begin is the 20th field behind it.
    return state.slice(state.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
