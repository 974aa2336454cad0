/**
 * Signs that stand for other ones in simplified Chinese, and those: code points in pairs. Radicals of the supplement block U+2E80–2EFF,
 * which Unicode's own folding (NFKC) does not know, the one radical of Kangxi that it takes for a traditional character (户), and what
 * else shares a glyph with a sign that people write: dash, wave, slash, angle brackets, 胶.
 */
const SHARED =
  "2E8E 5140 2E92 5DF3 2E93 5E7A 2E9F 6BCD 2EA0 6C11 2EA9 738B 2EAC 793A 2EC1 864E 2EC4 897F 2EC5 89C1 2EC6 89D2 " +
  "2EC9 8D1D 2ECB 8F66 2ED1 9577 2ED3 957F 2ED4 95E8 2ED8 9752 2ED9 97E6 2EDA 9875 2EDB 98CE 2EDC 98DE 2EDD 98DF " +
  "2EE2 9A6C 2EE3 9AA8 2EE4 9B3C 2EE5 9C7C 2EE6 9E1F 2EE7 5364 2EE8 9EA6 2EE9 9EC4 2EEA 9EFE 2EEC 9F50 2EEE 9F7F " +
  "2EF0 9F99 2EF3 9F9F 2F3E 6237 2012 2013 2215 FF0F 2329 3008 232A 3009 301C FF5E 3B35 80F6";

const UNIFIED: ReadonlyMap<string, string> = new Map(
  [...SHARED.matchAll(/([0-9A-F]{4}) ([0-9A-F]{4})/g)].map(([, radical = "", sign = ""]) => [
    String.fromCharCode(Number.parseInt(radical, 16)),
    String.fromCharCode(Number.parseInt(sign, 16)),
  ]),
);

/**
 * A text with radicals written as the characters they look like. Makers of PDFs, Chromium among them, name a glyph that several signs
 * share by the first of them, so that a text read from the file looks right and equals no word.
 */
export function withUnifiedSigns(text: string): string {
  return text
    .replace(/[\u2012\u2215\u2329\u232A\u2E80-\u2EF3\u2F3E\u301C\u3B35]/g, (sign) => UNIFIED.get(sign) ?? sign)
    .replace(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize("NFKC"));
}
