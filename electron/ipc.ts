import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import type { Host } from "../shared/host/contract.js";
import { isPageAddress } from "./address.js";
import { CALL_ARGUMENTS, checkedArguments } from "./call-arguments.js";
import { channelOf, type HostCall } from "./channels.js";

/** What answers the page: the host contract without its listener. */
export type HostAnswers = Omit<Host, "onCommand">;

/**
 * The one place where calls of a page come in: each on its own channel, only from the top frame of the program's own page, only with
 * the arguments the contract names. `answersOf` gives what answers a window's page, or undefined for one it does not know.
 */
export function answerPages(ipc: IpcMain, answersOf: (sender: WebContents) => HostAnswers | undefined): void {
  for (const call of Object.keys(CALL_ARGUMENTS) as HostCall[]) {
    ipc.handle(channelOf(call), (event, ...args: readonly unknown[]) => {
      const answers = isOwnPage(event) ? answersOf(event.sender) : undefined;
      if (answers === undefined) throw new Error(`${call}: not a page of this program`);
      return answer(answers, call, args);
    });
  }
}

function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPageAddress(senderFrame.url);
}

function answer<Call extends HostCall>(answers: HostAnswers, call: Call, args: readonly unknown[]): unknown {
  const called = answers[call] as (...checked: Parameters<Host[Call]>) => unknown;
  return called.apply(answers, checkedArguments(call, args));
}
