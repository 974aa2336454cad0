import type { OpenedFile } from "../../shared/host/contract.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { longWork, tellFailure, type FlowTools } from "./flow-tools.js";
import { previousRows, takingPrevious } from "./previous-rows.js";
import { hostFailureText, WORDS } from "./wording.js";

/** 取上年数: last year's figures from any workbook a pack knows, old .xls and .et among them, after a look at what would be filled. */
export async function takePreviousFlow(tools: FlowTools): Promise<void> {
  const chosen = await tools.desk.host().openFile("previous-workbook");
  if (!chosen.ok) {
    const name = chosen.failure.facts["file"] ?? "";
    const way = await tellFailure(tools, WORDS.notRead(name), hostFailureText(chosen.failure), ["retry"]);
    return way === "retry" ? takePreviousFlow(tools) : undefined;
  }
  if (chosen.value !== undefined) await takeFrom(tools, chosen.value);
}

async function takeFrom(tools: FlowTools, { name, bytes }: OpenedFile): Promise<void> {
  const { desk, dialogs } = tools;
  const read = await longWork(tools, WORDS.readingPrevious(name), (long) => desk.previous(bytes, long));
  const session = desk.store.latest();
  if (read === undefined || session === undefined) return;
  if (!read.ok) {
    await tellFailure(tools, WORDS.notRead(name), failureText(read.failure));
    return;
  }
  const { profile, figures } = read.value;
  const rows = previousRows(session, new Map(figures));
  const answer = await dialogs.ask("previous", { name, department: profile.department, year: profile.year, rows });
  if (answer === "cancel") return;
  const transaction = takingPrevious(session, rows, answer === "replace");
  desk.store.run(transaction);
  tools.notify({ kind: "done", title: WORDS.previous.done(transaction.changes.length) });
}
