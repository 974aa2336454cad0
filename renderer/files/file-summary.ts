import type { FileSummary } from "../../shared/host/contract.js";
import { summarize } from "../../shared/messages/summary.js";
import type { FlowTools } from "./flow-tools.js";

/** What the start screen says of a workbook: who, which year, how many findings stand. */
export function summaryOf({ desk }: FlowTools): FileSummary | undefined {
  const document = desk.store.current();
  if (document === undefined) return undefined;
  const { department, year } = document.session.workbook.profile;
  const { errors, explanations } = summarize(document.findings, { rulesChecked: 0, comparisons: 0 });
  return { department, year, pack: document.ready.pack.id, errors, explanations };
}
