/** The words that printed pages add to what the pack and `shared/messages` say. */
export const WORDS = {
  draft: "草稿",
  fingerprint: (fingerprint: string): string => `指纹 ${fingerprint}`,
  /** The page that shows who signs what the check has found. */
  findings: "校验结果",
  pageNumberLeft: "— ",
  pageNumberRight: " —",
} as const;

/** The faces of GB/T 9704—2012 for the narrative, by what they set; bureaus have them under one of these names. */
export const FACES = {
  title: ["方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "小标宋"],
  body: ["仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "FandolFang"],
  bold: ["黑体", "SimHei", "STHeiti"],
  script: ["楷体_GB2312", "楷体", "KaiTi", "STKaiti", "FandolKai"],
  song: ["宋体", "SimSun", "STSong"],
} as const;

/**
 * What every stack of faces ends in: families that hold Chinese on any machine, because a bare face name falls back to one without
 * (domain, “Document format”).
 */
export const STAND_INS = {
  serif: ["Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Noto Sans CJK SC"],
  sans: ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"],
} as const;
