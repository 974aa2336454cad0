import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { installModules } from "./set-up.mjs";

/** `npm start`: until the window exists, the main job on the sample workbook, and where its results are. */

const ROOT = path.dirname(import.meta.dirname);
const SAMPLE = "templates/yunnan-2020/sample.xlsx";
const RESULTS = "out/示例";

try {
  installModules();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const args = [path.join(import.meta.dirname, "gongkai.mjs"), "export", SAMPLE, "--out", RESULTS];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
if (status === 0) {
  console.log(`已由示例工作簿 ${SAMPLE} 生成：`);
  for (const name of readdirSync(path.join(ROOT, RESULTS)).toSorted())
    console.log(`  ${path.join(ROOT, RESULTS, name)}`);
}
process.exitCode = status ?? 1;
