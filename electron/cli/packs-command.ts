import { failureText } from "../../shared/messages/failure-text.js";
import type { Command } from "./arguments.js";
import { readInstalledPacks } from "./pack-folder.js";
import { say, type ExitCode } from "./say.js";

/** `packs`: lists the installed template packs. */
export function runPacks(command: Extract<Command, { name: "packs" }>): ExitCode {
  const packs = readInstalledPacks();
  if (!packs.ok) {
    say.problem(failureText(packs.failure));
    return 2;
  }
  const list = packs.value.map(({ pack }) => ({
    id: pack.id,
    title: pack.title,
    years: pack.years,
    place: pack.place,
    tables: pack.forms.map((form) => ({ number: form.no, title: form.title, sheet: form.sheet })),
  }));
  if (command.json) say.json({ packs: list });
  else {
    for (const pack of list) {
      say.out(`${pack.id}　${pack.title}　年度 ${pack.years.join("、")}　${pack.place}　共 ${pack.tables.length} 张表`);
      for (const table of pack.tables) say.out(`    ${table.sheet}　${table.title}`);
    }
  }
  return 0;
}
