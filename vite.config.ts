import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** How the page is bundled: for the Chromium that the program brings along, every file beside it, nothing inlined. */
export default defineConfig({
  root: path.join(import.meta.dirname, "renderer"),
  base: "/",
  plugins: [react()],
  // Replaced by the shell with a fresh one at each load.
  html: { cspNonce: "nonce-of-this-load" },
  worker: { format: "es" },
  build: {
    target: "chrome140",
    outDir: path.join(import.meta.dirname, "dist", "app", "page"),
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5000,
    sourcemap: true,
  },
});
