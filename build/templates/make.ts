import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BLANK } from "../../shared/drawing/new-content.js";
import { newExcel } from "../../shared/drawing/new-excel.js";
import type { Pack } from "../../shared/template/pack.js";
import { withCorrections } from "./corrections-page.js";
import { makeNarrative } from "./narrative.js";
import { loadPack } from "./pack-files.js";
import { correctedSample, publishedSample } from "./samples.js";
import { corrections } from "./seed-tables.js";

/** The folder of the pack whose files are made here. */
export const PACK_FOLDER = join(import.meta.dirname, "../../templates/yunnan-2020");

/**
 * The pack's files that are made and not written by hand, by name: the blank template, the seed as it was published, the
 * seed corrected, the narrative's template, and the README with the list of corrections. The same data give the same bytes.
 */
export async function madeFiles(pack: Pack): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ["workbook.xlsx", await newExcel(pack, BLANK)],
    ["sample-as-published.xlsx", await newExcel(pack, publishedSample(pack))],
    ["sample.xlsx", await newExcel(pack, correctedSample())],
    ["narrative.docx", await makeNarrative()],
    ["README.md", new TextEncoder().encode(withCorrections(readReadme(), pack, corrections()))],
  ]);
}

function readReadme(): string {
  return readFileSync(join(PACK_FOLDER, "README.md"), "utf8");
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, bytes] of await madeFiles(loadPack(PACK_FOLDER))) {
    writeFileSync(join(PACK_FOLDER, name), bytes);
    console.log(`${name}\t${bytes.length}`);
  }
}
