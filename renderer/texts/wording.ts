/** The words of the form of long texts. */
export const WORDS = {
  outline: "目录",
  filled: "已填写",
  blank: "未填写",
  count: (signs: number) => `${signs} 字`,
  shownAs: "显示为",
  asTable: "表格",
  asTexts: "长文字",
  texts: (title: string) => `${title}：文字`,
} as const;
