import path from "node:path";
import { ROOT, type Entry } from "./processes.js";
import type { Sample } from "./sample.js";

/** One thing that both sides do, and what is compared of it. */
export interface Comparison {
  /** The word for `--only`. */
  readonly name: string;
  readonly title: string;
  readonly ours: Entry;
  /** Absent where there is nobody to compare with: the promise is then our own figure alone. */
  readonly peer?: Entry;
  readonly lines: readonly Line[];
}

/** One figure of both sides and the ratio of them. */
export interface Line {
  readonly label: string;
  readonly unit: "ms" | "MB";
  readonly of: (sample: Sample) => number;
  /** The ratio ours ÷ peer that was promised to be at most this; absent where nothing was promised. */
  readonly ratio?: number;
  /** Our own figure that was promised to be at most this. */
  readonly limit?: number;
}

const SAMPLE = path.join(ROOT, "templates", "yunnan-2020", "sample.xlsx");

/** One leaf figure of the sample workbook, as the pack and as the sheet name it. */
const EDITED = { cell: ["03", "2080101", "basic"], place: ["公开03表", "F10"] } as const;

const loaded = (sample: Sample): number => figure(sample, "loadMs") + figure(sample, "workMs");
const working = (sample: Sample): number => figure(sample, "workMs");
const built = (sample: Sample): number => figure(sample, "loadMs") + figure(sample, "buildMs");
const edited = (sample: Sample): number => figure(sample, "editMs");
const memory = (sample: Sample): number => figure(sample, "rss");

/** Everything that the bench compares, with the promises of the design. */
export const COMPARISONS: readonly Comparison[] = [
  {
    name: "open",
    title: "打开、计算、检查 sample.xlsx，对 exceljs 读入",
    ours: { side: "side-open", argument: SAMPLE, isRemembered: true },
    peer: { side: "side-open-exceljs", argument: SAMPLE },
    lines: [
      { label: "合计", unit: "ms", of: loaded, ratio: 0.5 },
      { label: "不含装载", unit: "ms", of: working },
    ],
  },
  {
    name: "open-plain",
    title: "同上，双方都不用上次留下的编译结果",
    ours: { side: "side-open", argument: SAMPLE },
    peer: { side: "side-open-exceljs", argument: SAMPLE },
    lines: [{ label: "合计", unit: "ms", of: loaded }],
  },
  {
    name: "open-remembered",
    title: "同上，双方都用上次留下的编译结果",
    ours: { side: "side-open", argument: SAMPLE, isRemembered: true },
    peer: { side: "side-open-exceljs", argument: SAMPLE, isRemembered: true },
    lines: [{ label: "合计", unit: "ms", of: loaded }],
  },
  {
    name: "save",
    title: "改一个数后保存 sample.xlsx，对 exceljs 写出",
    ours: { side: "side-save", argument: [SAMPLE, ...EDITED.cell].join("|"), isRemembered: true },
    peer: { side: "side-save-exceljs", argument: [SAMPLE, ...EDITED.place].join("|") },
    lines: [
      { label: "保存，不含装载", unit: "ms", of: working, ratio: 0.8 },
      { label: "保存加装载", unit: "ms", of: loaded, ratio: 0.8 },
    ],
  },
  {
    name: "narrative",
    title: "核对 sample.xlsx 的说明（.docx，约 20 页）",
    ours: { side: "side-narrative", argument: SAMPLE, isRemembered: true },
    lines: [{ label: "读入并核对", unit: "ms", of: working, limit: 1000 }],
  },
  calculation("x1", 1, 200, [
    { label: "建立", unit: "ms", of: built },
    { label: "改一个数", unit: "ms", of: edited, limit: 1 },
    { label: "内存峰值", unit: "MB", of: memory },
  ]),
  calculation("x100", 100, 51, [
    { label: "建立", unit: "ms", of: built, ratio: 1 / 4 },
    { label: "改一个数", unit: "ms", of: edited, ratio: 1 / 20 },
    { label: "内存峰值", unit: "MB", of: memory, ratio: 0.5 },
  ]),
];

function calculation(name: string, size: number, edits: number, lines: readonly Line[]): Comparison {
  const argument = `${size}|${edits}`;
  return {
    name,
    title: `计算引擎 ×${size}，对 HyperFormula`,
    ours: { side: "side-engine", argument },
    peer: { side: "side-hyperformula", argument },
    lines,
  };
}

function figure(sample: Sample, name: string): number {
  const found = sample[name];
  if (found === undefined) throw new Error(`nothing was measured as ${name}`);
  return found;
}
