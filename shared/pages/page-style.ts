import type { Pack } from "../template/pack.js";
import type { PageOptions } from "./page-options.js";
import { FORM_STYLE } from "./form-style.js";
import { narrativeStyle } from "./narrative-style.js";
import { FACES, STAND_INS, WORDS } from "./words.js";

/** Figures and Latin letters are set in a Latin face. */
const LATIN: readonly string[] = ["Times New Roman", "Liberation Serif"];

/** A stack of faces: the Latin one, the wanted Chinese ones, and what is there when those are missing. */
export function faces(wanted: readonly string[], end: "serif" | "sans" = "serif"): string {
  const names = [...(end === "serif" ? LATIN : []), ...wanted, ...STAND_INS[end]];
  return [...names.map(family), end === "serif" ? "serif" : "sans-serif"].join(", ");
}

/** The style of every printed page: sizes, margins, page foot, heads that repeat, rows that are not torn. */
export function pageStyle(pack: Pack, options: PageOptions): string {
  const { fonts } = pack.frame;
  return [
    pageBoxes(pack, options),
    `body { margin: 0; color: #000; font: 10pt ${faces([fonts.body])}; } h1 { font-family: ${faces([fonts.title], "sans")}; }`,
    FORM_STYLE,
    narrativeStyle(faces),
  ].join("\n");
}

function pageBoxes(pack: Pack, { fingerprint, draft }: PageOptions): string {
  const font = `font: 9pt ${faces([pack.frame.fonts.body])};`;
  const stamp =
    fingerprint === undefined ? "" : `@top-right { content: ${quoted(WORDS.fingerprint(fingerprint))}; ${font} }`;
  const mark = draft ? `@top-left { content: ${quoted(WORDS.draft)}; ${font} color: #b00020; font-size: 12pt; }` : "";
  const number = `content: ${quoted(WORDS.pageNumberLeft)} counter(page) ${quoted(WORDS.pageNumberRight)}; font: 14pt ${faces(FACES.song)};`;
  return `
@page { size: A4 portrait; margin: 18mm 15mm; @bottom-center { content: ${footer(pack.frame.footer)}; ${font} } ${stamp} ${mark} }
@page landscape { size: A4 landscape; }
@page narrative { margin: 37mm 26mm 35mm 28mm; @bottom-center { content: none; } }
@page narrative:right { @bottom-right { ${number} } }
@page narrative:left { @bottom-left { ${number} } }`;
}

/** Excel's page foot (`第 &P 页 共 &N 页`) as the content of a margin box. */
function footer(excel: string): string {
  const counters: Readonly<Record<string, string>> = { "&P": "counter(page)", "&N": "counter(pages)" };
  return excel
    .split(/(&P|&N)/u)
    .map((part) => counters[part] ?? quoted(part))
    .join(" ");
}

/** A face's name as CSS; a name out of a pack may not leave its quotation marks. */
function family(name: string): string {
  return quoted(name);
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\<>\r\n]/gu, "")}"`;
}
