import { builtApp } from "../../../build/app.mjs";

/** Before any test of the window: the program as the sources are now. */
export default async function setUp(): Promise<void> {
  await builtApp();
}
