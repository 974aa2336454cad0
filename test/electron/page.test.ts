import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPageAddress } from "../../electron/address.js";
import { CALL_ARGUMENTS, checkedArguments } from "../../electron/call-arguments.js";
import { fileName } from "../../electron/checks.js";
import { NONCE_MARK, servePageFile } from "../../electron/page-files.js";

describe("the page's files", () => {
  let root = "";
  let page = "";
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), "gongkai-page-"));
    page = path.join(root, "page");
    mkdirSync(path.join(page, "assets"), { recursive: true });
    mkdirSync(path.join(root, "page-other"));
    writeFileSync(path.join(page, "index.html"), `<meta property="csp-nonce" nonce="${NONCE_MARK}">`);
    writeFileSync(path.join(page, "assets", "a.js"), "1");
    writeFileSync(path.join(page, "secret.txt"), "1");
    for (const beyond of ["main.js", "page-other/main.js"]) writeFileSync(path.join(root, beyond), "1");
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const ask = (address: string, method = "GET") => servePageFile(new Request(address, { method }), page);

  test("come with their type and the strict policy", async () => {
    const answer = await ask("app://gongkai/assets/a.js");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/javascript");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test("bring a new nonce with every load", async () => {
    const nonces = [];
    for (let load = 0; load < 2; load += 1) {
      const answer = await ask("app://gongkai/index.html");
      const nonce = /nonce="([^"]{20,})"/.exec(await answer.text())?.[1] ?? "none";
      expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test.each([
    ["app://gongkai/%2e%2e%2fmain.js", 403],
    ["app://gongkai/..%2fpage-other/main.js", 403],
    ["app://gongkai/..%5cmain.js", 403],
    ["app://gongkai/index.html%00.js", 403],
    ["app://gongkai/%zz", 403],
    ["app://other/index.html", 403],
    ["app://gongkai/secret.txt", 404],
    ["app://gongkai/none.js", 404],
    ["app://gongkai/assets", 404],
    ["app://gongkai/", 404],
  ])("%s is answered with %i", async (address, status) => {
    expect((await ask(address)).status).toBe(status);
  });

  test("are not written to", async () => {
    expect((await ask("app://gongkai/index.html", "POST")).status).toBe(405);
  });

  test.each(["app://gongkai.other/index.html", "https://gongkai/", "app://gongkaiX", "file:///index.html"])(
    "%s is another page's address",
    (address) => expect(isPageAddress(address)).toBe(false),
  );
});

describe("the page's calls", () => {
  const ID = "123e4567-e89b-12d3-a456-426614174000";
  const FILE = { name: "a.xlsx", bytes: new Uint8Array(1) };

  test("are at most 24", () => {
    expect(Object.keys(CALL_ARGUMENTS).length + 1).toBeLessThanOrEqual(24);
  });

  test("give their arguments when they are the contract's, freed of nothing and nothing added", () => {
    const header = { name: "甲", department: "某局", year: 2020 };
    expect(checkedArguments("beginJournal", [header, new Uint8Array([1])])).toEqual([header, new Uint8Array([1])]);
    expect(checkedArguments("readFile", [ID])).toEqual([ID]);
    const published = { folder: "公开", files: [FILE], record: { name: "公开-记录.txt", text: "" } };
    expect(checkedArguments("publishFolder", [published])).toEqual([published]);
    expect(checkedArguments("putPack", ["a-2021", undefined])).toEqual(["a-2021", undefined]);
  });

  test.each([
    ["readFile", ["../../etc/passwd"]],
    ["readFile", []],
    ["readFile", [ID, ID]],
    ["readFile", [{ toString: () => ID }]],
    ["packFile", ["..", "sample.xlsx"]],
    ["packFile", ["yunnan-2020", "pack.json"]],
    ["openFile", ["__proto__"]],
    ["saveFile", [ID, new Uint8Array(1), { stamp: "x", overwrite: "true" }]],
    ["saveFile", [ID, [1, 2, 3], { stamp: "x", overwrite: true }]],
    ["saveFileAs", ["a/b.xlsx", new Uint8Array(1)]],
    ["exportFiles", [Array.from({ length: 21 }, () => ({ name: "a.xlsx", bytes: new Uint8Array(1) }))]],
    ["publishFolder", [{ folder: "a/b", files: [], record: { name: "c.txt", text: "" } }]],
    ["publishFolder", [{ folder: "公开", files: [], record: { name: "公开", text: "" } }]],
    [
      "publishFolder",
      [{ folder: "公开", files: [FILE, { ...FILE, name: "A.XLSX" }], record: { name: "c.txt", text: "" } }],
    ],
    ["putPack", ["../yunnan-2020", undefined]],
    ["putPack", ["yunnan-2020", "/etc"]],
    ["rememberFile", [ID, { department: "某局", year: Number.NaN, pack: "x", errors: 0, explanations: 0 }]],
    ["beginJournal", [{ name: "甲", department: "某局", year: 2020, path: "/etc" }, new Uint8Array(1)]],
    ["setDocument", [null]],
    ["about", [1]],
  ] as const)("%s is refused with %j", (call, args) => {
    expect(() => checkedArguments(call, args)).toThrow(TypeError);
  });

  test.each(["..", ".", "", "a/b", "a\\b", "c:x", "con", "NUL.txt", " a", "a.", "a\u0000b", "a\nb", "x".repeat(201)])(
    "%j is no file name",
    (name) => expect(() => fileName(name)).toThrow(TypeError),
  );

  test.each(["某局2020年度部门决算公开表.xlsx", "a..b.docx", ".hidden", "校验报告（一）.xlsx"])("%s is one", (name) => {
    expect(fileName(name)).toBe(name);
  });
});
