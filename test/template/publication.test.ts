import { describe, expect, test } from "vitest";
import { publicationNames } from "../../shared/messages/publication-names.js";
import type { Publication } from "../../shared/template/publication.js";
import { readPack } from "../../shared/template/read-pack.js";
import { loadPack, packFiles } from "../support/seed.js";

const NAMES = { folder: "a", workbook: "a.xlsx", narrative: "a.docx", narrativePdf: "a.pdf", tablesPdf: "b.pdf" };

function problems(publication: unknown): readonly string[] {
  const files = new Map(packFiles("yunnan-2020")).set("publication.json", JSON.stringify(publication));
  const read = readPack(files);
  return read.ok ? [] : read.problems.map(({ file, path, code }) => `${file} ${path} ${code}`);
}

describe("publication.json", () => {
  test("names folder and files after department and year, whatever signs the department's name holds", () => {
    const { publication } = loadPack("yunnan-2020");
    if (publication === undefined) throw new Error("the pack cannot be published");
    expect(publicationNames(publication, { department: "某县/水利局?", year: 2020 })).toEqual({
      folder: "某县水利局2020年度部门决算公开",
      workbook: "某县水利局2020年度部门决算公开表.xlsx",
      narrative: "某县水利局2020年度部门决算公开情况说明.docx",
      narrativePdf: "某县水利局2020年度部门决算公开情况说明.pdf",
      tablesPdf: "某县水利局2020年度部门决算公开表.pdf",
    });
  });

  test("may be missing: then the set cannot be published", () => {
    const files = new Map(packFiles("yunnan-2020"));
    files.delete("publication.json");
    const read = readPack(files);
    expect(read.ok && read.pack.publication).toBeUndefined();
    expect(read.ok).toBe(true);
  });

  test("gives every file its own name, with its ending and without folders", () => {
    const names: Partial<Publication> = {
      ...NAMES,
      folder: "../a",
      workbook: "a.xls",
      tablesPdf: "a.pdf",
      narrative: "a/{部门}.docx",
    };
    expect(problems({ ...names, checklist: [] })).toEqual([
      "publication.json workbook unknown-value",
      "publication.json tablesPdf duplicate",
      "publication.json folder unknown-value",
      "publication.json narrative unknown-value",
    ]);
  });

  test("demands only what the pack has, each under its own id", () => {
    const checklist = [
      { id: "a", title: "甲", forms: ["01", "99"], elements: ["没有这个要素"], cells: ["三公.2.没有这一栏", "1 + 1"] },
      { id: "a", title: "乙", confirm: true },
      { id: "b", title: "丙", why: "x" },
    ];
    expect(problems({ ...NAMES, checklist: checklist.slice(0, 2) })).toEqual([
      "publication.json checklist[0].forms[1] unknown-name",
      "publication.json checklist[0].elements[0] unknown-name",
      "publication.json checklist[0].cells[0] unknown-name",
      "publication.json checklist[0].cells[1] unknown-name",
      "publication.json checklist[1].id duplicate",
    ]);
    expect(problems({ ...NAMES, checklist: checklist.slice(2) })).toEqual([
      "publication.json checklist[0].why unknown-field",
    ]);
  });
});
