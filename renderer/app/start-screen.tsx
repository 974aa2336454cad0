import type { ReactNode } from "react";
import { Button } from "../ui/button.js";
import { openSample } from "./interim-open.js";
import { WORDS } from "./wording.js";

/** What the window shows while no workbook is open. */
export function StartScreen(): ReactNode {
  return (
    <main aria-label={WORDS.product}>
      <h1>{WORDS.product}</h1>
      <Button onClick={() => void openSample()}>打开示例</Button>
    </main>
  );
}
