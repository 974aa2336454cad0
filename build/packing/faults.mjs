import { existsSync } from "node:fs";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import path from "node:path";
import { filesBelow } from "../built-from.mjs";
import { readAsar } from "./asar.mjs";

/** What every packed program must have on and off, as build/electron-builder.yml says. */
const FUSES = /** @type {const} */ ([
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
]);

/**
 * What is wrong with a program as it was packed, before it went into its package: files that were not staged or are missing, traces of the
 * machine it was built on, fuses. Empty when all is right.
 *
 * @type {(unpacked: string, staged: string, machinePaths: readonly string[]) => Promise<readonly string[]>}
 */
export async function faultsOf(unpacked, staged, machinePaths) {
  const archive = path.join(unpacked, "resources", "app.asar");
  if (!existsSync(archive)) return [`${unpacked}: no resources/app.asar`];
  const files = readAsar(archive);
  const wanted = new Set(filesBelow(staged));
  return [
    ...[...wanted].filter((name) => !files.has(name)).map((name) => `${name} is missing`),
    ...[...files.keys()].filter((name) => !wanted.has(name)).map((name) => `${name} does not belong into the package`),
    ...[...files].flatMap(([name, content]) =>
      machinePaths.filter((folder) => content.includes(folder)).map((folder) => `${name} names ${folder}`),
    ),
    ...(await wrongFuses(binaryIn(unpacked))),
  ];
}

/** @type {(unpacked: string) => string} */
function binaryIn(unpacked) {
  const windows = path.join(unpacked, "gongkai.exe");
  return existsSync(windows) ? windows : path.join(unpacked, "gongkai");
}

/** @type {(binary: string) => Promise<readonly string[]>} */
async function wrongFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  return FUSES.filter(([fuse, state]) => wire[fuse] !== state).map(
    ([fuse]) => `${path.basename(binary)}: fuse ${FuseV1Options[fuse]} is not as it must be`,
  );
}
