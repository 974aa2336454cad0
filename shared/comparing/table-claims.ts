import { computedOf } from "../calc/computed-session.js";
import type { TableLayout } from "../calc/layout.js";
import type { Session } from "../calc/session.js";
import { fixed } from "../decimal.js";
import { parseExpression } from "../expression/parse.js";
import { normalize } from "../prose/normal-text.js";
import { LIST_ITEM } from "../prose/words.js";
import { claimOf, type Claim } from "./claim.js";
import { factClaim, type Fact, type FactIndex } from "./facts.js";
import type { ToldFigure, ToldRow, ToldTable } from "./told-tables.js";
import { changeSigned, growthSigned, lastYearOf, ROW_OF_LOOP, shareOf, TABLE_HEADS, THEREOF } from "./words.js";

/** Finds what the figures of tables inside a text speak of: cells of a form it repeats, or facts with what their columns say of them. */
export class TableReader {
  constructor(
    private readonly session: Session,
    private readonly facts: FactIndex,
  ) {}

  /** The claims of a row's figures, each undefined where it cannot be decided. */
  read(table: ToldTable, row: ToldRow): readonly (Claim | undefined)[] {
    const label = nameOf(row.label);
    const repeated = this.formOf(table);
    const own = repeated.flatMap((layout) => {
      const found = layout.labels.get(label) ?? layout.labels.get(row.label);
      return found === undefined ? [] : [{ layout, row: found }];
    });
    const [place, another] = own;
    if (place !== undefined && another === undefined) return this.ofForm(place.layout, place.row, row);
    return row.figures.map((figure) => this.ofFact(label, figure, table, row));
  }

  /** The tables of the form whose title stands above. */
  private formOf({ above }: ToldTable): readonly TableLayout[] {
    const { pack, tables } = this.session.plan.layout;
    for (const line of above) {
      if (/\u3002$/u.test(line)) return [];
      const form = pack.forms.find(({ title, titleAliases }) =>
        [title, ...titleAliases].some((one) => line.endsWith(normalize(one).text)),
      );
      if (form !== undefined) return tables.filter(({ table }) => table.form === form.id);
    }
    return [];
  }

  private ofForm(layout: TableLayout, row: number, { figures, isGrid }: ToldRow): readonly (Claim | undefined)[] {
    const columns = figureColumns(layout);
    const number = String(layout.fixed[row]?.no ?? "");
    const isNumbered = figures[0]?.places === 0 && fixed(figures[0].value, 0) === number;
    const cells = isNumbered ? figures.slice(1) : figures;
    const heads = cells.map(({ heads: names, number: no }) => {
      const byNumber = no === undefined ? undefined : columns.find((column) => column.no === no);
      const isNamed = (name: string, id: string, aliases: readonly string[]): boolean =>
        names.includes(name) || names.includes(id) || aliases.some((alias) => names.includes(normalize(alias).text));
      return byNumber ?? columns.find(({ id, name, aliases }) => isNamed(name, id, aliases));
    });
    const byPlace =
      isGrid || heads.every((head) => head !== undefined) ? heads : this.inOrder(layout, row, cells.length);
    const claims = cells.map((_, index) => this.cellClaim(layout, row, byPlace[index]?.name));
    return isNumbered ? [NOTHING_TOLD, ...claims] : claims;
  }

  /** Columns of figures that only blanks part: all of them, or those that are not blank, where their number fits. */
  private inOrder(layout: TableLayout, row: number, count: number): readonly FigureColumn[] {
    const columns = figureColumns(layout);
    if (columns.length === count) return columns;
    const computed = computedOf(this.session);
    const filled = columns.filter(({ id }) => {
      const figure = computed.figure({ table: layout.table.id, row: layout.keys[row] ?? "", column: id });
      return figure !== undefined && !figure.isZero();
    });
    return filled.length === count ? filled : [];
  }

  private cellClaim(layout: TableLayout, row: number, column: string | undefined): Claim | undefined {
    const source = `${layout.table.name}.${ROW_OF_LOOP}.${column ?? ""}`;
    const parsed = column === undefined ? undefined : parseExpression(source);
    return parsed?.ok === true
      ? claimOf(parsed.expression, source, { row: { table: layout, row }, position: 1 })
      : undefined;
  }

  private ofFact(label: string, figure: ToldFigure, table: ToldTable, row: ToldRow): Claim | undefined {
    const byRow = this.factNamed(label, table, row);
    if (byRow !== undefined) return claimFor(byRow, figure.heads, figure);
    for (const head of figure.heads) {
      const byColumn = this.factNamed(head, table, row);
      if (byColumn !== undefined) return claimFor(byColumn, [label], figure);
    }
    return undefined;
  }

  private factNamed(name: string, { above }: ToldTable, { of }: ToldRow): Fact | undefined {
    const all = this.facts.byName.get(name) ?? [];
    const said = [...of.headings, ...above.slice(0, 3)].join("\n");
    return (
      all.find(({ below }) => below.some((word) => said.includes(word))) ?? all.find(({ below }) => below.length === 0)
    );
  }
}

/** The claim of 行次 in front of a row's figures: right as it stands. */
export const NOTHING_TOLD: Claim = { expression: { kind: "text", text: "" }, key: "" };

type FigureColumn = TableLayout["table"]["columns"][number];

/** The columns that hold figures, in printed order. */
function figureColumns({ table }: TableLayout): readonly FigureColumn[] {
  return table.columns.filter(({ kind }) => kind !== "text");
}

/** A row's name without its number, 其中 and signs. */
function nameOf(label: string): string {
  return label.replace(LIST_ITEM, "").replace(THEREOF, "");
}

/** What a column says of a fact; undefined for heads nobody knows. */
function claimFor(fact: Fact, heads: readonly string[], { isPercent }: ToldFigure): Claim | undefined {
  const { figure, budget, wholes = [] } = fact.settings;
  const [whole] = wholes;
  const kind = TABLE_HEADS.find(({ words }) => heads.some((head) => words.test(head)))?.says;
  const sources = {
    growth: growthSigned(figure),
    change: changeSigned(figure),
    execution: budget === undefined ? undefined : shareOf(figure, budget),
    share: whole === undefined ? undefined : shareOf(figure, whole.figure),
    "last-year": lastYearOf(figure),
    budget,
    plain: figure,
  } as const;
  if (kind === undefined || isPercent !== ["growth", "execution", "share"].includes(kind)) return undefined;
  const source = sources[kind];
  return source === undefined ? undefined : factClaim(source, fact);
}
