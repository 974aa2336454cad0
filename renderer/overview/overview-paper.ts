/**
 * The overview as a page for the printer: its markup as it stands, charts as drawings, with the window's own style, whose rules for paper
 * leave out what belongs to the screen.
 */
export function overviewPaper(article: Element, title: string): string {
  const paper = document.implementation.createHTMLDocument(title);
  paper.documentElement.lang = "zh-CN";
  const encoding = paper.createElement("meta");
  encoding.setAttribute("charset", "utf-8");
  const style = paper.createElement("style");
  style.textContent = [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText))
    .join("\n");
  paper.head.prepend(encoding);
  paper.head.append(style);
  paper.body.append(paper.importNode(article, true));
  return `<!doctype html>${paper.documentElement.outerHTML}`;
}
