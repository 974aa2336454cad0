import path from "node:path";
import { defineConfig } from "playwright/test";

/** End-to-end tests of the window: the built program in Electron where its binary is, in the stand-in elsewhere. */
export default defineConfig({
  testDir: path.join(import.meta.dirname, "test", "app"),
  testMatch: "*.e2e.ts",
  outputDir: path.join(import.meta.dirname, ".cache", "playwright"),
  globalSetup: path.join(import.meta.dirname, "test", "app", "support", "set-up.ts"),
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  forbidOnly: true,
});
