import { tellFailure, type FlowTools } from "./flow-tools.js";
import { hostFailureText, WORDS } from "./wording.js";

/** 打印: hands finished pages to the system's print dialog. Where there is no printer, `orElse` keeps them as a file. */
export async function printFlow(tools: FlowTools, html: string, orElse?: () => Promise<void>): Promise<void> {
  const printed = await tools.desk.host().printPages(html);
  if (printed.ok) {
    if (printed.value) tools.notify({ kind: "done", title: WORDS.printed });
    return;
  }
  const ways = orElse === undefined ? (["retry"] as const) : (["save-as", "retry"] as const);
  const way = await tellFailure(tools, WORDS.notPrinted, hostFailureText(printed.failure), ways);
  if (way === "retry") return printFlow(tools, html, orElse);
  if (way === "save-as" && orElse !== undefined) await orElse();
}

/** 另存为 PDF: a finished PDF into a file the person names. */
export async function savePdfFlow(tools: FlowTools, name: string, pdf: Uint8Array): Promise<void> {
  const written = await tools.desk.host().saveFileAs(name, pdf);
  if (!written.ok) {
    const way = await tellFailure(tools, WORDS.notSaved(name), hostFailureText(written.failure), ["retry"]);
    return way === "retry" ? savePdfFlow(tools, name, pdf) : undefined;
  }
  if (written.value !== undefined) tools.notify({ kind: "done", title: WORDS.saved(written.value.name) });
}
