import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { HostResult, PackFileName, PackFolder } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { settleFormer } from "./folder-place.js";
import { refused, refusedAs } from "./refusals.js";

/**
 * The packs' folders: those that came with the program, and those a person put into the program's own folder. A folder of a
 * person takes the place of the program's one with the same name.
 */
export class Packs {
  constructor(
    private readonly bundled: string,
    private readonly added: string,
  ) {}

  /**
   * Every pack's texts. What they mean is not the shell's business. An added pack that was being replaced when the program was killed is
   * put back first: whoever starts the program next finds it.
   */
  async all(): Promise<HostResult<readonly PackFolder[]>> {
    let current = this.bundled;
    try {
      await this.putBack();
      const found: PackFolder[] = [];
      for (const [name, folder] of await this.folders()) {
        current = folder;
        const added = path.dirname(folder) === this.added;
        found.push({ folder: name, added, files: await textsBelow(folder) });
      }
      return success(found);
    } catch (error) {
      return refused(error, current, "read");
    }
  }

  async file(pack: string, name: PackFileName): Promise<HostResult<Uint8Array>> {
    let file = this.bundled;
    try {
      const folder = (await this.folders()).get(pack);
      if (folder === undefined) return refusedAs("unknown-pack", pack);
      file = path.join(folder, name);
      return success(new Uint8Array(await readFile(file)));
    } catch (error) {
      return refused(error, file, "read");
    }
  }

  /** What cannot be put back now waits for the next start; the other packs must not wait with it. */
  private async putBack(): Promise<void> {
    await mkdir(this.added, { recursive: true });
    await settleFormer(this.added).catch((error: unknown) => console.error(error));
  }

  private async folders(): Promise<ReadonlyMap<string, string>> {
    await mkdir(this.added, { recursive: true });
    return new Map([...(await packsIn(this.bundled)), ...(await packsIn(this.added))]);
  }
}

async function packsIn(root: string): Promise<readonly (readonly [string, string])[]> {
  // Hidden ones are packs on their way.
  const names = (await readdir(root)).filter((name) => !name.startsWith(".")).toSorted();
  const folders = names.map((name) => [name, path.join(root, name)] as const);
  return folders.filter(([, folder]) => existsSync(path.join(folder, "pack.json")));
}

async function textsBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(json|csv)$/.test(entry.name));
  const texts = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file).replaceAll(path.sep, "/"), await readFile(file, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}
