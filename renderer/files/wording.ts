import type { HostFailure, HostFailureCode } from "../../shared/host/contract.js";
import type { Progress } from "../worker/protocol.js";

/** A step of long work: the worker's, or one of the shell's. */
export type Step = Progress | "making-pdf";

/** What each step of long work is called. */
export const STEPS: Readonly<Record<Step, string>> = {
  reading: "正在读取工作簿……",
  computing: "正在计算、检查……",
  "writing-workbook": "正在生成工作簿……",
  "writing-narrative": "正在生成决算说明……",
  "writing-report": "正在生成校验报告……",
  "writing-pages": "正在排版……",
  "making-pdf": "正在生成 PDF……",
  checking: "正在核对……",
};

const HOST_FAILURES: Readonly<Record<HostFailureCode, (facts: Readonly<Record<string, string>>) => string>> = {
  "file-missing": (facts) => `找不到${named(facts)}，可能已被移动、改名或删除。`,
  "file-unreadable": (facts) =>
    `打不开${named(facts)}，可能没有读取权限，或正被别的程序占用。请关闭占用它的程序后重试。`,
  "file-too-large": (facts) => `${named(facts)}太大，公开表工作簿不会有这么大。请确认是不是选错了文件。`,
  "file-changed": (facts) => `${named(facts)}在打开之后被别的程序改过。`,
  "file-busy": (facts) => `${named(facts)}正被 WPS、Excel 或别的程序打开，写不进去。请在那边关闭它，再点“重试”。`,
  "no-permission": (facts) => `没有权限写入${named(facts)}。请换一个位置另存，或请管理员开放权限后重试。`,
  "disk-full": (facts) => `磁盘已满，${named(facts)}没有写成，原来的文件没有动。请清理出空间后重试，或另存到别的磁盘。`,
  "folder-missing": (facts) =>
    `${named(facts)}所在的文件夹不在了（可能是 U 盘或网络盘断开了）。接好后重试，或另存到别处。`,
  "foreign-files": (facts) =>
    `文件夹${named(facts)}里有不是公开稿的文件：${facts["found"] ?? ""}。为免连带公开或误删，没有动它。请把这些文件移走后重试，或换一个位置。`,
  "output-not-writable": (facts) => `写不进${named(facts)}${reason(facts)}。原来的文件没有动。请重试，或另存到别处。`,
  "journal-broken": () => "这份恢复记录已损坏，读不出来。",
  "no-printer": () => "这台电脑没有安装打印机。请先在系统里添加打印机，或者另存为 PDF 后到别的电脑打印。",
  "print-failed": (facts) =>
    `没有打印出来${facts["reason"] ? `：${facts["reason"]}` : ""}。请检查打印机后重试，或者另存为 PDF。`,
  "unknown-pack": (facts) => `没有安装编号为“${facts["file"] ?? ""}”的模板包，或者它缺少文件。`,
  "not-a-pack": (facts) =>
    `文件夹${named(facts)}里没有 pack.json，不是模板包。请选择直接装着 pack.json 的那个文件夹；压缩包请先解压。`,
  "pack-too-large": (facts) =>
    `文件夹${named(facts)}太大或文件太多（模板包不超过 ${facts["files"] ?? ""} 个文件、${megabytes(facts["bytes"])} MB），没有读取。请确认是不是选错了文件夹。`,
};

/** What the machine refused, as a sentence that says what to do. */
export function hostFailureText({ code, facts }: HostFailure): string {
  return HOST_FAILURES[code](facts);
}

