import { readFileSync } from "node:fs";
import path from "node:path";
import "../../electron/cli/older-node.js";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../shared/documents/read-document.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { repeatedText } from "../support/bombs.js";
import { rawZip } from "../support/raw-zip.js";

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document with this body. */
function word(body: string): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ "[Content_Types].xml": strToU8(TYPES), "word/document.xml": strToU8(document) });
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** The paragraphs of a document, or the code of its refusal. */
async function read(bytes: Uint8Array): Promise<readonly string[] | string> {
  const found = await readDocument(bytes);
  if (!found.ok) {
    expect(failureText(found.failure)).toMatch(/[。]$/u);
    return found.failure.code;
  }
  return found.value.paragraphs.map(({ text, lines }) => `${lines[0]?.line ?? 0}: ${text}`);
}

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(import.meta.dirname, "../fixtures", name)));
}

/** A PDF of one page without text, as a scan is. */
const SCAN = strToU8(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** Bytes that begin like an OLE2 file and hold a name in UTF-16. */
function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let at = 0; at < name.length; at += 1) bytes[1024 + 2 * at] = name.charCodeAt(at);
  return bytes;
}

describe("reading an existing narrative", () => {
  it("reads a .docx: runs joined, deleted text left out, the rows of tables as one line each", async () => {
    const body =
      "<w:p><w:r><w:t>收入合计8,300</w:t></w:r><w:del><w:r><w:delText>.00</w:delText></w:r></w:del><w:r><w:t>.02万元。</w:t></w:r></w:p>" +
      `<w:tbl><w:tr><w:tc>${paragraph("合计")}</w:tc><w:tc>${paragraph("353.63")}</w:tc></w:tr></w:tbl>${paragraph("完")}`;
    expect(await read(word(body))).toEqual(["1: 收入合计8,300.02万元。", "2: 合计\t353.63", "3: 完"]);
  });

  it("reads plain text in UTF-8 and GB 18030, with or without a mark", async () => {
    expect(await read(strToU8("\uFEFF收入\n支出"))).toEqual(["1: 收入", "2: 支出"]);
    expect(await read(Uint8Array.from([0xca, 0xd5, 0xc8, 0xeb, 0x0a, 0xd6, 0xa7, 0xb3, 0xf6]))).toEqual([
      "1: 收入",
      "2: 支出",
    ]);
    expect(await read(Uint8Array.from([0xff, 0xfe, 0x36, 0x65, 0x65, 0x51]))).toEqual(["1: 收入"]);
  });

  it("puts the lines of a published text together and drops its page numbers", async () => {
    const found = await read(fixture("published-narrative.txt"));
    expect(found).toContain(
      "671: 2020 年度，部门政府采购支出总额 96.75 万元，其中：政府采购货物支出 80.85 万元；政府采购工程支出 0.00 万元；政府采购服务支出 15.90 万元。授予中小企业合同金额 0.00 万元，占政府采购支出总额的 0.00%。",
    );
  });

  it("reads the text layer of a PDF into paragraphs", async () => {
    const found = await read(fixture("narrative-lines.pdf"));
    expect((found as readonly string[]).map((text) => text.replaceAll(" ", "").replace(/^\d+:/u, ""))).toEqual([
      "一、收入决算情况说明",
      "某局部门2020年度收入合计8,300.02万元。其中：财政拨款收入8,133.60万元，占总收入的97.99%；上级补助收入0.00万元，占总收入的0.00%；其他收入166.42万元，占总收入的2.01%。",
      "二、支出决算情况说明",
      "某局部门2020年度支出合计8,337.62万元。其中：基本支出2,375.99万元，占总支出的28.50%；项目支出5,961.63万元，占总支出的71.50%。",
    ]);
  });

  it.each([
    ["an empty file", new Uint8Array(0), "file-empty"],
    ["a scan", SCAN, "document-without-text"],
    ["a PDF with a password", fixture("narrative-locked.pdf"), "document-encrypted"],
    ["a broken PDF", strToU8("%PDF-1.7\nnothing"), "document-damaged"],
    ["a Word document with a password", compound("EncryptedPackage"), "document-encrypted"],
    ["an old .doc", compound("WordDocument"), "document-legacy"],
    ["an RTF text", strToU8("{\\rtf1 text}"), "document-legacy"],
    ["a Word document of pictures", word("<w:p><w:r><w:drawing/></w:r></w:p>"), "document-without-text"],
    ["a Word document with broken XML", word("<w:p>"), "document-damaged"],
    ["a zip that is no document", zipSync({ "a.txt": strToU8("收入") }), "document-unknown"],
    ["a bomb", rawZip([repeatedText("word/document.xml", "<a>", "收", 150)]), "document-too-large"],
    ["bytes of no text", Uint8Array.from([1, 0, 2, 0, 255, 254, 0, 128]), "document-unknown"],
    ["far too much text", new Uint8Array(6_000_000).fill(97), "document-too-large"],
    ["a text without a Chinese character", strToU8("nothing here"), "document-without-text"],
  ])("refuses %s by its own code", async (_, bytes, code) => {
    expect(await read(bytes)).toBe(code);
  });
});
