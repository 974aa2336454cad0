import { markAt } from "../../shared/calc/edit.js";
import { cellNumber } from "../../shared/calc/layout.js";
import { convert, unitPower } from "../../shared/amount.js";
import { fixed, plain, type Decimal } from "../../shared/decimal.js";
import type { FormSheet, SheetCell, SheetPosition } from "../../shared/forms/form-sheet.js";
import { isWorkingForm } from "../../shared/forms/working-forms.js";
import { grouped } from "../../shared/messages/figure-text.js";
import { addressKey, type CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { OpenDocument } from "../session/document-store.js";
import { TOTAL_NAME } from "./wording.js";

/** What stands at the positions of one form in one state of the document. Made anew with each state; asking is cheap. */
export interface SheetContent {
  readonly sheet: FormSheet;
  readonly document: OpenDocument;
  /** The text the position shows. */
  shown(at: SheetPosition): string;
  /** The text an editor begins with: every digit, no separators, in the unit the sheet prints. */
  input(at: SheetPosition): string;
  /** The exact figure there in the unit the sheet prints; undefined for texts, labels and blanks. */
  figure(at: SheetPosition): Decimal | undefined;
  /** The address of the table's cell there. */
  address(at: SheetPosition): CellAddress | undefined;
  findings(at: SheetPosition): readonly Finding[];
  look(at: SheetPosition): CellLook;
}

/** How a position looks besides its text. */
export interface CellLook {
  readonly kind: SheetCell["kind"];
  readonly content: "figure" | "text";
  /** The program computes it. */
  readonly isDerived: boolean;
  /** How a typed or read figure stands against the computed one. */
  readonly mark: "residual" | "stated" | undefined;
  /** The gravest finding that is still open there; `rounding`: nothing but differences of the last digit. */
  readonly severity: Finding["severity"] | "rounding" | undefined;
  /** 0 for totals; deeper rows are indented. */
  readonly level: number;
  readonly role: string;
  /** The printed name of a row that adds others up. */
  readonly isTotal: boolean;
}

/** Reads a form's positions out of a document. */
export function contentOf(sheet: FormSheet, document: OpenDocument): SheetContent {
  const address = (at: SheetPosition): CellAddress | undefined => addressAt(sheet, at);
  const figure = (at: SheetPosition): Decimal | undefined => figureOf(document, address(at), "figure");
  return {
    sheet,
    document,
    address,
    figure,
    shown: (at) => shownText(document, sheet.at(at.row, at.column)),
    input: (at) => inputText(document, sheet.at(at.row, at.column)),
    findings: (at) => findingsAt(document, address(at)),
    look: (at) => lookOf(document, sheet, at),
  };
}

/** The address of the table's cell at a position of a form; undefined for labels, dashes and blanks. */
export function addressAt(sheet: FormSheet, { row, column }: SheetPosition): CellAddress | undefined {
  const cell = sheet.at(row, column);
  return cell.kind === "cell" ? cell.at : undefined;
}

/** The decimal places a cell prints in the unit its sheet prints: 6 places of 万元 are 2 of 元. */
export function printedPlaces({ computed }: OpenDocument, at: CellAddress): number {
  return Math.max(0, computed.places(at) + unitPower(computed.unit(at), computed.printedUnit(at)));
}

function shownText(document: OpenDocument, cell: SheetCell): string {
  switch (cell.kind) {
    case "label":
      return cell.text;
    case "dash":
      return document.ready.pack.frame.dash;
    case "cell": {
      const figure = cell.content === "figure" ? figureOf(document, cell.at, "printed") : undefined;
      const text =
        figure === undefined
          ? (document.computed.text(cell.at) ?? "")
          : grouped(fixed(figure, Math.max(printedPlaces(document, cell.at), figure.decimalPlaces())));
      return `${cell.prefix ?? ""}${text}`;
    }
    default:
      return "";
  }
}

function inputText(document: OpenDocument, cell: SheetCell): string {
  if (cell.kind === "label") return cell.text;
  if (cell.kind !== "cell") return "";
  const figure = cell.content === "figure" ? figureOf(document, cell.at, "figure") : undefined;
  return figure === undefined ? (document.computed.text(cell.at) ?? "") : plain(figure);
}

function figureOf(
  { computed }: OpenDocument,
  at: CellAddress | undefined,
  which: "figure" | "printed",
): Decimal | undefined {
  const value = at === undefined ? undefined : computed[which](at);
  return at === undefined || value === undefined
    ? undefined
    : convert(value, computed.unit(at), computed.printedUnit(at));
}

function findingsAt(document: OpenDocument, at: CellAddress | undefined): readonly Finding[] {
  return at === undefined ? [] : (document.findingsAt.get(addressKey(at)) ?? []);
}

function lookOf(document: OpenDocument, sheet: FormSheet, { row, column }: SheetPosition): CellLook {
  const cell = sheet.at(row, column);
  const plainLook = {
    isDerived: false,
    mark: undefined,
    severity: undefined,
    level: 0,
    role: "",
    isTotal: false,
  } as const;
  if (cell.kind === "label") {
    return {
      ...plainLook,
      kind: cell.kind,
      content: "text",
      level: cell.level,
      role: cell.role,
      isTotal: !isWorkingForm(sheet.form) && isTotal(cell),
    };
  }
  if (cell.kind !== "cell") return { ...plainLook, kind: cell.kind, content: "text" };
  const open = findingsAt(document, cell.at).filter(({ remark }) => remark === undefined);
  return {
    kind: cell.kind,
    content: cell.content,
    isDerived: cell.derived,
    mark: cell.derived ? markOf(document, cell.at) : undefined,
    severity: open.every(({ kind }) => kind === "rounding")
      ? open.length === 0
        ? undefined
        : "rounding"
      : SEVERITIES.find((severity) => open.some((finding) => finding.severity === severity)),
    level: cell.level,
    role: "",
    isTotal: false,
  };
}

function isTotal({ role, text }: Extract<SheetCell, { kind: "label" }>): boolean {
  return role === "name" && TOTAL_NAME.test(text.trim());
}

function markOf({ session }: OpenDocument, at: CellAddress): CellLook["mark"] {
  const cell = cellNumber(session.plan.layout, at);
  return cell === undefined ? undefined : markAt(session, cell)?.kind;
}

const SEVERITIES = ["error", "explain", "hint"] as const;
