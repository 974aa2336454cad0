import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { publishWord } from "../../shared/publishing/publish-word.js";
import { wordMarkup } from "../../shared/word/word-markup.js";
import { writeWord } from "../../shared/word/write-word.js";
import { templateFile } from "../support/narrative.js";
import { openedSample } from "../support/opened-sample.js";
import { partsOf } from "../support/patching.js";
import { found, PLANTED } from "../support/planted.js";

const [PERSON, ACCOUNT, DISK] = PLANTED;
const PATH = `D:\\${DISK}\\${ACCOUNT}\\`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

let narrative: Uint8Array;

beforeAll(async () => {
  const written = await writeWord(templateFile(), openedSample().opened.session);
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  narrative = written.value;
});

function published(docx: Uint8Array): Uint8Array {
  const result = publishWord(docx, "某局决算说明");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const BY = `w:author="${PERSON}" w:date="2021-03-01T00:00:00Z"`;
const text = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`;

/** A paragraph as it leaves three people's hands, and what is read in it when their revisions are accepted. */
const HANDED = [
  `<w:p><w:pPr><w:rPr><w:ins w:id="90" ${BY}/></w:rPr><w:pPrChange w:id="91" ${BY}><w:pPr/></w:pPrChange></w:pPr>`,
  `<w:commentRangeStart w:id="7"/><w:r><w:rPr><w:b/><w:rPrChange w:id="92" ${BY}><w:rPr/></w:rPrChange></w:rPr>${text("甲")}</w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
  `<w:ins w:id="93" ${BY}><w:r>${text("乙")}</w:r></w:ins><w:del w:id="94" ${BY}><w:r><w:delText>丙${ACCOUNT}</w:delText></w:r></w:del>`,
  `<w:hyperlink r:id="rId901" w:tooltip="${PERSON}"><w:r>${text("丁")}</w:r></w:hyperlink><w:smartTag w:uri="urn:${ACCOUNT}" w:element="a"><w:smartTagPr><w:attr w:name="a" w:val="${PERSON}"/></w:smartTagPr><w:r>${text("戊")}</w:r></w:smartTag>`,
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "${PATH}a.docx"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>${text("己")}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  `<w:sdt><w:sdtPr><w:alias w:val="${PERSON}"/><w:tag w:val="${ACCOUNT}"/><w:dataBinding w:xpath="/${ACCOUNT}" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:r>${text("庚")}</w:r></w:sdtContent></w:sdt></w:p>`,
].join("");
const READ = "甲乙丁戊己庚";

/** The narrative as a bureau's own program and people leave it. */
function planted(): Uint8Array {
  const parts = unzipSync(narrative);
  const change = (name: string, find: string | RegExp, put: string): void => {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = before.replace(find, () => put);
    if (after === before) throw new Error(`nothing to plant into: ${name}`);
    parts[name] = strToU8(after);
  };
  const related = (id: number, type: string, target: string, external = ""): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"${external}/>`;
  const outside = ' TargetMode="External"';
  change("word/document.xml", "<w:body>", `<w:body><!-- ${PERSON} -->${HANDED}`);
  change(
    "word/_rels/document.xml.rels",
    "</Relationships>",
    `${related(900, "comments", "comments.xml")}${related(901, "hyperlink", `file:///${PATH}a.docx`, outside)}${related(902, "people", "people.xml")}${related(903, "customXml", "../customXml/item1.xml")}</Relationships>`,
  );
  change(
    "word/settings.xml",
    "<w:defaultTabStop",
    `<w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="a" w:val="${PATH}"/></w:docVars><w:defaultTabStop`,
  );
  change("docProps/core.xml", "</cp:coreProperties>", `<dc:creator>${PERSON}</dc:creator></cp:coreProperties>`);
  change("docProps/app.xml", /\/>\s*$/, `><Company>${ACCOUNT}</Company><Template>${PATH}</Template></Properties>`);
  const rels = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zipSync({
    ...parts,
    "word/_rels/settings.xml.rels": strToU8(
      `<Relationships xmlns="${rels}">${related(1, "attachedTemplate", `file:///${PATH}a.dotx`, outside)}</Relationships>`,
    ),
    "word/comments.xml": strToU8(`<w:comments xmlns:w="a"><w:comment w:author="${PERSON}"/></w:comments>`),
    "word/people.xml": strToU8(`<w15:people xmlns:w15="a"><w15:person w15:author="${PERSON}"/></w15:people>`),
    "customXml/item1.xml": strToU8(`<a>${PERSON}</a>`),
  });
}

describe("the published narrative", () => {
  test("reads as the finished one does", async () => {
    const [before, after] = [await wordMarkup(narrative), await wordMarkup(published(narrative))];
    expect(after).toBe(before);
    expect(after).toContain("名词解释");
  });

  test("says its own name and nobody else's", () => {
    const parts = partsOf(published(narrative));
    expect(parts.text("docProps/core.xml")).toMatch(/<dc:title>某局决算说明<\/dc:title><\/cp:coreProperties>$/);
    expect(parts.names.filter((name) => /app\.xml|custom|comments|people/.test(name))).toEqual([]);
  });

  test("holds no trace of those who wrote and revised it, and reads as revised", async () => {
    const before = planted();
    expect(found(before).length).toBeGreaterThan(8);
    const after = published(before);
    expect(found(after)).toEqual([]);
    expect((await wordMarkup(after)).replaceAll(/<[^>]*>/g, "")).toContain(READ);
    expect(partsOf(after).text("word/document.xml")).not.toMatch(/<w:(?:ins|del|comment\w*|\w+PrChange)[ />]/);
  });

  test("is the same, byte for byte, whenever it is made", () => {
    expect(published(narrative)).toEqual(published(narrative));
  });
});
