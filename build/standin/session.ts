import { strict } from "./strict.js";

/** What is told of a request before it goes out. */
export interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}

type BeforeRequest = (details: RequestDetails, answer: (verdict: { readonly cancel?: boolean }) => void) => void;

let beforeRequest: BeforeRequest | undefined;

const defaultSession = strict("session", {
  webRequest: strict("webRequest", {
    onBeforeRequest(listener: BeforeRequest): void {
      beforeRequest = listener;
    },
  }),
  setPermissionRequestHandler(): void {
    // Chromium is started with every permission denied; nobody would ever be asked.
  },
  setPermissionCheckHandler(): void {
    // The same.
  },
});

export const session = strict("session", { defaultSession });

/** Whether the app lets a request go out. */
export async function isCancelled(details: RequestDetails): Promise<boolean> {
  const ask = beforeRequest;
  if (ask === undefined) return false;
  const verdict = await new Promise<{ readonly cancel?: boolean }>((resolve) => ask(details, resolve));
  return verdict.cancel === true;
}
