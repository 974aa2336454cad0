/** The words of the window's frame. */
export const WORDS = {
  product: "公开表编辑器",
} as const;
