import { readFileSync } from "node:fs";
import path from "node:path";
import { COMPARISONS, type Comparison } from "./comparisons.js";
import { bundleSides, measureInTurns, ROOT } from "./processes.js";
import { comparisonText } from "./table.js";

/** The parts that measure by themselves, in a browser: keys in the window, and until it shows something. */
const IN_BROWSER = ["window", "paint"];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/**
 * `npm run bench`: how fast the product is beside the peers it was measured against when it was designed. Prints ratios,
 * because they hold on any machine; `--only open,open-plain,open-remembered,save,narrative,x1,x100,paint,window` chooses, `--runs 9` takes more turns.
 */

const { devDependencies, dependencies } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Manifest;

const NOTE = `对方：exceljs ${dependencies["exceljs"] ?? ""}，HyperFormula ${devDependencies["hyperformula"] ?? ""}；Node ${process.version}。
每一方每次都在新进程里第一次运行，双方轮流进行，取中位数；装载程序本身的时间双方都计入（标“不含装载”的除外）。
双方用同样的方式打包。打开、保存、核对说明：我方像命令行一样启动（用上次运行留下的编译结果），对方像普通程序一样启动。打开：读公式包、读文件、计算、全部检查，对 exceljs 只读入文件；保存：改一个数以后。
工作量：13 张表，每张 100 行（×1）或 10000 行（×100）、10 栏；100 或 10000 处表间核对。改一个数：我方列出全部核对结果，
HyperFormula 只读一个合计和一处核对。合计逐一与整数算出的结果核对。`;

const [only, runs] = [option("--only"), Number.parseInt(option("--runs") ?? "5", 10)];
const names = only?.split(",").filter((name) => !IN_BROWSER.includes(name));
const chosen = names === undefined ? COMPARISONS : names.map(comparisonNamed);

await bundleSides(
  chosen.flatMap(({ ours, peer }) => [ours, ...(peer === undefined ? [] : [peer])]).map(({ side }) => side),
);
console.log(NOTE);
for (const comparison of chosen) {
  const entries = [comparison.ours, ...(comparison.peer === undefined ? [] : [comparison.peer])];
  const [ours, peer] = measureInTurns(entries, Math.max(runs, 5));
  if (ours !== undefined) console.log(comparisonText(comparison, ours, peer));
}
// Last: they open browsers.
if (isChosen("paint")) await import("./first-paint.js");
if (isChosen("window")) await import("./window.js");

function isChosen(part: string): boolean {
  return only === undefined || only.split(",").includes(part);
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function comparisonNamed(name: string): Comparison {
  const found = COMPARISONS.find((comparison) => comparison.name === name);
  if (found === undefined) {
    throw new Error(`--only ${name}: one of ${COMPARISONS.map((comparison) => comparison.name).join(", ")}`);
  }
  return found;
}
