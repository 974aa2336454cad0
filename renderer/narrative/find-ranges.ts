/** Where a text stands on the page; it may run over figures, fields and words. Thousands separators are passed over. */
export function findRanges(paper: HTMLElement, text: string): readonly Range[] {
  const wanted = plain(text);
  if (wanted === "") return [];
  return [...paper.querySelectorAll<HTMLElement>("[data-part]")].flatMap((part) => rangesIn(part, wanted));
}

/** One character of the page that counts. */
interface Place {
  readonly node: Text;
  readonly offset: number;
}

function rangesIn(part: HTMLElement, wanted: string): readonly Range[] {
  const places: Place[] = [];
  let whole = "";
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (node) => {
    const isBeside = (node.parentElement?.closest("aside, [data-tools]") ?? null) !== null;
    return isBeside ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let offset = 0; offset < data.length; offset += 1) {
      const character = plain(data.charAt(offset));
      if (character === "") continue;
      whole += character;
      places.push({ node: node as Text, offset });
    }
  }
  const ranges: Range[] = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [places[at], places[at + wanted.length - 1]];
    if (first === undefined || last === undefined) continue;
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    ranges.push(range);
  }
  return ranges;
}

/** Letters in one case, without separators and blanks. One character stays at most one. */
function plain(text: string): string {
  return text.replaceAll(/[,，\s]/gu, "").replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
