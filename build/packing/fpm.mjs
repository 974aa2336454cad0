#!/usr/bin/env node
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { filesBelow } from "../built-from.mjs";

/**
 * electron-builder makes a .deb by calling fpm, which it would download. This takes the one form of that call (`-s dir -t deb …`) and
 * makes the package with Debian's own dpkg-deb: files belong to root, folders and programs have 0755 and everything else 0644.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { type: "string", short: "s" },
    t: { type: "string", short: "t" },
    d: { type: "string", short: "d", multiple: true, default: [] },
    force: { type: "boolean" },
    "deb-recommends": { type: "string", multiple: true, default: [] },
    "deb-compression": { type: "string", default: "xz" },
    "deb-priority": { type: "string", default: "optional" },
    ...Object.fromEntries(
      ["architecture", "after-install", "after-remove", "description", "version", "package", "name"].map(required),
    ),
    ...Object.fromEntries(["maintainer", "vendor", "url", "category", "license"].map(required)),
  },
});

if (values.s !== "dir" || values.t !== "deb") throw new Error("fpm.mjs makes deb packages from folders only");
const root = mkdtempSync(path.join(tmpdir(), "gongkai-deb-"));
try {
  for (const input of positionals) putIn(input);
  setModes();
  writeControl();
  const compression = `-Z${values["deb-compression"]}`;
  execFileSync("dpkg-deb", ["--root-owner-group", compression, "--build", root, given("package")], {
    stdio: "inherit",
  });
} finally {
  rmSync(root, { recursive: true });
}

/** @type {(name: string) => readonly [string, { type: "string" }]} */
function required(name) {
  return [name, { type: "string" }];
}

/** @type {(name: string) => string} */
function given(name) {
  const value = /** @type {Record<string, unknown>} */ (values)[name];
  if (typeof value !== "string") throw new Error(`fpm.mjs: --${name} is missing`);
  return value;
}

/** `from=/to`: a file or folder and where it stands once installed. @type {(input: string) => void} */
function putIn(input) {
  const [from = "", to = ""] = input.split(/=(?=\/)/);
  mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
  cpSync(from, path.join(root, to), { recursive: true, verbatimSymlinks: true });
}

/** The builder's umask shall not decide what people may read. */
function setModes() {
  chmodSync(root, 0o755);
  execFileSync("find", [root, "-type", "d", "-exec", "chmod", "0755", "{}", "+"]);
  execFileSync("find", [root, "-type", "f", "-perm", "/111", "-exec", "chmod", "0755", "{}", "+"]);
  execFileSync("find", [root, "-type", "f", "!", "-perm", "/111", "-exec", "chmod", "0644", "{}", "+"]);
}

function writeControl() {
  mkdirSync(path.join(root, "DEBIAN"), { mode: 0o755 });
  const files = filesBelow(root);
  const sums = execFileSync("md5sum", ["--", ...files], { cwd: root, encoding: "utf8" });
  writeFileSync(path.join(root, "DEBIAN", "md5sums"), sums, { mode: 0o644 });
  const [size = ""] = execFileSync("du", ["-sk", "--exclude=DEBIAN", root], { encoding: "utf8" }).split("\t");
  const [summary = "", ...rest] = given("description").trim().split("\n");
  const fields = {
    Package: given("name"),
    Version: given("version"),
    Architecture: given("architecture"),
    Maintainer: given("maintainer"),
    "Installed-Size": size,
    Depends: values.d.join(", "),
    Recommends: values["deb-recommends"].join(", "),
    Section: given("category"),
    Priority: values["deb-priority"],
    Homepage: given("url"),
    Description: [summary, ...rest.map((line) => ` ${line.trim() || "."}`)].join("\n"),
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== "");
  writeFileSync(path.join(root, "DEBIAN", "control"), lines.map(([name, value]) => `${name}: ${value}\n`).join(""));
  for (const [option, name] of /** @type {const} */ ([
    ["after-install", "postinst"],
    ["after-remove", "postrm"],
  ]))
    writeFileSync(path.join(root, "DEBIAN", name), readFileSync(given(option)), { mode: 0o755 });
}
