import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { sayFrom, type Sentences } from "./sentence.js";

const SENTENCES: Sentences = {};

/** The sentence of a finding about the narrative, or undefined for other codes. */
export function narrativeText(computed: Computed, finding: Finding): string | undefined {
  return sayFrom(SENTENCES, computed, finding);
}
