import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { writeFolder } from "../../electron/publication-folder.js";
import type { PublishedFolder } from "../../shared/host/contract.js";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";
import { partsOf } from "../support/patching.js";
import { toolPath } from "../support/tools.js";

const SAMPLE = path.join(PACK_FOLDER, "sample.xlsx");
const NAME = "楚雄彝族自治州人力资源和社会保障局2020年度部门决算公开";
const FILES = [`${NAME}情况说明.docx`, `${NAME}情况说明.pdf`, `${NAME}表.pdf`, `${NAME}表.xlsx`].toSorted();
const RECORD = `${NAME}-公开记录（内部）.txt`;

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

function withoutBrowser<Value>(folder: string, use: () => Value): Value {
  const before = process.env["GONGKAI_BROWSER"];
  process.env["GONGKAI_BROWSER"] = path.join(folder, "nowhere");
  try {
    return use();
  } finally {
    if (before === undefined) delete process.env["GONGKAI_BROWSER"];
    else process.env["GONGKAI_BROWSER"] = before;
  }
}

describe("publish", () => {
  it("writes the four files into a folder of their own and the record beside it; again, it replaces the folder", async () => {
    await inFolder((out) => {
      const folder = path.join(out, NAME);
      const first = gongkai("publish", SAMPLE, "--out", folder, "--json");
      expect(first.stderr).toContain("请确认：在本级财政部门批复决算后二十日内公开");
      expect(first.code).toBe(0);
      const said = JSON.parse(first.stdout) as { written: string[]; checklist: { state: string }[]; record: string };
      expect(said.written.map((file) => path.basename(file)).toSorted()).toEqual(FILES);
      expect(said.checklist.map(({ state }) => state)).toEqual([
        ...Array<string>(11).fill("met"),
        "confirm",
        "confirm",
      ]);
      expect(said.record).toBe(path.join(out, RECORD));
      expect(readdirSync(out).toSorted()).toEqual([NAME, RECORD].toSorted());
      expect(readdirSync(folder).toSorted()).toEqual(FILES);
      const office = FILES.filter((name) => !name.endsWith(".pdf"));
      const before = office.map((name) => readFileSync(path.join(folder, name)));

      writeFileSync(path.join(folder, "Thumbs.db"), "系统自己放的");
      expect(gongkai("publish", SAMPLE, "--out", folder).code).toBe(0);
      expect(readdirSync(out).toSorted()).toEqual([NAME, RECORD].toSorted());
      expect(readdirSync(folder).toSorted()).toEqual(FILES);
      for (const [index, name] of office.entries()) {
        expect(readFileSync(path.join(folder, name)).equals(before[index] ?? Buffer.alloc(0)), name).toBe(true);
      }
      const record = readFileSync(path.join(out, RECORD), "utf8");
      expect(record.match(/^\uFEFF?公开记录　\d{4}-\d\d-\d\d \d\d:\d\d\r$/gmu)).toHaveLength(2);
      expect(record).toMatch(/数字指纹：[0-9A-Z]{4}-[0-9A-Z]{4}\r\n/u);
      publishedPages(folder);
    });
  }, 240_000);

  it("with errors writes nothing; with a reason it writes, and the reason stays at home", async () => {
    await inFolder((out) => {
      const published = path.join(PACK_FOLDER, "sample-as-published.xlsx");
      const refused = gongkai("publish", published, "--out", path.join(out, "新"), "--json");
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/还有 \d+ 条错误，没有生成公开文件夹/u);
      expect(JSON.parse(refused.stdout)).toMatchObject({ ok: true, written: [] });
      expect(readdirSync(out)).toEqual([]);

      const reason = "州财政局要求先行公开，更正稿随后重发";
      const forced = gongkai("publish", published, "--out", path.join(out, NAME), "--reason", `  ${reason} `);
      expect(forced.code).toBe(1);
      expect(readdirSync(path.join(out, NAME)).toSorted()).toEqual(FILES);
      const record = readFileSync(path.join(out, RECORD), "utf8");
      expect(record).toContain(`有错误仍然公开的理由：${reason}\r\n`);
      expect(record).toContain("  [错误] ");
      const parts = partsOf(readFileSync(path.join(out, NAME, `${NAME}表.xlsx`)));
      for (const name of parts.names) expect(parts.text(name)).not.toContain(reason);
      expect(textOf(path.join(out, NAME, `${NAME}表.pdf`))).not.toContain("草稿");
    });
  }, 240_000);

  it("says that there is no browser, and writes nothing", async () => {
    await inFolder((folder) => {
      const run = withoutBrowser(folder, () => gongkai("publish", SAMPLE, "--out", path.join(folder, "out")));
      expect(run.stderr).toContain("没有找到能生成 PDF 的浏览器");
      expect(run.code).toBe(2);
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

/** Published pages carry neither fingerprint nor foot row, and their PDFs name the document and nobody. */
function publishedPages(folder: string): void {
  for (const name of FILES.filter((each) => each.endsWith(".pdf"))) {
    const file = path.join(folder, name);
    const info = execFileSync(toolPath("pdfinfo"), [file], { encoding: "utf8" });
    expect(info).toMatch(new RegExp(`^Title: +${name.replace(".pdf", "")}$`, "mu"));
    expect(info).not.toMatch(/^(?:Author|Subject|Keywords):/mu);
    const bytes = readFileSync(file, "latin1");
    for (const trace of [folder, "file://", "gongkai-print", process.env["USER"] ?? "gongkai-print"]) {
      if (trace !== "root") expect(bytes.includes(trace), `${name}: ${trace}`).toBe(false);
    }
    const text = textOf(file);
    expect(text).not.toMatch(/指纹|签章/u);
    expect(text.length).toBeGreaterThan(1000);
  }
}

function textOf(pdf: string): string {
  return execFileSync(toolPath("pdftotext"), ["-raw", pdf, "-"], { encoding: "utf8" });
}

const CONTENT: PublishedFolder = {
  folder: "公开",
  files: [
    { name: "甲.xlsx", bytes: new Uint8Array(100_000).fill(1) },
    { name: "乙.pdf", bytes: new Uint8Array(100_000).fill(2) },
  ],
  record: { name: "记录.txt", text: "第二次\r\n" },
};

/** A folder as an earlier publication left it. */
function published(out: string): void {
  mkdirSync(path.join(out, "公开"));
  writeFileSync(path.join(out, "公开", "甲.xlsx"), "旧");
  writeFileSync(path.join(out, "公开", "乙.pdf"), "旧");
  writeFileSync(path.join(out, "记录.txt"), "第一次\r\n");
}

/** Everything below a folder by its path, hidden drafts too. */
function below(out: string): Readonly<Record<string, string>> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(out, file), readFileSync(file, "utf8").slice(0, 8)];
    }),
  );
}

