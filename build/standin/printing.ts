import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** Those options of printToPDF that are understood here; any other is refused by name. */
export interface PdfOptions {
  readonly preferCSSPageSize?: boolean;
  readonly printBackground?: boolean;
  readonly generateDocumentOutline?: boolean;
  readonly generateTaggedPDF?: boolean;
}

export interface PrintOptions {
  readonly silent?: boolean;
  readonly printBackground?: boolean;
  readonly deviceName?: string;
}

export type PrintDone = (success: boolean, failureReason: string) => void;

/** A printer as Electron lists it, as far as CUPS tells. */
export interface Printer {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly options: Readonly<Record<string, string>>;
}

type Send = <Answer>(method: string, params: object) => Promise<Answer>;

/** Chromium's own printing, as Electron's printToPDF uses it. */
export async function printToPdf(send: Send, options: PdfOptions): Promise<Buffer> {
  const unknown = Object.keys(options).find((name) => !PDF_OPTIONS.has(name));
  if (unknown !== undefined) throw new Error(`electron stand-in: printToPDF's ${unknown} is not implemented`);
  const { data } = await send<{ data: string }>("Page.printToPDF", { ...options, transferMode: "ReturnAsBase64" });
  return Buffer.from(data, "base64");
}

const PDF_OPTIONS = new Set(["preferCSSPageSize", "printBackground", "generateDocumentOutline", "generateTaggedPDF"]);

const run = promisify(execFile);

/** The printers CUPS knows; none where there is no CUPS. */
export async function listPrinters(): Promise<readonly Printer[]> {
  const { stdout } = await run("lpstat", ["-e"]).catch(() => ({ stdout: "" }));
  return stdout
    .split("\n")
    .filter((name) => name !== "")
    .map((name) => ({ name, displayName: name, description: "", options: {} }));
}

/** There is no print dialog here: what would come out goes to CUPS' default printer, or to the one named. */
export async function printFile(pdf: Buffer, { deviceName }: PrintOptions, done: PrintDone): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "standin-print-"));
  try {
    const file = path.join(folder, "pages.pdf");
    await writeFile(file, pdf);
    await run("lp", [...(deviceName === undefined ? [] : ["-d", deviceName]), "--", file]);
    done(true, "");
  } catch (error) {
    done(false, error instanceof Error ? error.message : String(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
