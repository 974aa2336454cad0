import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The theme's contrast by WCAG 2.2: 4.5 : 1 for text (1.4.3), 3 : 1 for marks and frames of fields (1.4.11). */
const THEME = readFileSync(new URL("../../../renderer/app/theme.css", import.meta.url), "utf8");
const tokens = new Map(
  [...THEME.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
);

const GROUNDS = [
  "--ground-frame",
  "--ground-pane",
  "--ground-surface",
  "--ground-hover",
  "--ground-selected",
  "--accent-ground",
];
const TEXTS = ["--text", "--text-quiet"];
const KINDS = ["error", "explain", "rounding", "hint", "complete"];

const PAIRS: readonly (readonly [text: string, ground: string, ratio: number])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground, 4.5] as const)),
  ...["--text", "--text-quiet"].map((text) => [text, "--ground-pressed", 4.5] as const),
  ...["--ground-surface", "--ground-pane", "--accent-ground"].map((ground) => ["--accent", ground, 4.5] as const),
  ["--accent-text", "--accent", 4.5],
  ["--accent-text", "--accent-hover", 4.5],
  ...KINDS.flatMap((kind) =>
    [
      `--${kind}-ground`,
      "--ground-surface",
      "--ground-pane",
      "--ground-frame",
      "--ground-selected",
      "--accent-ground",
    ].map((ground) => [`--${kind}`, ground, 4.5] as const),
  ),
  ["--text-faint", "--ground-surface", 4.5],
  ["--text-faint", "--ground-pane", 4.5],
  ["--line-strong", "--ground-surface", 3],
  ["--sheet-text", "--sheet-ground", 4.5],
  ["--sheet-head-text", "--sheet-head-ground", 4.5],
  ["--sheet-numbers-text", "--sheet-numbers-ground", 4.5],
  ["--sheet-label-text", "--sheet-label-ground", 4.5],
  ["--sheet-derived-text", "--sheet-derived-ground", 4.5],
  ["--sheet-dash-text", "--sheet-ground", 4.5],
  ["--sheet-new-text", "--sheet-ground", 4.5],
  ["--sheet-error-text", "--sheet-error-ground", 4.5],
  ["--sheet-text", "--sheet-explain-ground", 4.5],
  ["--sheet-text", "--sheet-changed-ground", 4.5],
  ["--sheet-error-mark", "--sheet-error-ground", 3],
  ["--sheet-explain-mark", "--sheet-explain-ground", 3],
  ["--sheet-rounding-mark", "--sheet-derived-ground", 3],
  ["--sheet-hint-mark", "--sheet-ground", 3],
  ["--sheet-selection-line", "--sheet-ground", 3],
  ["--sheet-related-line", "--sheet-ground", 3],
  ...Array.from({ length: 8 }, (_, index) => [`--chart-${index + 1}`, "--ground-surface", 3] as const),
];

describe("contrast", () => {
  test.each(PAIRS)("%s on %s is at least %d : 1", (text, ground, least) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(least);
  });

  test("every stack of faces ends in one with Chinese before the generic family", () => {
    for (const name of ["--font-ui", "--font-figure", "--font-print"])
      expect(tokens.get(name)).toMatch(/Noto (Sans|Serif) CJK SC|SimSun/);
  });
});

type Colour = readonly [number, number, number];

function colour(name: string): Colour {
  const value = tokens.get(name) ?? "";
  const inner = /^var\((--[a-z0-9-]+)\)$/.exec(value)?.[1];
  if (inner !== undefined) return colour(inner);
  const hex = /^#([0-9a-f]{6})$/i.exec(value)?.[1];
  if (hex === undefined) throw new Error(`${name} is no plain colour: ${value}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;
}

function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(of: Colour): number {
  const [r, g, b] = of.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
