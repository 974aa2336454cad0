import type { PDFDocumentProxy } from "pdfjs-dist";

/** The size of a page in points, 72 to the inch. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** A PDF as sheets of paper that can be drawn. */
export interface Papers {
  readonly sizes: readonly PaperSize[];
  /** Draws a page, counted from 0, at so many device pixels a point; rejects when it is stopped or cannot be drawn. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement>;
  /** Gives up everything that is kept of it. */
  close(): void;
}

/** Opens the PDF that the program itself made; the library and its worker are loaded at the first one. */
export async function openPapers(pdf: Uint8Array): Promise<Papers> {
  const { getDocument, PDFWorker } = await import("pdfjs-dist");
  const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module", name: "pdf" });
  const worker = PDFWorker.create({ port });
  // The library takes the bytes for itself.
  const loading = getDocument({ data: pdf.slice(), worker, verbosity: 0 });
  const close = (): void => {
    void loading.destroy().finally(() => port.terminate());
  };
  try {
    const document = await loading.promise;
    return {
      sizes: await sizesOf(document),
      draw: (page, scale, signal) => draw(document, page, scale, signal),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function sizesOf(document: PDFDocumentProxy): Promise<readonly PaperSize[]> {
  const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
  return (await Promise.all(pages)).map((page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return { width, height };
  });
}

async function draw(
  pdf: PDFDocumentProxy,
  index: number,
  scale: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(index + 1);
  signal.throwIfAborted();
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const drawing = page.render({ canvas, viewport });
  signal.addEventListener("abort", () => drawing.cancel(), { once: true });
  await drawing.promise;
  return canvas;
}
