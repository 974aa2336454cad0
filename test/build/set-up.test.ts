import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const SET_UP = path.resolve(import.meta.dirname, "../../build/set-up.mjs");

/** Debian with only what a file lists; its apt-get installs everything but python3-uno, which no mirror has. */
const DPKG_QUERY = `#!/bin/sh
for name; do :; done
grep -qx "$name" "$HOME/installed" && printf installed`;
const APT_GET = `#!/bin/sh
echo "$@" >> "$HOME/apt-get.log"
for name; do [ "$name" = python3-uno ] || echo "$name" >> "$HOME/installed"; done
[ "\${*#*python3-uno}" = "$*" ] || { echo "E: no candidate" >&2; exit 100; }`;
const NPM = `#!/bin/sh
echo "$@" >> "$HOME/npm.log"
mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json`;

const ALL = [
  "libreoffice-calc",
  "libreoffice-writer",
  "python3-openpyxl",
  "poppler-utils",
  "fonts-noto-cjk",
  "chromium",
  "xvfb",
  "xauth",
  "p7zip-full",
];

let home = "";

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "gongkai-set-up-"));
  mkdirSync(path.join(home, "build"));
  mkdirSync(path.join(home, "bin"));
  cpSync(SET_UP, path.join(home, "build/set-up.mjs"));
  // As an ordinary user the commands go through sudo.
  const programs = { "dpkg-query": DPKG_QUERY, "apt-get": APT_GET, npm: NPM, sudo: '#!/bin/sh\nshift\nexec "$@"' };
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(path.join(home, "bin", name), script);
    chmodSync(path.join(home, "bin", name), 0o755);
  }
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

function run(step: "installModules" | "installDebianPackages"): { readonly said: string; readonly failed: boolean } {
  const program = `const setUp = await import("./build/set-up.mjs"); setUp.${step}();`;
  const { PATH = "" } = process.env;
  const env = { HOME: home, PATH: `${path.join(home, "bin")}:${PATH}` };
  const options = { cwd: home, env, encoding: "utf8" } as const;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], options);
  return { said: stderr, failed: status !== 0 };
}

const install = (...names: readonly string[]): void => {
  writeFileSync(path.join(home, "installed"), names.map((name) => `${name}\n`).join(""));
};
const lock = (file: string, packages: unknown): void => {
  mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
  writeFileSync(path.join(home, file), JSON.stringify({ packages }));
};
const logOf = (program: string): string => readFileSync(path.join(home, `${program}.log`), "utf8");

describe("Debian's packages", () => {
  test("nothing is said or done when all are there", () => {
    install(...ALL, "python3-uno");
    expect(run("installDebianPackages")).toEqual({ said: "", failed: false });
    expect(() => logOf("apt-get")).toThrow();
  });

  test("only what is missing is installed, each with one line", () => {
    install(...ALL.slice(2), "python3-uno");
    expect(run("installDebianPackages")).toEqual({
      said: "正在安装 libreoffice-calc（apt-get）\n正在安装 libreoffice-writer（apt-get）\n",
      failed: false,
    });
    expect(logOf("apt-get")).toContain("libreoffice-calc libreoffice-writer\n");
  });

  test("what cannot be installed is named, and the run fails", () => {
    install(...ALL);
    const { said, failed } = run("installDebianPackages");
    expect(failed).toBe(true);
    expect(said).toContain("未能安装：python3-uno\n");
    expect(said).toContain("E: no candidate");
  });
});

describe("the npm packages", () => {
  const wanted = {
    "": {},
    "node_modules/a": { integrity: "a1" },
    "node_modules/b": { integrity: "b1", optional: true },
  };

  test.each([
    ["nothing is installed", undefined],
    ["one is missing", {}],
    ["one is another version", { "node_modules/a": { integrity: "a2" } }],
    ["one is there that the lock file does not know", { "node_modules/a": { integrity: "a1" }, "node_modules/c": {} }],
  ])("are installed when %s", (_, installed) => {
    lock("package-lock.json", wanted);
    if (installed !== undefined) lock("node_modules/.package-lock.json", installed);
    expect(run("installModules")).toEqual({ said: "正在安装 node_modules（npm ci）\n", failed: false });
    expect(logOf("npm")).toBe("ci\n");
    expect(run("installModules")).toEqual({ said: "", failed: false });
  });

  test("are left alone when they are as locked; those of other platforms may be absent", () => {
    lock("package-lock.json", wanted);
    lock("node_modules/.package-lock.json", { "node_modules/a": { integrity: "a1" } });
    expect(run("installModules")).toEqual({ said: "", failed: false });
  });
});
