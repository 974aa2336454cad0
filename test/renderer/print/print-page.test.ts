import { expect, test } from "vitest";
import { findFaces, isInstalled } from "../../../renderer/print/installed-faces.js";
import { pageAt, placePapers } from "../../../renderer/print/paper-places.js";
import { PreviewMaker, type PreviewPorts, type PreviewWish } from "../../../renderer/print/preview-maker.js";
import { chosenForms, copyOf, type PrintChoice } from "../../../renderer/print/print-choice.js";
import { printedCopyName } from "../../../shared/messages/export-names.js";
import { wantedFaces } from "../../../shared/pages/wanted-faces.js";
import { loadPack } from "../../support/seed.js";

const pack = loadPack("yunnan-2020");
const CHOICE: PrintChoice = { content: "selected", selected: new Set(), zeros: "figure", signOff: false };
const WISH: PreviewWish = { forms: ["01"], narrative: false, zeros: "figure", signOff: false, title: "" };

test("chosen forms come in the pack's order, and name the copy", () => {
  const [first, second] = pack.forms;
  if (first === undefined || second === undefined) throw new Error("a pack has forms");
  const two = { ...CHOICE, selected: new Set([second.id, first.id]) };
  expect(chosenForms(pack, two)).toEqual([first, second]);
  expect(copyOf(pack, two).content).toBe("forms");
  expect(copyOf(pack, { ...CHOICE, selected: new Set([first.id]) })).toMatchObject({
    content: "form",
    form: first.title,
  });
  expect(copyOf(pack, { ...CHOICE, selected: new Set(pack.forms.map(({ id }) => id)) }).content).toBe("all-forms");
  expect(copyOf(pack, { ...CHOICE, content: "everything" }).content).toBe("everything");
  const profile = { department: "某/县局", year: 2020, unit: "万元" } as Parameters<typeof printedCopyName>[0];
  expect(printedCopyName(profile, { content: "narrative", signOff: true })).toBe("某县局2020决算说明（签批稿）.pdf");
});

test("a face is there when what stands behind it makes no difference", () => {
  const measure = (families: string): number =>
    families.startsWith('"宋体"') ? 100 : families.endsWith("monospace") ? 80 : 60;
  expect(isInstalled("宋体", measure)).toBe(true);
  expect(isInstalled("仿宋", measure)).toBe(false);
  const wanted = wantedFaces(pack, { tables: true, narrative: true });
  const body = findFaces(wanted, measure).find((face) => face.wanted.use === "table-body");
  expect(body).toMatchObject({ found: "宋体", used: "宋体" });
  expect(findFaces(wanted, measure).find((face) => face.wanted.use === "body")).toMatchObject({ found: undefined });
  expect(findFaces(wanted, () => 1).every(({ found, used }) => found === used)).toBe(true);
});

test("upright and lying pages keep their proportions, the widest as wide as the ground", () => {
  const places = placePapers(
    [
      { width: 595, height: 842 },
      { width: 842, height: 595 },
    ],
    "width",
    { width: 882, height: 600 },
  );
  expect(places.scale).toBeCloseTo(1, 5);
  expect(places.pages.map(({ left, top }) => [left, top])).toEqual([
    [144, 20],
    [20, 882],
  ]);
  expect([0, 870, 2000].map((height) => pageAt(places, height))).toEqual([0, 1, 1]);
  expect(placePapers([], "whole", { width: 0, height: 0 }).pages).toEqual([]);
});

test("only the newest wish is shown; what was overtaken is dropped unseen", async () => {
  const made: string[] = [];
  let release = (): void => undefined;
  const ports: PreviewPorts = {
    pages: (wish) => Promise.resolve({ ok: true, value: { html: wish.title, draft: false, fingerprint: "" } }),
    pdf: (html) => {
      made.push(html);
      return new Promise((resolve) => {
        release = () => resolve({ ok: true, value: new Uint8Array() });
      });
    },
    later: () => Promise.resolve(),
  };
  const maker = new PreviewMaker(ports);
  const shown = new Set<string>();
  maker.subscribe(() => shown.add(maker.current().made?.html ?? ""));
  maker.want({ ...WISH, title: "a" });
  await settled();
  maker.want({ ...WISH, title: "b" });
  release();
  await settled();
  release();
  await settled();
  expect(made).toEqual(["a", "b"]);
  expect(shown).toEqual(new Set(["", "b"]));
  expect(maker.current().step).toBeUndefined();
});

test("why pages could not be made is kept, and the next wish takes it away", async () => {
  let refused = true;
  const maker = new PreviewMaker({
    pages: () => Promise.resolve({ ok: true, value: { html: "", draft: true, fingerprint: "" } }),
    pdf: () =>
      Promise.resolve(
        refused ? { ok: false, failure: { code: "print-failed", facts: {} } } : { ok: true, value: new Uint8Array() },
      ),
    later: () => Promise.resolve(),
  });
  maker.want({ ...WISH });
  await settled();
  expect(maker.current()).toMatchObject({
    made: undefined,
    failure: { by: "machine", failure: { code: "print-failed" } },
  });
  refused = false;
  maker.want({ ...WISH });
  await settled();
  expect(maker.current()).toMatchObject({ made: { draft: true }, failure: undefined });
});

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
