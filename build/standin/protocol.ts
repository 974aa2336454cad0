import { strict } from "./strict.js";

type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Schemes of the app's own. Chromium knows no app://host/x, so a page is shown https://host.app.electron-standin.invalid/x, and the
 * main process only ever sees app://host/x.
 */
const handlers = new Map<string, Handler>();

export const protocol = strict("protocol", {
  registerSchemesAsPrivileged(): void {
    // The address a page is shown is a secure origin with storage, fetch and workers by itself.
  },
  handle(scheme: string, handler: Handler): void {
    handlers.set(scheme, handler);
  },
});

/** Who answers for an address as the main process knows it. */
export function handlerOf(address: string): Handler | undefined {
  return handlers.get(address.slice(0, Math.max(address.indexOf(":"), 0)));
}

export function asShown(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i, (whole, scheme: string, host: string) =>
    handlers.has(scheme) ? `https://${host}.${scheme}${SUFFIX}` : whole,
  );
}

export function asKnown(address: string): string {
  return address.replace(SHOWN, "$2://$1");
}

const SUFFIX = ".electron-standin.invalid";
const SHOWN = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.electron-standin\.invalid/i;