/** The words of the dialogs about files. */
export const WORDS = {
  opening: (name: string) => `正在打开“${name}”`,
  creating: "正在新建工作簿",
  saving: (name: string) => `正在保存“${name}”`,
  exporting: "正在导出",
  preparingPublication: "正在作公开前核对",
  publishing: "正在生成公开文件夹",
  readingPrevious: (name: string) => `正在读取“${name}”`,
  recovering: "正在读取恢复记录",
  cancel: "取消",
  close: "关闭",
  retry: "重试",
  saveAs: "另存为……",
  forget: "从列表中移除",

  notOpened: (name: string) => `没有打开“${name}”`,
  notCreated: "没有新建工作簿",
  notSaved: (name: string) => `没有保存“${name}”`,
  notExported: "没有导出",
  notPublished: "没有生成公开文件夹",
  notPrinted: "没有打印",
  printed: "已交给打印机",
  notRecovered: "没有恢复",
  notRead: (name: string) => `没有读取“${name}”`,
  packsMissing: "模板包读不出来",
  brokenPack: (folder: string) => `模板包“${folder}”有问题，没有装入`,

  unsaved: {
    title: "是否保存修改？",
    text: (name: string) => `“${name}”有尚未保存的修改。不保存就关闭，这些修改会丢失。`,
    save: "保存",
    discard: "不保存",
    cancel: "取消",
  },
  changedOnDisk: {
    title: "文件在别处被改过",
    text: (name: string) =>
      `“${name}”在打开之后被别的程序改过。覆盖会丢掉那边的修改；另存为会把这里的内容存成另一个文件。`,
    overwrite: "覆盖",
    saveAs: "另存为……",
    cancel: "取消",
  },
  unknownForm: {
    title: (name: string) => `不认识“${name}”的表式`,
    recognised: "认出的表",
    unrecognised: "没有认出的工作表",
    none: "一张也没有",
  },
  new: {
    title: "新建公开表工作簿",
    pack: "模板",
    year: "年度",
    yearWrong: "年度应为四位数字，例如 2020",
    department: "部门（单位）名称",
    departmentNote: "填单位全称；各表表头、说明和导出的文件名都用它。",
    departmentMissing: "请填写部门名称",
    create: "新建",
    name: (department: string, year: number) => `${department}${year}公开表.xlsx`,
  },
  export: {
    title: "导出",
    what: "将导出三个文件：公开表工作簿（.xlsx）、决算说明（.docx）和校验报告（.xlsx）。",
    signOff: "每张表下加签章行",
    ownTemplate: "决算说明用本单位自己的模板（.docx）",
    errors: (count: number) => `目前还有 ${count} 条错误。`,
    go: "选择文件夹……",
    done: (folder: string) => `已导出到“${folder}”`,
  },
  errorsStand: {
    title: "还有错误没有改正",
    text: (count: number) => `还有 ${count} 条错误。带着错误的公开表不宜发布，确要照现状导出吗？`,
    more: (count: number) => `……另有 ${count} 条，见校验报告。`,
    export: "照现状导出",
    cancel: "回去改正",
  },
  publish: {
    title: "公开发布",
    what: "将生成一个可以直接发布的文件夹：",
    record: (name: string) => `文件夹旁边另写一份“${name}”，只供内部留存，不要发布。`,
    checklist: "公开前核对",
    missing: (count: number) => `上面缺的 ${count} 项已经知道，照现状公开`,
    errors: (count: number) => `还有 ${count} 条错误没有改正。带着错误的公开表不宜发布；确要照现状公开的，请写明理由。`,
    more: (count: number) => `……另有 ${count} 条，见检查结果。`,
    reason: "有错误仍然公开的理由",
    reasonNote: "写进内部记录，不随文件夹发布。",
    reasonMissing: "请写明理由，或者先回去改正错误",
    unconfirmed: (count: number) => `还有 ${count} 项没有打勾确认。`,
    withoutReason: "还没有写明理由。",
    go: "生成公开文件夹……",
  },
  published: {
    title: "公开文件夹已生成",
    folder: "位置",
    files: "文件夹里的文件",
    record: (name: string) => `内部记录（不要发布）：“${name}”，在公开文件夹旁边。`,
  },
  packs: {
    title: "模板包",
    what: "模板包装着一个地区、一个年度的表式、公式和说明模板，打开和新建工作簿都用它。",
    name: "名称",
    place: "地区",
    years: "年度",
    from: "来源",
    bundled: "随程序",
    added: "自己添加",
    broken: (folder: string) => `${folder}（有问题，没有装入）`,
    remove: "删除",
    removeOne: (title: string) => `删除模板包“${title}”`,
    add: "添加模板包……",
  },
  packRefused: {
    title: (name: string) => `没有添加“${name}”`,
    text: (count: number) => `这个文件夹有 ${count} 处问题，不能作为模板包使用：`,
    more: (count: number) => `……另有 ${count} 处`,
  },
  replacePack: {
    title: "替换已有的模板包？",
    text: (id: string, title: string) => `已有编号为“${id}”的模板包“${title}”，是自己添加的。替换后用新选的这一份。`,
    overBundled: (id: string, title: string) =>
      `已有编号为“${id}”的模板包“${title}”，是随程序的。替换后用新选的这一份；以后删除它，随程序的那一份就恢复使用。`,
    replace: "替换",
  },
  removePack: {
    title: "删除模板包？",
    text: (title: string) => `将删除自己添加的模板包“${title}”。用它做的工作簿不受影响，但要再打开就得重新添加。`,
    remove: "删除",
  },
  readingPack: (name: string) => `正在检查“${name}”`,
  notAdded: "没有添加模板包",
  notRemoved: "没有删除模板包",
  packInUse: "打开着的工作簿正用着这个模板包。请先关闭工作簿（文件 → 关闭文件）。",
  packAdded: (title: string) => `已添加模板包“${title}”`,
  packRemoved: (title: string) => `已删除模板包“${title}”`,
  recoveries: {
    title: "有上次没有保存的工作",
    text: "程序上次没有正常退出。下面这些修改没有存进文件，但都留有记录。",
    file: "文件",
    department: "部门",
    at: "时间",
    gestures: "修改",
    count: (count: number) => `${count} 步`,
    look: "查看……",
    later: "以后再说",
  },
  recovery: {
    title: (name: string) => `恢复“${name}”`,
    about: (department: string, year: number, at: string, gestures: number) =>
      `${department}　${year} 年度　最后修改于 ${at}，共 ${gestures} 步修改。`,
    fileChanged: "注意：这个文件后来又被改过。恢复后保存时会先问您，不会直接覆盖。",
    cutShort: "最后一步没有记录完整，恢复到它之前。",
    place: "位置",
    before: "原来",
    after: "现在",
    blank: "（空）",
    rowAdded: "增加的行",
    rowRemoved: "删除的行",
    none: "修改前后内容相同。",
    more: (count: number) => `……另有 ${count} 处`,
    recover: "恢复",
    discard: "丢弃",
    later: "以后再说",
  },
  previous: {
    title: "取上年数",
    about: (name: string, department: string, year: number) => `来自“${name}”：${department}，${year} 年度。`,
    item: "项目",
    now: "本表现有",
    then: "上年工作簿",
    does: "处理",
    fills: "填入",
    same: "相同",
    differs: "不同",
    missing: "上年工作簿没有",
    otherDepartment: (department: string) => `注意：部门名称与本工作簿（${department}）不同。`,
    notLastYear: (year: number) => `注意：不是上一年度（${year}）的工作簿。`,
    fill: "只填空白",
    replace: "全部以上年工作簿为准",
    nothing: "没有可填的数。",
    done: (count: number) => `已填入 ${count} 个上年数`,
  },
  legacy: "这是旧格式（.xls 或 .et）的工作簿：已把数和文字放进一份新的工作簿，原文件不动。请另存为 .xlsx。",
  product: "公开表编辑器",
  sampleName: "示例.xlsx",
  saved: (name: string) => `已保存“${name}”`,
  formulasReplaced: (count: number) => `${count} 处公式的结果与程序计算的不同，保存时换成了数值。`,
  pageCrashed: {
    title: "窗口意外停止，已重新载入",
    text: "还没有存进文件的修改都留有恢复记录，可以按提示恢复。",
  },
  workerReplaced: {
    title: "后台计算意外停止，已重新启动",
    text: "修改都在，可以照常继续和保存。",
  },
  workerLost: {
    title: "后台计算停止了，没能重新启动",
    text: "修改都留有恢复记录，没有丢失。请点“保存”再试一次；还不行就按提示重新载入窗口，再恢复。",
  },
  workFailed: {
    title: "没有做成：后台计算停止了",
    text: "修改都留有恢复记录，没有丢失。请重试；还不行就重新载入窗口，按提示恢复。",
  },
  silence: {
    title: "后台计算一直没有回应",
    text: "已经等了二十多秒。可以再等等；也可以重新启动后台计算，修改都留有恢复记录，一处也不会丢，没做完的事会接着做。",
    restart: "重新启动后台计算",
    wait: "再等等",
  },
  silentWorker: {
    title: "后台计算一直没有回应",
    text: "可以照常填写，修改都留有恢复记录；要保存、导出时需要它。",
  },
  restartPage: "重新载入窗口",
  journalFailed: "恢复记录写不进去",
  journalFailedText: (why: string) => `${why}可以继续工作，但程序意外退出时，之后的修改将无法恢复。请尽快保存。`,
} as const;

function named(facts: Readonly<Record<string, string>>): string {
  const file = facts["file"] ?? "";
  return file === "" ? "文件" : `“${file}”`;
}

function megabytes(bytes = "0"): string {
  return String(Math.round(Number.parseInt(bytes, 10) / 1_000_000));
}

function reason(facts: Readonly<Record<string, string>>): string {
  return facts["reason"] === undefined ? "" : `（系统的说法：${facts["reason"]}）`;
}
