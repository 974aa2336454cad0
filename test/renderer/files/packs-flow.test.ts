import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FilePerson } from "../../support/file-person.js";
import { MemoryHost } from "../../support/memory-host.js";
import { SAMPLE } from "../../support/desk.js";

const PACK = path.resolve("templates/yunnan-2020");
const FILE = "某局公开表.xlsx";

type Files = Record<string, Uint8Array>;

/** All files of the program's own pack. */
function packFiles(): Files {
  const entries = readdirSync(PACK, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(PACK, file).replaceAll(path.sep, "/"), new Uint8Array(readFileSync(file))];
    }),
  );
}

/** The same pack for the next year, under an id and a title of its own. */
function nextYear(): Files {
  const files = packFiles();
  const head = textOf(files, "pack.json").replace('"yunnan-2020"', '"yunnan-2021"').replaceAll("2020", "2021");
  return { ...files, "pack.json": bytesOf(head) };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (files: Files, name: string): string => new TextDecoder().decode(files[name]);

/** Somebody with a folder to choose, in the dialog of packs. */
async function personChoosing(files: Files, links: readonly string[] = []): Promise<FilePerson> {
  const host = new MemoryHost();
  host.packToChoose = { id: "choice", name: "新包", files, links };
  const person = new FilePerson(host);
  await person.command("packs");
  return person;
}

describe("packs", () => {
  test("are listed with name, place, years and where they are from", async () => {
    const person = await personChoosing({});
    expect(person.facts("packs").packs).toEqual([
      {
        folder: "yunnan-2020",
        added: false,
        head: { id: "yunnan-2020", title: "云南省2020年度部门决算公开表", place: "云南", years: [2020] },
      },
    ]);
    await person.answer("packs", undefined);
    expect(person.asked()).toBeUndefined();
  });

  test("added from a folder are there at once for a new workbook, and gone when removed", async () => {
    const person = await personChoosing(nextYear());
    await person.answer("packs", { kind: "add" });
    expect(person.facts("packs").packs.map(({ folder, added }) => [folder, added])).toEqual([
      ["yunnan-2020", false],
      ["yunnan-2021", true],
    ]);
    expect(person.notices).toMatchObject([{ kind: "done", title: "已添加模板包“云南省2021年度部门决算公开表”" }]);
    await person.answer("packs", undefined);
    await person.command("new");
    expect(person.facts("new").packs.map(({ pack }) => pack.id)).toEqual(["yunnan-2020", "yunnan-2021"]);
    await person.answer("new", undefined);

    await person.command("packs");
    const added = person.facts("packs").packs.find((pack) => pack.added);
    if (added === undefined) throw new Error("no added pack");
    await person.answer("packs", { kind: "remove", pack: added });
    await person.answer("remove-pack", "remove");
    expect(person.facts("packs").packs.map(({ folder }) => folder)).toEqual(["yunnan-2020"]);
    expect(person.desk.packs().map(({ pack }) => pack.id)).toEqual(["yunnan-2020"]);
  });

  test("of an id that is there take its place only after a question", async () => {
    const person = await personChoosing(packFiles());
    await person.answer("packs", { kind: "add" });
    expect(person.facts("replace-pack")).toMatchObject({ folder: "yunnan-2020", added: false });
    await person.answer("replace-pack", "cancel");
    expect(person.host.addedPacks.size).toBe(0);
    await person.answer("packs", { kind: "add" });
    await person.answer("replace-pack", "replace");
    expect(person.facts("packs").packs).toMatchObject([{ folder: "yunnan-2020", added: true }]);
  });

  test("of the workbook that is open are neither replaced nor removed", async () => {
    const person = await personChoosing(packFiles());
    await person.answer("packs", undefined);
    person.host.files.set(FILE, SAMPLE);
    person.host.chosen.push(FILE);
    await person.command("open");
    await person.command("packs");
    await person.answer("packs", { kind: "add" });
    expect(person.facts("failure").text).toContain("正用着这个模板包");
    await person.answer("failure", "close");
    expect(person.host.addedPacks.size).toBe(0);
    expect(person.asked()?.kind).toBe("packs");
  });

  test("with mistakes are refused with every one of them, by file and place", async () => {
    const files = nextYear();
    delete files["workbook.xlsx"];
    files["elements.json"] = bytesOf(textOf(files, "elements.json").replace('"id":', '"idd":'));
    files["classifications/functional.csv"] = bytesOf("code,name\n20x,错\n201,一般公共服务支出\n201,重复\n");
    files["rules/across.json"] = bytesOf("[");
    const person = await personChoosing(files);
    await person.answer("packs", { kind: "add" });
    const { name, problems } = person.facts("pack-refused");
    expect(name).toBe("新包");
    const text = problems.join("\n");
    expect(text).toMatch(/^elements\.json \[0\]\.id：缺少这一项。$/mu);
    expect(text).toMatch(/^elements\.json \[0\]\.idd：没有叫这个名字的项，可能写错了。$/mu);
    expect(text).toMatch(/^classifications\/functional\.csv 第 2 行：这一行“20x,错”写得不对。$/mu);
    expect(text).toMatch(/^classifications\/functional\.csv 第 4 行：“201”重复/mu);
    expect(text).toMatch(/^rules\/across\.json：不是正确的 JSON/mu);
    expect(text).not.toMatch(/undefined|[a-z]+-[a-z]+。/u);
    await person.answer("pack-refused", "close");
    expect(person.host.addedPacks.size).toBe(0);
  });

  test("without their templates, with templates that are none, with links or in another encoding are refused", async () => {
    const told = async (files: Files, links: readonly string[] = []): Promise<readonly string[]> => {
      const person = await personChoosing(files, links);
      await person.answer("packs", { kind: "add" });
      return person.facts("pack-refused").problems;
    };
    const { "workbook.xlsx": workbook, "narrative.docx": narrative, ...texts } = nextYear();
    expect(await told(texts)).toEqual(["workbook.xlsx：缺少这个文件。", "narrative.docx：缺少这个文件。"]);
    if (workbook === undefined || narrative === undefined) throw new Error("no templates");
    const [broken] = await told({ ...texts, "workbook.xlsx": bytesOf("PK"), "narrative.docx": narrative });
    expect(broken).toMatch(/^workbook\.xlsx：.+。$/u);
    const [notWord] = await told({ ...texts, "workbook.xlsx": workbook, "narrative.docx": workbook });
    expect(notWord).toMatch(/^narrative\.docx：.+。$/u);
    const whole = { ...texts, "workbook.xlsx": workbook, "narrative.docx": narrative };
    expect(await told(whole, ["rules/more.json"])).toEqual([
      "rules/more.json：是一个链接，不会跟着走。请换成真正的文件。",
    ]);
    // 云南 in GBK.
    const gbk = new Uint8Array([...bytesOf('[{"id":"'), 0xd4, 0xc6, 0xc4, 0xcf, ...bytesOf('"}]')]);
    const encoding = await told({ ...whole, "rules/more.json": gbk });
    expect(encoding[0]).toBe("rules/more.json：不是 UTF-8 编码的文字。请另存为 UTF-8。");
  });

  test("whose id cannot be a folder's name are refused", async () => {
    const files = nextYear();
    files["pack.json"] = bytesOf(textOf(files, "pack.json").replace('"yunnan-2021"', '"../云南"'));
    const person = await personChoosing(files);
    await person.answer("packs", { kind: "add" });
    expect(person.facts("pack-refused").problems).toEqual(["pack.json id：不能写“../云南”，可以写的是：a-z 0-9 -。"]);
  });
});
