import type { Host } from "../shared/host/contract.js";

/** The calls of the page, each a channel of its own; what the shell tells the page goes the other way through one channel. */
export type HostCall = Exclude<keyof Host, "onCommand">;

/** The name a call goes by between the processes. */
export function channelOf(call: HostCall): string {
  return `host:${call}`;
}

/** The one channel from the shell to the page. */
export const COMMAND_CHANNEL = "host:command";

/** The name by which the page finds the host: `window.host`. */
export const HOST_NAME = "host";
