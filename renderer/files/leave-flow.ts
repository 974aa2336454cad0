import type { FlowTools } from "./flow-tools.js";
import { saveFlow } from "./save-flow.js";

/** Whether the open workbook may go: it has nothing unsaved, was saved now, or the person does not want its changes. */
export async function mayReplace(tools: FlowTools): Promise<boolean> {
  const { store } = tools.desk;
  const document = store.current();
  if (document === undefined || !store.isUnsaved()) return true;
  const answer = await tools.dialogs.ask("unsaved", { name: document.name });
  if (answer === "save") return saveFlow(tools);
  return answer === "discard";
}

/** 关闭文件: back to the start screen. */
export async function closeDocumentFlow(tools: FlowTools): Promise<boolean> {
  if (!(await mayReplace(tools))) return false;
  await tools.desk.close();
  return true;
}

/** 退出, or the window's own cross. */
export async function quitFlow(tools: FlowTools): Promise<void> {
  if (await closeDocumentFlow(tools)) await tools.desk.host().leavePage("close");
}
