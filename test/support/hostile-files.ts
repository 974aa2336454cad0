import type { HostileFile } from "./hostile-file.js";
import { CHEAP, PLACES_AND_NAMES, XML_TRICKS } from "./hostile-workbooks.js";
import { BOMBS, DAMAGED, LIES, OTHER_KINDS, OTHER_PACKING } from "./hostile-zips.js";

/** All of them. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...[OTHER_KINDS, DAMAGED, OTHER_PACKING, LIES, BOMBS, XML_TRICKS, PLACES_AND_NAMES, CHEAP].flat(),
];
