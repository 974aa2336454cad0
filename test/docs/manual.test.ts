import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArguments } from "../../electron/cli/arguments.js";
import { SHEET_KEYS } from "../../renderer/app/sheet-keys-words.js";
import { MENUS, type MenuEntry } from "../../shared/host/menu.js";

const ROOT = path.join(import.meta.dirname, "../..");
const DOCS = path.join(ROOT, "docs");
const PAGES = readdirSync(DOCS).filter((file) => file.endsWith(".md"));
const textOf = (file: string): string => readFileSync(file, "utf8");
const MANUAL = textOf(path.join(DOCS, "使用手册.md"));

/** Every command as the manual names it: 文件 › 打开…. */
const COMMANDS: ReadonlyMap<string, MenuEntry> = new Map(
  MENUS.flatMap(({ label, items }) =>
    items.flatMap((item) => (item === "line" ? [] : [[`${label} › ${item.label}`, item] as const])),
  ),
);

describe.each(PAGES)("docs/%s", (page) => {
  const text = textOf(path.join(DOCS, page));

  test("names menus and keys as the program has them", () => {
    const named = [...text.matchAll(/\*\*([^*\n]+ › [^*\n]+)\*\*(?:（([\w+=-]+)）)?/gu)];
    const wrong = named.filter(([, command = "", keys]) => {
      const entry = COMMANDS.get(command);
      return entry === undefined || (keys !== undefined && entry.keys !== keys);
    });
    expect(wrong.map(([whole]) => whole)).toEqual([]);
  });

  test("leads to files and headings that are there", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link = ""]) => link);
    expect(links.filter((link) => !leadsSomewhere(path.join(DOCS, page), link))).toEqual([]);
  });

  test("gives command lines the program takes, and scripts that exist", () => {
    expect(commandLines(text).filter((line) => !readArguments(line.split(/\s+/)).ok)).toEqual([]);
    const { scripts } = JSON.parse(textOf(path.join(ROOT, "package.json"))) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/gu)].map(([, script = ""]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe("the manual", () => {
  test("lists the keys of every command, and those of the sheet", () => {
    const rows = new Set(MANUAL.split("\n").map((line) => line.replace(/\s+/gu, " ")));
    const wanted = [...COMMANDS].flatMap(([name, { keys }]) =>
      keys === undefined ? [] : [`| ${keys} | **${name}** |`],
    );
    const sheet = SHEET_KEYS.map(([keys, words]) => `| ${keys} | ${words} |`);
    expect([...wanted, ...sheet].filter((row) => !rows.has(row))).toEqual([]);
  });

  test("names every command there is for an open workbook, one way or another", () => {
    const shownByKeysOnly = new Set(["编辑 › 剪切", "编辑 › 复制", "编辑 › 清除内容", "编辑 › 全选"]);
    const left = [...COMMANDS.keys()].filter((name) => !MANUAL.includes(`**${name}**`) && !shownByKeysOnly.has(name));
    expect(left).toEqual(["帮助 › 关于公开表编辑器"]);
  });

  test("shows every picture that is made, and no other", () => {
    const shown = PAGES.flatMap((page) =>
      [...textOf(path.join(DOCS, page)).matchAll(/!\[[^\]]+\]\(图\/([^)]+)\)/gu)].map(([, name = ""]) => name),
    );
    const there = readdirSync(path.join(DOCS, "图"));
    expect(shown.toSorted()).toEqual(there.toSorted());
    const made = [...textOf(path.join(ROOT, "build/manual-pictures.ts")).matchAll(/^ {2}\["([^"]+)"/gmu)];
    expect(made.map(([, name = ""]) => `${name}.png`).toSorted()).toEqual(there.toSorted());
  });

  test("gives an example of every command of the command line", () => {
    const given = commandLines(MANUAL).map((line) => readArguments(line.split(/\s+/)));
    const names = given.flatMap((one) => (one.ok ? [one.value.name] : []));
    expect(new Set(names)).toEqual(new Set(["check", "export", "publish", "new", "packs", "help"]));
  });
});

/** The arguments of every command line a page gives. */
function commandLines(text: string): readonly string[] {
  return [...text.matchAll(/^npm run --silent gongkai -- (.+)$/gmu)].map(([, args = ""]) => args.trim());
}

/** Whether a link of a page leads to a file that is there, and to one of its headings where it names one. */
function leadsSomewhere(from: string, link: string): boolean {
  const [file = "", heading] = decodeURIComponent(link).split("#");
  const target = file === "" ? from : path.resolve(path.dirname(from), file);
  if (!existsSync(target)) return false;
  return heading === undefined || headingsOf(textOf(target)).has(heading);
}

/** The anchors of a page's headings, as web views of Markdown make them. */
function headingsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
