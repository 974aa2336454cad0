import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { searchablePdf } from "../../shared/documents/searchable-pdf.js";
import { failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { findBrowser } from "./browser.js";

/** A minute is ample for a hundred pages; a browser that has not printed by then hangs. */
const LONGEST_MS = 60_000;

/**
 * Prints pages (one HTML text of `shared/pages`) to a PDF with real text and bookmarks, by a browser that runs without a window,
 * a profile of its own and no network. Fails with `no-browser` where there is none, with `print-failed` where it gives no PDF.
 */
export function printPdf(html: string): Result<Uint8Array> {
  const browser = findBrowser();
  if (browser === undefined) return refusal(failure("no-browser"));
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-print-"));
  try {
    const [page, pdf] = [path.join(folder, "pages.html"), path.join(folder, "pages.pdf")];
    writeFileSync(page, html);
    const run = spawnSync(browser, switches(folder, page, pdf), {
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      timeout: LONGEST_MS,
    });
    if (!existsSync(pdf))
      return refusal(failure("print-failed", { reason: reasonOf(run.error?.message ?? run.stderr) }));
    return success(searchablePdf(new Uint8Array(readFileSync(pdf))));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function switches(folder: string, page: string, pdf: string): readonly string[] {
  return [
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    `--user-data-dir=${path.join(folder, "profile")}`,
    `--print-to-pdf=${pdf}`,
    // Chromium refuses its sandbox to root; the pages hold no script.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    pathToFileURL(page).href,
  ];
}

/** The last thing the browser said, on one line. */
function reasonOf(stderr: string): string {
  return stderr.trim().split("\n").at(-1)?.slice(0, 200) ?? "";
}
