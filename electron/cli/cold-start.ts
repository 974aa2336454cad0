import { setFlagsFromString } from "node:v8";

/**
 * Imported before everything else. A run of the command line is short and touches much code once; at its usual eagerness V8 spends more
 * time on optimizing (and taking back) functions than they ever save. Waiting longer before a function counts as hot halves
 * the time of opening one workbook and costs a large one a few milliseconds (`npm run bench`).
 */
setFlagsFromString("--interrupt-budget=4000000");
