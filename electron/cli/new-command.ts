import { statSync } from "node:fs";
import path from "node:path";
import { newFromTemplate } from "../../shared/exchange/new-from-template.js";
import { failure, type Failure } from "../../shared/failure.js";
import { failureText } from "../../shared/messages/failure-text.js";
import type { Command } from "./arguments.js";
import { writeOutputFiles } from "./output-files.js";
import { readInstalledPacks, readPackFile } from "./pack-folder.js";
import { say, type ExitCode } from "./say.js";

/**
 * `new`: writes a blank workbook from the pack's template workbook, with the department and year filled in. Never over a file that
 * holds something: that would be a workbook full of figures.
 */
export function runNew(command: Extract<Command, { name: "new" }>): ExitCode {
  if (isFilled(command.out)) return refused(failure("bad-usage", { slip: "existing-file", found: command.out }));
  const packs = readInstalledPacks();
  if (!packs.ok) return refused(packs.failure);
  const ready = packs.value.find(({ pack }) => pack.id === command.pack);
  if (ready === undefined) return refused(failure("unknown-pack", { pack: command.pack }));
  const { department, year = ready.pack.years[0] } = command;
  const template = readPackFile(ready, "workbook.xlsx");
  const made = newFromTemplate(template, ready, {
    ...(department === undefined ? {} : { department }),
    ...(year === undefined ? {} : { year }),
  });
  if (!made.ok) return refused(made.failure);
  const written = writeOutputFiles(path.dirname(command.out), [
    { name: path.basename(command.out), bytes: made.value },
  ]);
  if (!written.ok) return refused(written.failure);
  say.problem(`已新建：${command.out}`);
  if (year !== undefined && !ready.pack.years.includes(year)) {
    say.problem(`这套模板是 ${ready.pack.years.join("、")} 年度的，${year} 年度的表式可能不同，请先核对再填。`);
  }
  return 0;
}

/** Whether something stands at a path that a blank workbook must not take the place of. An empty file is only a reserved name. */
function isFilled(file: string): boolean {
  const entry = statSync(file, { throwIfNoEntry: false });
  return entry?.isFile() === true && entry.size > 0;
}

function refused(why: Failure): ExitCode {
  say.problem(failureText(why));
  return 2;
}
