import { describe, expect, test } from "vitest";
import { FilePerson } from "../../support/file-person.js";
import { MemoryHost } from "../../support/memory-host.js";
import { inputCell, SAMPLE, typed } from "../../support/desk.js";

const FILE = "某局公开表.xlsx";
const CONFIRMED = ["deadline", "secrets"];

async function personWithFile(): Promise<FilePerson> {
  const host = new MemoryHost();
  host.files.set(FILE, SAMPLE);
  const person = new FilePerson(host);
  await person.rest();
  host.chosen.push(FILE);
  await person.command("open");
  return person;
}

describe("publishing", () => {
  test("tells what will be written and what is demanded; cancelled, nothing is made", async () => {
    const person = await personWithFile();
    await person.command("publish");
    const { folder, files, record, checklist, errors } = person.facts("publish");
    expect(folder).toMatch(/2020年度部门决算公开$/u);
    expect(files.map((name) => name.replace(folder, ""))).toEqual([
      "表.xlsx",
      "表.pdf",
      "情况说明.docx",
      "情况说明.pdf",
    ]);
    expect(record).toBe(`${folder}-公开记录（内部）.txt`);
    expect(errors).toEqual([]);
    expect(checklist.filter(({ state }) => state === "confirm").map(({ id }) => id)).toEqual(CONFIRMED);
    await person.answer("publish", undefined);
    expect(person.host.published).toEqual([]);
    expect(person.asked()).toBeUndefined();
  });

  test("hands the shell one folder with its files in the order told, and says where it went", async () => {
    const person = await personWithFile();
    await person.command("publish");
    const { folder, files } = person.facts("publish");
    await person.answer("publish", { confirmed: CONFIRMED });
    expect(person.facts("published")).toMatchObject({ folder: `/公开/${folder}`, names: files });
    expect(person.facts("published").leftOut).toContain("上年数、说明要素");
    const [content] = person.host.published;
    expect(content?.files.map(({ name }) => name)).toEqual(files);
    expect(content?.record.text).toContain(`工作簿：${FILE}\r\n`);
    expect(content?.record.text.match(/ {2}已确认：/gu)).toHaveLength(2);
  });

  test("does not say of a demand that it was confirmed when it was not", async () => {
    const person = await personWithFile();
    await person.command("publish");
    await person.answer("publish", { confirmed: ["secrets"] });
    const text = person.host.published[0]?.record.text ?? "";
    expect(text).toContain("请确认：在本级财政部门批复决算后二十日内公开");
    expect(text).toContain("已确认：全部表格和说明已经过保密审查");
  });

  test("names the errors that stand, and writes them with the reason into the record alone", async () => {
    const person = await personWithFile();
    const at = inputCell(person.desk, "03");
    person.desk.store.run(typed(person.desk, at, "1.00"), at);
    await person.command("publish");
    const { errors } = person.facts("publish");
    expect(errors.length).toBeGreaterThan(0);
    await person.answer("publish", { confirmed: CONFIRMED, reason: "先行公开" });
    const [content] = person.host.published;
    expect(content?.record.text).toContain("有错误仍然公开的理由：先行公开\r\n");
    for (const error of errors) expect(content?.record.text).toContain(error);
    // In memory a PDF is its pages' own text.
    const printed = content?.files.filter(({ name }) => name.endsWith(".pdf")) ?? [];
    expect(printed).toHaveLength(2);
    for (const { bytes } of printed) expect(new TextDecoder().decode(bytes)).not.toContain("先行公开");
  });

  test("that the disk refuses is told, and trying again writes what was made", async () => {
    const person = await personWithFile();
    await person.command("publish");
    person.host.refusals.push({ call: "publishFolder", code: "disk-full" });
    await person.answer("publish", { confirmed: CONFIRMED });
    expect(person.facts("failure")).toMatchObject({ title: "没有生成公开文件夹", ways: ["retry"] });
    expect(person.facts("failure").text).toContain("磁盘已满");
    await person.answer("failure", "retry");
    expect(person.host.published).toHaveLength(1);
    expect(person.asked()?.kind).toBe("published");
  });

  test("without a PDF writes nothing", async () => {
    const person = await personWithFile();
    await person.command("publish");
    person.host.refusals.push({ call: "makePdf", code: "print-failed" });
    await person.answer("publish", { confirmed: CONFIRMED });
    expect(person.facts("failure").title).toBe("没有生成公开文件夹");
    expect(person.host.published).toEqual([]);
  });
});
