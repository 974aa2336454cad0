import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DELIVERIES } from "./deliveries.mjs";
import { faultsOf } from "./faults.mjs";
import { hasTool, moveInto, pack } from "./pack.mjs";
import { isPackage, writeSums } from "./sums.mjs";
import { builtTrial } from "./trial.mjs";

const ROOT = path.dirname(path.dirname(import.meta.dirname));

/**
 * Where the packages go and are put together, where Electron's files are found, and the folder that goes into all of them (asked for
 * only when there is something to make).
 *
 * @typedef {object} ReleasePlan
 * @property {string} release emptied first
 * @property {string} work
 * @property {(platform: string, arch: string) => Promise<import("./electron-folder.mjs").ElectronFiles>} electronFor
 * @property {() => Promise<string>} staged
 * @property {(line: string) => void} say
 */

/**
 * What came of it: packages that can be delivered, packages with the stand-in in the folder not-for-delivery, and in sentences what is
 * missing on this machine and what went wrong.
 *
 * @typedef {object} Release
 * @property {string[]} made
 * @property {string[]} trial
 * @property {string[]} missing
 * @property {string[]} wrong
 */

/** Makes every delivery that can be made here and checks it; one that went wrong keeps none of the others from being made. @type {(plan: ReleasePlan) => Promise<Release>} */
export async function makeRelease(plan) {
  rmSync(plan.release, { recursive: true, force: true });
  mkdirSync(plan.release, { recursive: true });
  /** @type {Release} */
  const release = { made: [], trial: [], missing: [], wrong: [] };
  let lacksElectron = false;
  for (const delivery of DELIVERIES) {
    const files = await plan.electronFor(delivery.platform, delivery.arch);
    if ("found" in files) await makeOne(plan, delivery, files.found, release);
    else {
      lacksElectron = true;
      const needs = hasTool(delivery.target) ? "" : `；还需要 ${delivery.tool}`;
      release.missing.push(`${delivery.name}：${files.missing}${needs}`);
    }
  }
  if (release.made.length > 0) writeSums(plan.release);
  if (lacksElectron) await makeTrial(plan, release);
  return release;
}

/** How the system says that a download did not come through. */
const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/;

/** @type {(plan: ReleasePlan, delivery: import("./deliveries.mjs").Delivery, electron: string, release: Release) => Promise<void>} */
async function makeOne(plan, { name, platform, arch, target, tool }, electron, release) {
  plan.say(`正在生成 ${name}`);
  const staged = await plan.staged();
  const work = path.join(plan.work, `${platform}-${arch}-${target}`);
  const packed = pack({ staged, electron, platform, archs: [arch], target, work });
  if ("reason" in packed) {
    writeFileSync(`${work}.log`, packed.log);
    if (!hasTool(target) && NO_NETWORK.test(packed.reason))
      release.missing.push(`${name}：缺 ${tool}（${packed.reason}）`);
    else release.wrong.push(`${name}：${packed.reason}（全文见 ${work}.log）`);
    return;
  }
  const faults = await faultsBelow(work, staged);
  if (faults.length === 0) release.made.push(...moveInto(packed.files, plan.release));
  release.wrong.push(...faults.map((fault) => `${name}：检查未通过，${fault}`));
}

/** What can be made without Electron, to check how the program is packed. @type {(plan: ReleasePlan, release: Release) => Promise<void>} */
async function makeTrial(plan, release) {
  plan.say("没有 Electron 程序文件：用替身生成能生成的包，只用来检查打包，不可交付。");
  const { linux, windows, staged } = await builtTrial();
  const folder = path.join(plan.release, "not-for-delivery");
  mkdirSync(folder);
  for (const from of [linux, windows]) {
    const faults = await faultsBelow(from, staged);
    release.wrong.push(...faults.map((fault) => `替身包：检查未通过，${fault}`));
    for (const name of readdirSync(from).filter(isPackage)) {
      copyFileSync(path.join(from, name), path.join(folder, name));
      release.trial.push(path.join(folder, name));
    }
  }
  writeSums(folder);
}

/** @type {(work: string, staged: string) => Promise<readonly string[]>} */
async function faultsBelow(work, staged) {
  const unpacked = readdirSync(work).filter((name) => name.endsWith("-unpacked"));
  const faults = await Promise.all(unpacked.map((name) => faultsOf(path.join(work, name), staged, [`${ROOT}/`])));
  return faults.flat();
}
