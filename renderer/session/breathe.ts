/** Gives the page a moment between two pieces of long work: keys and frames that wait come first. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
