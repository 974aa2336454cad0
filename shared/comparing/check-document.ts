import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import { normalize } from "../prose/normal-text.js";
import { HEADINGS } from "../prose/words.js";
import type { CheckedProse } from "./checked-prose.js";
import type { LinkedMention } from "./link.js";
import { textFinding } from "./text-finding.js";
import { changeOf, OWN_NAME } from "./words.js";

/** What concerns the document's build: sentences below another heading, changes without a reason, counts that must be published. */
export function checkDocument(checked: CheckedProse, session: Session): readonly Finding[] {
  return [
    ...misplaced(checked),
    ...departments(checked, session),
    ...reasons(checked, session),
    ...counts(checked, session),
  ];
}

/** A sentence that follows the template's this closely is its own. */
const ITS_OWN = 0.9;

function misplaced({ links, slots }: CheckedProse): readonly Finding[] {
  const headings = new Set(slots.map(({ heading }) => core(heading)));
  const owners = new Map<string, Set<string>>();
  for (const { alignment } of links) {
    if (alignment === undefined) continue;
    const { masked, slot } = alignment.template;
    owners.set(masked, (owners.get(masked) ?? new Set()).add(core(slot.heading)));
  }
  const seen = new Set<number>();
  return links.flatMap(({ sentence, alignment, claim }) => {
    const heading = core(sentence.of.headings.at(-1) ?? "");
    if (alignment === undefined || alignment.likeness < ITS_OWN || seen.has(sentence.of.paragraph.index)) return [];
    const own = core(alignment.template.slot.heading);
    const isKnown = heading !== "" && own !== "" && headings.has(heading);
    // Who leaves the lower headings out writes below the higher one.
    if (alignment.template.slot.above.some((one) => core(one) === heading)) return [];
    if (claim === undefined || !isKnown || own === heading || (owners.get(alignment.template.masked)?.size ?? 0) > 1)
      return [];
    seen.add(sentence.of.paragraph.index);
    return [
      textFinding({
        code: "text-heading",
        severity: "error",
        in: sentence.of,
        sentence,
        start: sentence.start,
        end: sentence.end,
        figure: sentence.of.headings.at(-1) ?? "",
        expected: alignment.template.slot.heading,
      }),
    ];
  });
}

/** A heading without its number. */
function core(heading: string): string {
  return HEADINGS.reduce((text, pattern) => text.replace(pattern, ""), heading);
}

/** So many characters of another name in their order make it a short form of the department's. */
const SHORT_FORM = 4;

/** A name of an office where the template names the department, and that is no short form of it. */
function departments({ links }: CheckedProse, session: Session): readonly Finding[] {
  const { offices, behindOffice } = session.plan.layout.pack.narrativeCheck.words;
  const department = normalize(session.workbook.profile.department).text;
  const seen = new Set<object>();
  return links.flatMap(({ sentence, alignment }) => {
    if (alignment?.template.namesDepartment !== true || seen.has(sentence) || department === "") return [];
    seen.add(sentence);
    const { text } = sentence.of.normal;
    for (let at = sentence.start + 1; at < sentence.end; at += 1) {
      const office = offices.find((one) => text.startsWith(one, at));
      if (office === undefined || !behindOffice.some((word) => text.startsWith(word, at + office.length))) continue;
      const end = at + office.length;
      const run = /\p{Script=Han}+$/u.exec(text.slice(sentence.start, end))?.[0] ?? "";
      if (sameFromEnd(run, department) >= SHORT_FORM || OWN_NAME.test(run)) return [];
      const finding = {
        in: sentence.of,
        sentence,
        start: end - run.length,
        end,
        expected: session.workbook.profile.department,
      };
      return [textFinding({ ...finding, code: "text-department", severity: "error" })];
    }
    return [];
  });
}

/** How many characters, read backwards from the end of a run, stand in the name in the same order. */
function sameFromEnd(run: string, name: string): number {
  let place = name.length;
  let count = 0;
  for (let at = run.length - 1; at >= 0; at -= 1) {
    place = place === 0 ? -1 : name.lastIndexOf(run.charAt(at), place - 1);
    if (place < 0) break;
    count += 1;
  }
  return count;
}

function reasons({ links }: CheckedProse, session: Session): readonly Finding[] {
  const { facts, words } = session.plan.layout.pack.narrativeCheck;
  const wanted = new Set(
    facts.filter(({ reason }) => reason === true).map(({ figure }) => changeOf(figure).replaceAll(/\s+/gu, "")),
  );
  const lacking = new Map<number, LinkedMention>();
  for (const link of links) {
    const { mention, claim, sentence } = link;
    if (claim === undefined || !wanted.has(claim.key) || mention.kind !== "figure" || mention.figure.value.isZero())
      continue;
    if (words.reason.some((word) => sentence.of.normal.text.includes(word))) continue;
    if (!lacking.has(sentence.of.paragraph.index)) lacking.set(sentence.of.paragraph.index, link);
  }
  return [...lacking.values()].map(({ mention, sentence }) => {
    const end = mention.kind === "figure" ? mention.figure.unitEnd : mention.end;
    return textFinding({
      code: "text-reason",
      severity: "explain",
      in: sentence.of,
      sentence,
      start: mention.start,
      end,
    });
  });
}

function counts({ sentences, paragraphs }: CheckedProse, session: Session): readonly Finding[] {
  const texts = paragraphs.map(({ normal }) => normal.text);
  return session.plan.layout.pack.narrativeCheck.required.flatMap(({ item, names, units, among }) => {
    if (!texts.some((text) => text.includes(among))) return [];
    const isSaid = sentences.some(
      ({ text, mentions }) =>
        names.some((name) => text.includes(normalize(name).text)) &&
        mentions.some((mention) => mention.kind === "figure" && units.includes(mention.figure.unit)),
    );
    if (isSaid) return [];
    return [
      {
        rule: "text-required",
        severity: "explain" as const,
        kind: "missing" as const,
        code: "text-required",
        cells: [],
        facts: { item },
        text: { quote: "", figure: "", expected: "", line: 0 },
      },
    ];
  });
}
