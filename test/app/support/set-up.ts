import { builtApp } from "../../../build/app.mjs";
import { builtStandin } from "../../../build/standin.mjs";

/** Before any test of the window: the program as the sources are now, and what it runs on where Electron is missing. */
export default async function setUp(): Promise<void> {
  await builtStandin();
  await builtApp();
}
