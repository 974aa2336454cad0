import { CHEAP, PLACES_AND_NAMES, XML_TRICKS } from "./hostile-workbooks.js";
import { BOMBS, DAMAGED, LIES, OTHER_KINDS, OTHER_PACKING } from "./hostile-zips.js";

/**
 * A file that somebody made to hurt, or that came to harm: the code it must be refused with, or `ok` when it must be
 * read; its name; and how to make it.
 */
export type HostileFile = readonly [expected: string, name: string, make: () => Uint8Array];

/** All of them. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...[OTHER_KINDS, DAMAGED, OTHER_PACKING, LIES, BOMBS, XML_TRICKS, PLACES_AND_NAMES, CHEAP].flat(),
];
