import { readInstalledPacks, type InstalledPack } from "../../electron/cli/pack-folder.js";

/** The packs as the command line reads them; one with problems ends the bench. */
export function installedPacks(): readonly InstalledPack[] {
  const packs = readInstalledPacks();
  if (!packs.ok) throw new Error(JSON.stringify(packs.failure));
  return packs.value;
}
