import type { Host, HostResult } from "../../shared/host/contract.js";
import { success } from "../../shared/result.js";

/** Pages as PDF, made by the machine; the words in it can be searched for. */
export async function madePdf(machine: Pick<Host, "makePdf">, html: string): Promise<HostResult<Uint8Array>> {
  const made = await machine.makePdf(html);
  if (!made.ok) return made;
  const { searchablePdf } = await import("../../shared/documents/searchable-pdf.js");
  return success(searchablePdf(made.value));
}
