import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, LockedPackage>>;

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What a package needs and the lock file lacks. `npm ci` refuses such a lock file, even for packages of other platforms. */
function gaps(lock: Lock): readonly string[] {
  return Object.entries(lock).flatMap(([folder, locked]) =>
    Object.keys({ ...locked.dependencies, ...locked.devDependencies, ...locked.optionalDependencies })
      .filter((name) => !places(folder, name).some((place) => place in lock))
      .map((name) => `${folder} → ${name}`),
  );
}

/** Where Node looks for a package from a folder: below it, then below each folder above. */
function places(folder: string, name: string): readonly string[] {
  const own = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
  const above = folder.lastIndexOf("node_modules/");
  return folder === "" ? [own] : [own, ...places(folder.slice(0, Math.max(0, above - 1)), name)];
}

describe("the lock file", () => {
  test("is whole: a clean install finds every package in it", () => {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as { packages: Lock };
    expect(gaps(packages)).toEqual([]);
  });

  test("pins every package that package.json names to one version", () => {
    const named = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as LockedPackage;
    const versions = Object.entries({ ...named.dependencies, ...named.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("nothing of AG Grid's enterprise edition is installed: unlicensed it would seem to work while developing", () => {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as { packages: Lock };
    const names = Object.entries(packages).flatMap(([folder, locked]) => [
      folder,
      ...Object.keys({ ...locked.dependencies, ...locked.devDependencies, ...locked.optionalDependencies }),
    ]);
    expect(names.some((name) => name.endsWith("ag-grid-community"))).toBe(true);
    expect(names.filter((name) => /ag-(grid|charts)-enterprise/.test(name))).toEqual([]);
  });

  test("a missing package of another platform is seen", () => {
    const lock: Lock = {
      "": { dependencies: { a: "1.0.0" } },
      "node_modules/a": { dependencies: { b: "1.0.0" }, optionalDependencies: { "c-win32": "1.0.0" } },
      "node_modules/a/node_modules/b": { dependencies: { a: "1.0.0" } },
    };
    expect(gaps(lock)).toEqual(["node_modules/a → c-win32"]);
  });
});