const OLD = { "公开/甲.xlsx": "旧", "公开/乙.pdf": "旧", "记录.txt": "第一次\r\n" };

describe("the folder appears whole or not at all", () => {
  it("takes the place of an earlier one, and the record goes on", () =>
    inFolder(async (out) => {
      published(out);
      expect((await writeFolder(out, CONTENT)).ok).toBe(true);
      expect(Object.keys(below(out)).toSorted()).toEqual(["公开/甲.xlsx", "公开/乙.pdf", "记录.txt"].toSorted());
      expect(readFileSync(path.join(out, "公开", "甲.xlsx"))).toHaveLength(100_000);
      expect(readFileSync(path.join(out, "记录.txt"), "utf8")).toBe("第一次\r\n第二次\r\n");
    }));

  it("never replaces a folder with files that are not ours, and names them", () =>
    inFolder(async (out) => {
      published(out);
      writeFileSync(path.join(out, "公开", "工资表.xlsx"), "别动");
      expect(await writeFolder(out, CONTENT)).toMatchObject({
        ok: false,
        failure: { code: "foreign-files", facts: { file: "公开", folder: out, found: "工资表.xlsx" } },
      });
      expect(below(out)).toEqual({ ...OLD, "公开/工资表.xlsx": "别动" });
    }));

  it("is refused while another program has one of the files open", () =>
    inFolder(async (out) => {
      published(out);
      writeFileSync(path.join(out, "公开", ".~lock.乙.pdf#"), "");
      const refused = await writeFolder(out, CONTENT);
      expect(refused).toMatchObject({ ok: false, failure: { code: "file-busy", facts: { file: "乙.pdf" } } });
      expect(below(out)).toEqual({ ...OLD, "公开/.~lock.乙.pdf#": "" });
    }));

  it("takes everything back when the record cannot be written", () =>
    inFolder(async (out) => {
      published(out);
      const record = { name: "记录", text: "" };
      mkdirSync(path.join(out, "记录"));
      expect(await writeFolder(out, { ...CONTENT, record })).toMatchObject({ ok: false });
      expect(below(out)).toEqual(OLD);
      expect(readdirSync(out).toSorted()).toEqual(["公开", "记录", "记录.txt"].toSorted());
    }));

  it("leaves nothing behind on a disk that is full after the first file", () =>
    inFolder((folder) => {
      const out = path.join(folder, "out");
      mkdirSync(out);
      published(out);
      // A limit of 200 kB on the size of files is a full disk that anybody can have.
      const program = `import { writeFolder } from ${JSON.stringify(path.resolve("electron/publication-folder.ts"))};
        const bytes = (size) => new Uint8Array(size).fill(1);
        const files = [{ name: "甲.xlsx", bytes: bytes(100_000) }, { name: "乙.pdf", bytes: bytes(300_000) }];
        const made = await writeFolder(${JSON.stringify(out)}, { folder: "公开", files, record: { name: "记录.txt", text: "" } });
        console.log(JSON.stringify(made));`;
      const script = path.join(folder, "publish.mts");
      writeFileSync(script, program);
      const command = `trap "" XFSZ; ulimit -f 200; exec ${JSON.stringify(process.execPath)} --import tsx ${JSON.stringify(script)}`;
      const said = execFileSync("bash", ["-c", command], { encoding: "utf8" });
      expect(JSON.parse(said)).toMatchObject({
        ok: false,
        failure: { code: "disk-full", facts: { file: "乙.pdf", folder: path.join(out, "公开") } },
      });
      expect(below(out)).toEqual(OLD);
    }));
});
