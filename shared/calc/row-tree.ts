import type { RowKey } from "../model/address.js";

/** Which row is whose parent, by row index; −1 for none. Children keep row order. */
export interface RowTree {
  readonly parent: readonly number[];
  readonly children: readonly (readonly number[])[];
}

/** The classification code of a code row's key: `30399#2` is the second row with the code 30399. */
export function codeOfKey(key: RowKey): string {
  const mark = key.indexOf("#");
  return mark < 0 ? key : key.slice(0, mark);
}

/** A row's parent key in a list with a parent table: `p1/3` lies below `p1`. */
export function parentKey(key: RowKey): RowKey | undefined {
  const slash = key.lastIndexOf("/");
  return slash < 0 ? undefined : key.slice(0, slash);
}

/**
 * The tree of 类, 款 and 项 (3, 5 and 7 digits; two more digits a level): a row's parent is the row with the longest code
 * that begins its own. A missing parent row therefore loses nothing: its children count for the next one above.
 * A repeated code is a row of its own below the same parent, never a parent itself. Rows without a code have no parent.
 */
export function codeTree(codes: readonly (string | undefined)[]): RowTree {
  const byCode = new Map<string, number>();
  for (const [index, code] of codes.entries()) if (code !== undefined && !byCode.has(code)) byCode.set(code, index);
  const parent = codes.map((code) => {
    if (code === undefined) return -1;
    for (let length = code.length - 2; length >= 3; length -= 2) {
      const found = byCode.get(code.slice(0, length));
      if (found !== undefined) return found;
    }
    return -1;
  });
  return withChildren(parent);
}

/** No row lies below another. */
export function flatTree(size: number): RowTree {
  return withChildren(new Array<number>(size).fill(-1));
}

function withChildren(parent: readonly number[]): RowTree {
  const children: (number[] | undefined)[] = parent.map(() => undefined);
  for (const [index, above] of parent.entries()) {
    if (above < 0) continue;
    const known = children[above];
    if (known === undefined) children[above] = [index];
    else known.push(index);
  }
  return { parent, children: children.map((rows) => rows ?? NONE) };
}

/** The children of every row that has none. */
const NONE: readonly number[] = [];
