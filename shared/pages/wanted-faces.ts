import type { Pack } from "../template/pack.js";
import { FACES, STAND_INS } from "./words.js";

/** What a face sets on the printed pages. */
export type FaceUse = "table-title" | "table-body" | keyof typeof FACES;

/** A face that pages ask for, under each name it may have on a machine, and what is taken in its place, the first that is there. */
export interface WantedFace {
  readonly use: FaceUse;
  readonly names: readonly string[];
  readonly standIns: readonly string[];
}

/** The faces that printed tables and the printed narrative ask for, as the stacks of their style name them. */
export function wantedFaces(
  pack: Pack,
  printed: { readonly tables: boolean; readonly narrative: boolean },
): readonly WantedFace[] {
  const { title, body } = pack.frame.fonts;
  const { serif, sans } = STAND_INS;
  return [
    ...(printed.tables
      ? ([
          { use: "table-title", names: [title], standIns: sans },
          { use: "table-body", names: [body], standIns: serif },
        ] as const)
      : []),
    ...(printed.narrative
      ? ([
          { use: "title", names: FACES.title, standIns: serif },
          { use: "body", names: FACES.body, standIns: serif },
          { use: "bold", names: FACES.bold, standIns: sans },
          { use: "script", names: FACES.script, standIns: serif },
        ] as const)
      : []),
  ];
}
