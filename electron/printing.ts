import { randomUUID } from "node:crypto";
import { BrowserWindow, type WebContents } from "electron";
import type { HostResult } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { PAPER_ORIGIN } from "./address.js";
import { refusedAs } from "./refusals.js";

/**
 * Turns printable pages (one HTML text, made by the page out of the tables) into PDF or hands them to a printer. They are loaded into a
 * window nobody sees, which runs no script and reaches nothing.
 */
export class Printing {
  private readonly papers = new Map<string, string>();

  /** What the address of a paper shows, or undefined when there is none. It may show nothing but its own text and style. */
  paperAt(address: string): Response | undefined {
    const { origin, pathname } = addressParts(address);
    const html = origin === PAPER_ORIGIN ? this.papers.get(pathname.slice(1)) : undefined;
    if (html === undefined) return undefined;
    const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "no-store",
      },
    });
  }

  /** The pages as PDF: sizes from their own style, real text, headings as bookmarks. */
  async pdf(html: string): Promise<HostResult<Uint8Array>> {
    return this.onPaper(html, async (contents) => {
      const pdf = await contents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateDocumentOutline: true,
        generateTaggedPDF: true,
      });
      return success(new Uint8Array(pdf));
    });
  }

  /** Hands the pages to the system's print dialog; false when the person cancels. Refused with `no-printer` where there is none. */
  async print(html: string): Promise<HostResult<boolean>> {
    return this.onPaper(html, async (contents) => {
      const printers = await contents.getPrintersAsync();
      if (printers.length === 0) return refusedAs("no-printer", "");
      return new Promise((resolve) => {
        contents.print({ silent: false, printBackground: true }, (printed, reason) => {
          if (printed) resolve(success(true));
          else if (/cancel/iu.test(reason)) resolve(success(false));
          else resolve(refusedAs("print-failed", "", { reason }));
        });
      });
    });
  }

  private async onPaper<Value>(
    html: string,
    use: (contents: WebContents) => Promise<HostResult<Value>>,
  ): Promise<HostResult<Value>> {
    const id = randomUUID();
    this.papers.set(id, html);
    const paper = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    });
    try {
      await paper.loadURL(`${PAPER_ORIGIN}/${id}`);
      return await use(paper.webContents);
    } catch (error) {
      // What the system or the driver says; the page shows it.
      return refusedAs("print-failed", "", { reason: error instanceof Error ? error.message : String(error) });
    } finally {
      this.papers.delete(id);
      paper.destroy();
    }
  }
}

function addressParts(address: string): { readonly origin: string; readonly pathname: string } {
  const { protocol, host, pathname } = new URL(address);
  return { origin: `${protocol}//${host}`, pathname };
}
