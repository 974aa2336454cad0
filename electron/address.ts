/** Where the page lives: an origin of its own that no other program and no network can answer for. */
export const PAGE_SCHEME = "app";
export const PAGE_HOST = "gongkai";
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
/** Where pages to be printed live while they are printed; nothing of the program is there. */
export const PAPER_ORIGIN = `${PAGE_SCHEME}://paper`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;

/** Whether a frame that shows this address is the page of the program and no other. */
export function isPageAddress(address: string): boolean {
  return address === PAGE_ORIGIN || address.startsWith(`${PAGE_ORIGIN}/`);
}
