/** What is wrong with a tag, by the code of the problem; `found` is the piece that does not fit. */
const PROBLEMS: Readonly<Record<string, (found: string) => string>> = {
  "bad-expression": (found) => `“${found}”处不是能计算的式子`,
  "unknown-function": (found) => `没有“${found}”这个函数`,
  "unknown-format": (found) => `没有“${found}”这种格式`,
  "unknown-section": (found) => `不认识“${found}”，段落标记只有 段、若、否、遍历`,
  "bad-loop": (found) => `遍历的写法不对：“${found}”，应为 表.[行集]`,
  "stray-brace": () => "花括号没有配对",
  "unclosed-section": (found) => `“{${found}}”没有结束标记，或结束标记不在同一段`,
  "unopened-section": (found) => `“{${found}}”前面没有对应的开始标记`,
  "wrong-closing": (found) => `结束标记与“{${found}}”不配对`,
  "unknown-name": (found) => `找不到“${found}”，请核对表名、行名、栏名或要素编号`,
  "doubled-id": (found) => `段落编号“${found}”用了两次`,
};

/** Why a file is no template at all, where the gate gives no sentence of its own. */
const REFUSALS: Readonly<Record<string, string>> = {
  "not-a-document": "这不是 Word 文档（.docx）",
  "workbook-broken-xml": "文件内容残缺，无法识别",
};

/** One problem of a narrative's template: where, which tag, what is wrong. */
export function templateProblemText(facts: Readonly<Record<string, string>>): string {
  const { reason = "", paragraph = "", id = "", tag = "", found = "" } = facts;
  const problem = PROBLEMS[reason];
  if (problem === undefined) return `说明模板不能用：${REFUSALS[reason] ?? "打不开这个文件"}。`;
  const place = paragraph === "" ? `改写的段落“${id}”` : `说明模板第${paragraph}段${id === "" ? "" : `（${id}）`}`;
  return `${place}：标记“${tag}”有误，${problem(found)}。`;
}
