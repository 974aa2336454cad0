import { defineConfig } from "vitest/config";

/** Two workers: LibreOffice and the bundler share the machine with the tests. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["test/**/*.test.ts"],
    watch: false,
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
