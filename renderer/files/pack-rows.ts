import type { ReadyPack } from "../../shared/exchange/open-workbook.js";
import type { PackFolder } from "../../shared/host/contract.js";
import type { InstalledPacks } from "../worker/ready-packs.js";

/** A pack as the list of packs shows it. */
export interface PackRow {
  readonly folder: string;
  /** Whether a person added it. */
  readonly added: boolean;
  /** What can be read of it; absent where it cannot be used. */
  readonly head?: PackHead;
}

type PackHead = Pick<ReadyPack["pack"], "id" | "title" | "place" | "years">;

/** All packs in the order of their folders; each folder gave either a pack or problems. */
export function packRows(
  folders: readonly PackFolder[],
  ready: readonly ReadyPack[],
  broken: InstalledPacks["broken"],
): readonly PackRow[] {
  const isBroken = new Set(broken.map(({ folder }) => folder));
  let next = 0;
  return folders.map(({ folder, added }) => {
    const pack = isBroken.has(folder) ? undefined : ready[next++]?.pack;
    if (pack === undefined) return { folder, added };
    const { id, title, place, years } = pack;
    return { folder, added, head: { id, title, place, years } };
  });
}

/** What a pack is called on the screen. */
export function packTitle({ folder, head }: PackRow): string {
  return head?.title ?? folder;
}
