import type { Pack, Table } from "../../shared/template/pack.js";
import { ownRows } from "../../shared/template/table-names.js";
import type { Correction } from "./seed-tables.js";

const BEGIN = "<!-- 更正清单开始：由 npm run make:templates 写入 -->";
const END = "<!-- 更正清单结束 -->";

/** A pack's README with the list of corrections between its two marks written anew. */
export function withCorrections(readme: string, pack: Pack, corrections: readonly Correction[]): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error("README.md has no place for the corrections");
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${correctionsTable(pack, corrections)}\n\n${readme.slice(end)}`;
}

/** One line a correction, in the order of the forms; blanks are printed as 空. */
function correctionsTable(pack: Pack, corrections: readonly Correction[]): string {
  const lines = corrections.map((correction) => {
    const table = pack.tables.find(({ id }) => id === correction.table);
    if (table === undefined) throw new Error(`no table ${correction.table}`);
    const form = pack.forms.find(({ id }) => id === table.form);
    const cells = [
      `${form?.no ?? table.form} ${table.name}`,
      rowLabel(table, correction.row),
      columnLabel(table, correction.column),
      correction.from,
      correction.to,
      correction.reason,
    ];
    return `| ${cells.map((text) => (text === "" ? "空" : text.replaceAll("|", "\\|"))).join(" | ")} |`;
  });
  return ["| 表 | 行 | 栏 | 公布 | 更正 | 理由 |", "|---|---|---|---|---|---|", ...lines].join("\n");
}

/** `p6/other` → `p6 其他资金`; rows without a printed name keep their key. */
function rowLabel(table: Table, row: string): string {
  if (row === "") return "标题";
  const [block = "", below] = row.split("/");
  const fixed = ownRows(table).find(({ key }) => key === (below ?? row));
  if (fixed === undefined) return row;
  const name = fixed.short ?? fixed.name;
  return below === undefined ? name : `${block} ${name}`;
}

function columnLabel(table: Table, column: string): string {
  const words: Readonly<Record<string, string>> = { code: "编码", key: "行的键", title: "标题" };
  return table.columns.find(({ id }) => id === column)?.name ?? words[column] ?? column;
}
