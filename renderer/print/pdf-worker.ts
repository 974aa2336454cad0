/** Reads PDFs beside the page; the library's own worker, bundled like the program's others. */
import "pdfjs-dist/build/pdf.worker.mjs";
