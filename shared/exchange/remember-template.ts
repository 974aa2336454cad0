import { edit } from "../calc/edit.js";
import type { OpenedWorkbook } from "./open-workbook.js";
import { TEMPLATE_ELEMENT } from "../recognition/words.js";

/**
 * The workbook with the bureau's own template remembered in 说明要素 by its file name, without folders: folders differ from office
 * to office and are nobody's business in a published file.
 */
export function rememberTemplate(opened: OpenedWorkbook, file: string): OpenedWorkbook {
  const after = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const before = opened.session.workbook.remarks.get(TEMPLATE_ELEMENT);
  if (after === before) return opened;
  const change = {
    kind: "set-remark",
    id: TEMPLATE_ELEMENT,
    after,
    ...(before === undefined ? {} : { before }),
  } as const;
  return { ...opened, session: edit(opened.session, { origin: "answer", changes: [change] }).session };
}
