import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import path from "node:path";
import { Journals } from "../../electron/journals.js";
import { writeTogether } from "../../electron/output-folder.js";
import { writeFolder } from "../../electron/publication-folder.js";
import { writeWhole } from "../../electron/whole-file.js";

/**
 * A process made to be killed: `node killed-worker.mjs journal|save|export|publish FOLDER`. It works on and on with the shell's own code and says
 * each thing it was promised as soon as it is promised; what it says is with the parent before it goes on.
 */

const [, , job = "", folder = ""] = process.argv;

/** Content that tells which it is and whether it is whole. */
export function version(number: number): Uint8Array {
  const text = `${number}:${"公开表".repeat(1000 + ((number * 7919) % 9000))}`;
  return Buffer.from(`${createHash("sha256").update(text).digest("hex")}${text}`, "utf8");
}

/** The number of a version, or undefined when it is not whole. */
export function versionOf(bytes: Uint8Array): number | undefined {
  const content = Buffer.from(bytes).toString("utf8");
  const text = content.slice(64);
  if (createHash("sha256").update(text).digest("hex") !== content.slice(0, 64)) return undefined;
  return Number.parseInt(text, 10);
}

/** One gesture of a journal, of very different lengths. */
export function gesture(round: number, index: number): string {
  return `${round}.${index} ${"格".repeat((round * 31 + index * 997) % 3000)}`;
}

export const EXPORTED = ["公开表.xlsx", "决算说明.docx", "校验报告.xlsx"] as const;

if (job !== "") {
  say("ready");
  if (job === "journal") await keepJournals();
  else if (job === "save") await saveAgain();
  else if (job === "publish") await publishAgain();
  else await exportAgain();
}

/** As the window does: after a save a new journal begins, then the old one ends. */
async function keepJournals(): Promise<void> {
  const journals = new Journals(folder, () => Promise.resolve(undefined));
  let former: string | undefined;
  for (let round = 0; ; round += 1) {
    const header = { name: String(round), department: "某局", year: 2020 };
    const id = value(await journals.begin(header, version(round)));
    say(`begun ${round} ${id}`);
    if (former !== undefined) {
      say(`ending ${round - 1}`);
      await journals.end(former);
    }
    former = id;
    for (let index = 0; index < 12; index += 1) {
      value(await journals.append(id, gesture(round, index)));
      say(`step ${round} ${index}`);
    }
  }
}

async function saveAgain(): Promise<void> {
  for (let round = 0; ; round += 1) {
    value(await writeWhole(path.join(folder, "公开表.xlsx"), version(round)));
    say(`saved ${round}`);
  }
}

async function exportAgain(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const files = EXPORTED.map((name) => ({ name, bytes: version(round) }));
    value(await writeTogether(folder, files));
    say(`saved ${round}`);
  }
}

async function publishAgain(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const files = EXPORTED.map((name) => ({ name, bytes: version(round) }));
    const record = { name: "记录.txt", text: `${round}\n` };
    value(await writeFolder(folder, { folder: "公开", files, record }));
    say(`saved ${round}`);
  }
}

function say(text: string): void {
  writeSync(1, `${text}\n`);
}

function value<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
