import type { Direction } from "./selection-moves.js";
import type { SheetCommand } from "./sheet-state.js";

/** The parts of a key press that decide what it means. Composition keys of an input method never come here. */
export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key does to the sheet. */
export type SheetAction =
  | { readonly kind: "step" | "jump"; readonly direction: Direction; readonly extending: boolean }
  | { readonly kind: "edge"; readonly edge: "first" | "last"; readonly whole: boolean; readonly extending: boolean }
  | { readonly kind: "page"; readonly screens: -1 | 1; readonly extending: boolean }
  | { readonly kind: "advance"; readonly by: "row" | "column"; readonly back: boolean }
  | { readonly kind: "select"; readonly what: "rows" | "columns" }
  | { readonly kind: "replace-text" }
  | { readonly kind: "command"; readonly command: SheetCommand }
  | { readonly kind: "dismiss" };

/** What a key does to the editor while a text is typed. */
export type EditorAction =
  | { readonly kind: "commit"; readonly by: "row" | "column"; readonly back: boolean }
  | { readonly kind: "commit-step"; readonly direction: Direction }
  | { readonly kind: "commit-everywhere" }
  | { readonly kind: "line-break" | "toggle" | "cancel" };

/** What a key means while nothing is edited; undefined for keys that type, and for keys of the window. */
export function actionOfKey(stroke: KeyStroke): SheetAction | undefined {
  const isControlled = stroke.ctrlKey || stroke.metaKey;
  const direction = ARROWS.get(stroke.key);
  if (direction !== undefined && !stroke.altKey) {
    return { kind: isControlled ? "jump" : "step", direction, extending: stroke.shiftKey };
  }
  if (stroke.altKey) return undefined;
  return isControlled ? controlled(stroke) : uncontrolled(stroke);
}

/** What a key means while a text is typed. Arrows leave the cell only where typing began by replacing its content. */
export function editorActionOfKey(stroke: KeyStroke, mode: "replacing" | "editing"): EditorAction | undefined {
  const { key, shiftKey: back } = stroke;
  const isControlled = stroke.ctrlKey || stroke.metaKey;
  if (key === "Escape") return { kind: "cancel" };
  if (key === "F2") return { kind: "toggle" };
  if (key === "Enter" && stroke.altKey) return { kind: "line-break" };
  if (key === "Enter" && isControlled) return { kind: "commit-everywhere" };
  if (key === "Enter") return { kind: "commit", by: "row", back };
  if (key === "Tab") return { kind: "commit", by: "column", back };
  const direction = ARROWS.get(key);
  if (mode === "replacing" && direction !== undefined && !isControlled && !back) {
    return { kind: "commit-step", direction };
  }
  return undefined;
}

/**
 * Whether a key is a command of the window rather than one of a text field: Ctrl+S, F8, Ctrl+PageDown. A modifier is pressed before the
 * key it belongs to and means nothing yet: Alt alone must not end the text that Alt+Enter goes on with.
 */
export function isKeyOfWindow({ key, ctrlKey, metaKey, altKey }: KeyStroke): boolean {
  if (MODIFIERS.has(key)) return false;
  if (/^F\d+$/.test(key)) return true;
  if (!ctrlKey && !metaKey) return altKey && key.length > 1;
  return !OF_TEXT_FIELDS.has(key.toLowerCase());
}

const MODIFIERS: ReadonlySet<string> = new Set(["Alt", "AltGraph", "Control", "Meta", "Shift", "CapsLock", "NumLock"]);

const OF_TEXT_FIELDS: ReadonlySet<string> = new Set([
  ...["a", "c", "v", "x", "z", "y"],
  ...["arrowleft", "arrowright", "arrowup", "arrowdown", "home", "end", "backspace", "delete"],
]);

const ARROWS: ReadonlyMap<string, Direction> = new Map([
  ["ArrowUp", { rows: -1, columns: 0 }],
  ["ArrowDown", { rows: 1, columns: 0 }],
  ["ArrowLeft", { rows: 0, columns: -1 }],
  ["ArrowRight", { rows: 0, columns: 1 }],
]);

const CONTROLLED: ReadonlyMap<string, SheetCommand> = new Map([
  ["z", "undo"],
  ["y", "redo"],
  ["d", "fill-down"],
  ["r", "fill-right"],
  ["a", "select-all"],
  ["f", "find"],
  ["h", "replace"],
]);

function controlled({ key, shiftKey }: KeyStroke): SheetAction | undefined {
  if (key === "Home" || key === "End") {
    return { kind: "edge", edge: key === "Home" ? "first" : "last", whole: true, extending: shiftKey };
  }
  if (key === " ") return { kind: "select", what: "columns" };
  const letter = key.toLowerCase();
  if (shiftKey && letter === "z") return { kind: "command", command: "redo" };
  const command = CONTROLLED.get(letter);
  return command === undefined ? undefined : { kind: "command", command };
}

function uncontrolled({ key, shiftKey }: KeyStroke): SheetAction | undefined {
  switch (key) {
    case "Home":
    case "End":
      return { kind: "edge", edge: key === "Home" ? "first" : "last", whole: false, extending: shiftKey };
    case "PageUp":
    case "PageDown":
      return { kind: "page", screens: key === "PageUp" ? -1 : 1, extending: shiftKey };
    case "Enter":
      return { kind: "advance", by: "row", back: shiftKey };
    case "Tab":
      return { kind: "advance", by: "column", back: shiftKey };
    case " ":
      return shiftKey ? { kind: "select", what: "rows" } : undefined;
    case "F2":
      return { kind: "command", command: "edit" };
    case "Delete":
      return { kind: "command", command: "delete" };
    case "Backspace":
      return { kind: "replace-text" };
    case "Escape":
      return { kind: "dismiss" };
    default:
      return undefined;
  }
}
