import type { CompiledFormula } from "./compiled-rules.js";
import type { Bindings } from "./row-names.js";

/**
 * One comparison: a formula at one loop row and column. `left` and `right` are signed cell numbers (number + 1, negative to
 * subtract) for sums; a comparison that is more than a sum is evaluated from its formula with the loop variables bound.
 */
export interface Comparison extends Bindings {
  readonly formula: CompiledFormula;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly linear: boolean;
}
