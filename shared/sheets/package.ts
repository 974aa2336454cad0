import { type Failure, failure } from "../failure.js";
import { type Result, refusal, success } from "../result.js";
import { type CellFormats, NO_FORMATS, readFormats } from "./number-formats.js";
import { type Relation, readRelations, relationsPath } from "../archive/relations.js";
import { readSharedStrings } from "./shared-strings.js";
import { type DefinedName, type SheetPart, readWorkbookPart } from "./workbook-parts.js";
import type { XmlSource } from "../archive/xml-reader.js";
import type { Unpacking } from "../archive/unpacking.js";
import { type GateLimits, type ZipParts, openZip } from "../archive/zip-gate.js";

export type { DefinedName, SheetPart } from "./workbook-parts.js";

/** An opened .xlsx or .xlsm: its parts, and what holds for all of its sheets. */
export interface WorkbookPackage {
  readonly parts: ZipParts;
  /** The path of the workbook part, usually `xl/workbook.xml`. */
  readonly workbookPath: string;
  /** The path of the styles part, where the package has one. */
  readonly stylesPath?: string;
  /** The path of the shared strings part, where the package has one. */
  readonly sharedStringsPath?: string;
  /** The worksheets in tab order, hidden ones included; chart and dialogue sheets are left out. */
  readonly sheets: readonly SheetPart[];
  /** The shared strings by index, rich text joined, phonetic guides left out. */
  readonly sharedStrings: readonly string[];
  /** Number formats by cell style. */
  readonly formats: CellFormats;
  /** Whether day numbers count from 1904. */
  readonly date1904: boolean;
  readonly definedNames: readonly DefinedName[];
}

/**
 * Opens a workbook's bytes: the zip gate, then the workbook, its relations, styles and shared strings. Sheets are read
 * one by one with `readSheet`. Nothing outside the package is ever followed and macros are never run.
 */
export function openPackage(
  bytes: Uint8Array,
  limits: Partial<GateLimits> = {},
  unpacking?: Unpacking,
): Result<WorkbookPackage> {
  const gate = openZip(bytes, limits, unpacking);
  return gate.ok ? packageOf(gate.value) : gate;
}

function packageOf(parts: ZipParts): Result<WorkbookPackage> {
  const path = findWorkbook(parts);
  if (!path.ok) return path;
  const workbookPath = path.value;
  const found = relationsOf(parts, workbookPath);
  if (!found.ok) return found;
  const relations = found.value;
  const workbook = readWorkbookPart(parts.pieces(workbookPath) ?? [], workbookPath, relations);
  if (!workbook.ok) return workbook;
  const stylesPath = targetOf(relations, "styles");
  const sharedStringsPath = targetOf(relations, "sharedStrings");
  const needed = [...workbook.value.sheets.map((sheet) => sheet.path), stylesPath, sharedStringsPath];
  const missing = needed.find((part) => part !== undefined && !parts.has(part));
  if (missing !== undefined) return refusal(missingPart(missing));
  const formats = readOptional(parts, stylesPath, readFormats, NO_FORMATS);
  if (!formats.ok) return formats;
  const strings = readOptional(parts, sharedStringsPath, readSharedStrings, []);
  if (!strings.ok) return strings;
  return success({
    parts,
    workbookPath,
    ...(stylesPath === undefined ? {} : { stylesPath }),
    ...(sharedStringsPath === undefined ? {} : { sharedStringsPath }),
    ...workbook.value,
    sharedStrings: strings.value,
    formats: formats.value,
  });
}

/** The part that the package itself points to as its document. A zip without one is no office file. */
function findWorkbook(parts: ZipParts): Result<string> {
  const relations = relationsOf(parts, "");
  if (!relations.ok) return relations;
  const path = targetOf(relations.value, "officeDocument");
  if (path === undefined) return refusal(failure(isOpenDocument(parts) ? "workbook-unsupported" : "not-a-workbook"));
  if (path.toLowerCase().endsWith(".bin")) return refusal(failure("workbook-unsupported", { part: path }));
  return parts.has(path) ? success(path) : refusal(missingPart(path));
}

/** An .ods is a workbook, only not one that can be read here. */
function isOpenDocument(parts: ZipParts): boolean {
  return parts.text("mimetype")?.startsWith("application/vnd.oasis.opendocument.spreadsheet") ?? false;
}

function relationsOf(parts: ZipParts, path: string): Result<readonly Relation[]> {
  const source = parts.pieces(relationsPath(path));
  return source === undefined ? success([]) : readRelations(source, path);
}

function targetOf(relations: readonly Relation[], kind: string): string | undefined {
  return relations.find((relation) => relation.kind === kind && !relation.external)?.target;
}

function readOptional<Value>(
  parts: ZipParts,
  path: string | undefined,
  read: (source: XmlSource, part: string) => Result<Value>,
  absent: Value,
): Result<Value> {
  const source = path === undefined ? undefined : parts.pieces(path);
  return path === undefined || source === undefined ? success(absent) : read(source, path);
}

function missingPart(part: string): Failure {
  return failure("workbook-unsupported", { part, problem: "missing" });
}
