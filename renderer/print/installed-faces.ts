import type { WantedFace } from "../../shared/pages/wanted-faces.js";

/** How wide a text is in a list of typefaces as CSS has it. */
export type Measure = (families: string) => number;

/** A wanted face as this machine has it: the name it goes by here, or what is taken in its place. */
export interface FoundFace {
  readonly wanted: WantedFace;
  readonly found: string | undefined;
  /** What sets the text really; undefined where none of the faces is there and the system chooses. */
  readonly used: string | undefined;
}

/** What the machine has of the wanted faces. */
export function findFaces(wanted: readonly WantedFace[], measure: Measure): readonly FoundFace[] {
  return wanted.map((one) => {
    const found = one.names.find((name) => isInstalled(name, measure));
    return { wanted: one, found, used: found ?? one.standIns.find((name) => isInstalled(name, measure)) };
  });
}

/**
 * Whether the machine has a face. A text is as wide in it whatever stands behind it in the list; without it the two lists fall back to
 * two faces of different widths.
 */
export function isInstalled(name: string, measure: Measure): boolean {
  const family = `"${name.replaceAll(/["\\]/gu, "")}"`;
  return measure(`${family}, monospace`) === measure(`${family}, serif`);
}

/** Measures on a canvas: Latin letters of very different widths, which every Chinese face brings along. */
export function canvasMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("the page cannot measure texts");
  return (families) => {
    context.font = `72px ${families}`;
    return context.measureText("mmmmmmiiiiiWWWlll@0").width;
  };
}
