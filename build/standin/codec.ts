/**
 * The structured clone algorithm over text, because the way between page and main process carries only text here. It refuses what
 * Electron refuses, in its words. The same code runs in Node and in the page's isolated world.
 */
export interface Codec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** Bytes as text; Node and browsers do it by different names. */
export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array;
}

export function codecWith(base64: Base64): Codec {
  return {
    encode: (value) => encodeWith(base64, value),
    decode: (text) => decodeWith(base64, text),
  };
}

/** A value in the list of all values: a plain one, or a tag and its parts, which refer to others by their index. */
type Stored = string | number | boolean | readonly [string, ...unknown[]];

/** Values without a place in the list, by negative index. */
const CONSTANTS = [undefined, null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];

function encodeWith(base64: Base64, given: unknown): string {
  const value = cloned(given);
  const stored: Stored[] = [];
  const places = new Map<unknown, number>();
  const put = (one: unknown): number => {
    const constant = CONSTANTS.findIndex((known) => Object.is(known, one));
    if (constant >= 0) return -1 - constant;
    const known = places.get(one);
    if (known !== undefined) return known;
    const place = stored.push("") - 1;
    if (typeof one === "object") places.set(one, place);
    stored[place] = partsOf(one, put, base64);
    return place;
  };
  const root = put(value);
  return JSON.stringify([root, stored]);
}

function cloned(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error(NOT_CLONED);
  }
}

function partsOf(value: unknown, put: (part: unknown) => number, base64: Base64): Stored {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return ["bigint", String(value)];
  if (Array.isArray(value)) return ["array", value.length, ...fieldsOf(value, put)];
  if (ArrayBuffer.isView(value)) {
    const length = value instanceof DataView ? value.byteLength : (value as Uint8Array).length;
    return ["view", kindOf(value), put(value.buffer), value.byteOffset, length];
  }
  if (value instanceof ArrayBuffer) return ["buffer", base64.encode(new Uint8Array(value))];
  if (value instanceof Date) return ["date", value.getTime()];
  if (value instanceof Map) return ["map", ...[...value].map(([key, one]) => [put(key), put(one)])];
  if (value instanceof Set) return ["set", ...[...value].map((one) => put(one))];
  if (value instanceof Error) return ["error", value.message];
  if (kindOf(value) === "Object") return ["object", ...fieldsOf(value as object, put)];
  throw new Error(NOT_CLONED);
}

function fieldsOf(value: object, put: (part: unknown) => number): readonly (readonly [string, number])[] {
  return Object.entries(value).map(([key, one]) => [key, put(one)]);
}

function decodeWith(base64: Base64, text: string): unknown {
  const [root, stored] = JSON.parse(text) as [number, readonly Stored[]];
  const made = new Map<number, unknown>();
  const get = (place: number): unknown => {
    if (place < 0) return CONSTANTS[-1 - place];
    if (!made.has(place)) {
      const parts = stored[place];
      if (!Array.isArray(parts)) return parts;
      revive(parts as readonly [string, ...unknown[]], get, base64, (value) => made.set(place, value));
    }
    return made.get(place);
  };
  return get(root);
}

/** Makes a value again. It is noted before its parts are made, because they may lead back to it. */
function revive(
  [tag, ...parts]: readonly [string, ...unknown[]],
  get: (place: number) => unknown,
  base64: Base64,
  note: (value: unknown) => void,
): void {
  const [first, ...others] = parts;
  if (tag === "bigint") note(BigInt(first as string));
  else if (tag === "buffer") note(base64.decode(first as string).slice().buffer);
  else if (tag === "date") note(new Date((first as number | null) ?? Number.NaN));
  else if (tag === "error") note(new Error(first as string));
  else if (tag === "array") fill(noted(new Array<unknown>(first as number), note), others as Fields, get);
  else if (tag === "object") fill(noted({}, note), parts as Fields, get);
  else if (tag === "view") note(viewOf(parts as [string, number, number, number], get));
  else if (tag === "map") {
    const map = noted(new Map<unknown, unknown>(), note);
    for (const [key, one] of parts as [number, number][]) map.set(get(key), get(one));
  } else if (tag === "set") {
    const set = noted(new Set<unknown>(), note);
    for (const one of parts as number[]) set.add(get(one));
  } else throw new Error(`unknown tag ${tag}`);
}

type Fields = readonly (readonly [string, number])[];

function fill(target: object, fields: Fields, get: (place: number) => unknown): void {
  for (const [key, place] of fields) {
    // Not an assignment: "__proto__" is a name like any other.
    Object.defineProperty(target, key, { value: get(place), enumerable: true, writable: true, configurable: true });
  }
}

function viewOf([kind, buffer, offset, length]: [string, number, number, number], get: (place: number) => unknown) {
  const View = (globalThis as unknown as Record<string, new (...args: unknown[]) => unknown>)[kind];
  if (View === undefined) throw new Error(`unknown view ${kind}`);
  return new View(get(buffer), offset, length);
}

function noted<Value>(value: Value, note: (value: unknown) => void): Value {
  note(value);
  return value;
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

const NOT_CLONED = "An object could not be cloned.";
