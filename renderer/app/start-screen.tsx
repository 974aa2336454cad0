import type { ReactNode } from "react";
import { WORDS } from "./wording.js";

/** What the window shows while no workbook is open. */
export function StartScreen(): ReactNode {
  return (
    <main aria-label={WORDS.product}>
      <h1>{WORDS.product}</h1>
    </main>
  );
}
