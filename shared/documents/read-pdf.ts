import { failure } from "../failure.js";
import { paragraphsOf, type PrintedLine } from "../prose/printed-lines.js";
import type { Prose } from "../prose/prose.js";
import { refusal, success, type Result } from "../result.js";
import { linesOfPage, type TextPiece } from "./page-lines.js";
import { withUnifiedSigns } from "./unified-signs.js";

/** No narrative with its tables has more pages. */
const MOST_PAGES = 400;

/** What is used of pdfjs-dist; its own types need a browser's. */
interface PdfLibrary {
  getDocument(source: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  };
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly Partial<PdfItem>[] }>;
}

interface PdfItem {
  readonly str: string;
  /** The matrix a piece is set with: its last two numbers are where it begins. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the text layer of a PDF: pieces of text are put into lines by where they stand, lines into paragraphs. Nothing of the file is run
 * or fetched.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<Prose>> {
  const library = await pdfLibrary();
  const loading = library.getDocument({
    // The library takes the bytes for itself.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES) {
      return refusal(failure("document-too-large", { size: String(document.numPages), limit: String(MOST_PAGES) }));
    }
    return success(paragraphsOf(await linesOf(document)));
  } catch (thrown) {
    return refusal(failure(nameOf(thrown) === "PasswordException" ? "document-encrypted" : "document-damaged"));
  } finally {
    await loading.destroy();
  }
}

/** The library works in this thread: its worker's code is loaded beside it. */
async function pdfLibrary(): Promise<PdfLibrary> {
  const [library] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    // @ts-expect-error -- the worker's module has no types of its own and puts itself where the library looks for it
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  return library;
}

async function linesOf(document: PdfDocument): Promise<readonly PrintedLine[]> {
  const lines: PrintedLine[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const text of linesOfPage(items.flatMap(pieceOf))) lines.push({ text, line: lines.length + 1 });
  }
  return lines;
}

function pieceOf({ str, transform, width = 0, height = 0 }: Partial<PdfItem>): readonly TextPiece[] {
  const [left, bottom] = [transform?.[4], transform?.[5]];
  return str === undefined || str.trim() === "" || left === undefined || bottom === undefined
    ? []
    : [{ text: withUnifiedSigns(str), left, bottom, width, height }];
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : "";
}
