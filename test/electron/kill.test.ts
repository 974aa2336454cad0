import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFrames } from "../../electron/journal-format.js";
import { Journals } from "../../electron/journals.js";
import { writeFolder } from "../../electron/publication-folder.js";
import { writeWhole } from "../../electron/whole-file.js";
import { EXPORTED, gesture, version, versionOf } from "./killed-worker.js";

/** Kill −9 at 240 moments in all, drawn from a fixed seed. */
const KILLS = { journal: 100, save: 60, export: 40, publish: 40 };

let home = "";
let program = "";

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), "gongkai-kill-"));
  program = path.join(home, "killed-worker.mjs");
  const entry = path.join(import.meta.dirname, "killed-worker.ts");
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: "node", format: "esm" });
});
afterAll(() => rmSync(home, { recursive: true }));

test("no gesture that was promised is lost, whenever the program is killed", { timeout: 300_000 }, async () => {
  let recovered = 0;
  await killTimes("journal", KILLS.journal, async (folder, said) => {
    const journals = new Journals(folder, () => Promise.resolve(undefined));
    const left = await journals.recoveries();
    const byRound = new Map(left.map((one) => [Number.parseInt(one.name, 10), one]));
    for (const { round, ending, steps } of promisesOf(said)) {
      const found = byRound.get(round);
      if (ending && found === undefined) continue;
      const work = await journals.read(found?.id ?? "none");
      if (!work.ok) throw new Error(`round ${round}: ${JSON.stringify(work.failure)}`);
      expect(Buffer.compare(work.value.bytes, version(round))).toBe(0);
      // Nothing lost, and nothing but what was given, in its order; one more may have been written than was promised.
      expect(work.value.entries.length).toBeGreaterThanOrEqual(steps);
      expect(work.value.entries).toEqual(work.value.entries.map((_one, index) => gesture(round, index)));
      recovered += work.value.entries.length;
    }
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".journal"))) {
      expect(readFrames(readFileSync(path.join(folder, name)))).toBeDefined();
    }
  });
  expect(recovered).toBeGreaterThan(KILLS.journal);
});

test("a file being saved is at every moment the old one or the new one, whole", { timeout: 300_000 }, async () => {
  await killTimes("save", KILLS.save, async (folder, said) => {
    const saved = said.filter((line) => line.startsWith("saved")).length;
    const file = path.join(folder, "公开表.xlsx");
    if (saved > 0) expect([saved - 1, saved]).toContain(versionOf(readFileSync(file)));
    // The next save takes the dead one's draft away.
    expect((await writeWhole(file, version(0))).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(["公开表.xlsx"]);
  });
});

test(
  "of an export being written every file is whole, and none is older than what was promised",
  { timeout: 300_000 },
  async () => {
    await killTimes("export", KILLS.export, (folder, said) => {
      const saved = said.filter((line) => line.startsWith("saved")).length;
      for (const name of saved > 0 ? EXPORTED : []) {
        expect([saved - 1, saved]).toContain(versionOf(readFileSync(path.join(folder, name))));
      }
      return Promise.resolve();
    });
  },
);

test(
  "a folder that goes out is whole and of one making, whenever the program is killed",
  { timeout: 300_000 },
  async () => {
    let whole = 0;
    await killTimes("publish", KILLS.publish, async (folder, said) => {
      const saved = said.filter((line) => line.startsWith("saved")).length;
      const target = path.join(folder, "公开");
      if (existsSync(target)) {
        const versions = new Set(EXPORTED.map((name) => versionOf(readFileSync(path.join(target, name)))));
        expect(versions.size).toBe(1);
        expect([saved - 1, saved]).toContain([...versions][0]);
        expect(readdirSync(target).toSorted()).toEqual([...EXPORTED].toSorted());
        whole += 1;
      }
      // The next publication takes away what the dead one left, its draft and the folder it had set aside.
      const files = EXPORTED.map((name) => ({ name, bytes: version(0) }));
      const written = await writeFolder(folder, { folder: "公开", files, record: { name: "记录.txt", text: "" } });
      expect(written.ok).toBe(true);
      expect(readdirSync(folder).toSorted()).toEqual(["公开", "记录.txt"].toSorted());
    });
    // How many are, depends on how fast the machine is just now.
    expect(whole).toBeGreaterThan(0);
  },
);

/** What the killed process said of one journal: its gestures that were promised, and whether its end had begun. */
interface Promises {
  readonly round: number;
  readonly ending: boolean;
  readonly steps: number;
}

function promisesOf(said: readonly string[]): readonly Promises[] {
  const rounds = said.flatMap((line) => /^begun (\d+)/.exec(line)?.[1] ?? []);
  return rounds.map((round) => ({
    round: Number.parseInt(round, 10),
    ending: said.includes(`ending ${round}`),
    steps: said.filter((line) => line.startsWith(`step ${round} `)).length,
  }));
}

/** Starts the process so many times, two at once, kills each at its moment and looks at what it left. */
async function killTimes(
  job: string,
  times: number,
  look: (folder: string, said: readonly string[]) => Promise<void>,
): Promise<void> {
  const moments = momentsFor(job, times);
  const lane = async (first: number): Promise<void> => {
    for (let index = first; index < times; index += 2) {
      const folder = mkdtempSync(path.join(home, `${job}-`));
      await look(folder, await killedAfter(job, folder, moments[index] ?? 0));
    }
  };
  await Promise.all([lane(0), lane(1)]);
}

/** Runs the process, kills it so many milliseconds after its first word, and gives the whole lines it said. */
async function killedAfter(job: string, folder: string, moment: number): Promise<readonly string[]> {
  const child: ChildProcess = spawn(process.execPath, [program, job, folder], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const ready = new Promise((resolve) => child.stdout?.once("data", resolve));
  child.stdout?.on("data", (data: Buffer) => (said += data.toString("utf8")));
  const closed = new Promise((resolve) => child.once("close", resolve));
  await ready;
  await wait(moment);
  child.kill("SIGKILL");
  await closed;
  return said.slice(0, said.lastIndexOf("\n")).split("\n");
}

/** Moments within the first tenth of a second, in steps of a hundredth of a millisecond, from a fixed seed. */
function momentsFor(job: string, times: number): readonly number[] {
  let state = job.length * 7919 + 20201231;
  return Array.from({ length: times }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return ((state >> 8) % 10_000) / 100;
  });
}
