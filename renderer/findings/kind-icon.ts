import { CircleAlert, CircleX, EqualApproximately, Info, type LucideIcon } from "lucide-react";
import type { FindingKindName } from "./finding-kinds.js";

/** The icon of each kind: never colour alone. */
export const KIND_ICONS: Readonly<Record<FindingKindName, LucideIcon>> = {
  error: CircleX,
  explain: CircleAlert,
  rounding: EqualApproximately,
  hint: Info,
};
