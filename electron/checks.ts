/**
 * Checks of values from outside: the page's arguments, the program's own small files. Each gives the value with its type, freed of
 * everything that does not belong to it, or throws a TypeError that names what is wrong.
 */
export type Check<Value> = (value: unknown) => Value;

/** A text of at most so many characters. */
export function text(longest: number): Check<string> {
  return (value) => {
    if (typeof value !== "string" || value.length > longest) throw new TypeError(`not a text of up to ${longest}`);
    return value;
  };
}

/** A text of one form. */
export function textLike(pattern: RegExp): Check<string> {
  return (value) => {
    if (typeof value !== "string" || !pattern.test(value)) throw new TypeError(`not a text like ${String(pattern)}`);
    return value;
  };
}

/** The name of a file without any folder, as every system takes it. */
export const fileName: Check<string> = (value) => {
  const name = text(200)(value);
  const isPlain = name.trim() === name && !/^\.*$/.test(name) && !RESERVED.test(name);
  if (!isPlain) throw new TypeError("not a file name");
  return name;
};

export const flag: Check<boolean> = (value) => {
  if (typeof value !== "boolean") throw new TypeError("not true or false");
  return value;
};

/** A whole number of things, or a year. */
export const count: Check<number> = (value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new TypeError("not a count");
  return value;
};

/** At most so many bytes. */
export function bytes(most: number): Check<Uint8Array> {
  return (value) => {
    if (!(value instanceof Uint8Array) || value.length > most) throw new TypeError(`not up to ${most} bytes`);
    return value;
  };
}

/** One of a few words. */
export function choice<const Word extends string>(...words: readonly Word[]): Check<Word> {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new TypeError(`not one of ${words.join(", ")}`);
    return found;
  };
}

/** What may be absent. */
export function optional<Value>(check: Check<Value>): Check<Value | undefined> {
  return (value) => (value === undefined ? undefined : check(value));
}

/** A list of at most so many. */
export function list<Value>(check: Check<Value>, most: number): Check<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) throw new TypeError(`not a list of up to ${most}`);
    return value.map((one) => check(one));
  };
}

/** An object with exactly these fields. */
export function record<Fields extends object>(checks: {
  readonly [Name in keyof Fields]-?: Check<Fields[Name]>;
}): Check<Fields> {
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("not an object");
    const given = new Map<string, unknown>(Object.entries(value));
    const fields = Object.entries<Check<unknown>>(checks).map(([name, check]) => {
      const field = check(given.get(name));
      given.delete(name);
      return [name, field] as const;
    });
    if (given.size > 0) throw new TypeError(`unknown fields: ${[...given.keys()].join(", ")}`);
    return Object.fromEntries(fields.filter(([, field]) => field !== undefined)) as Fields;
  };
}

/** What some system takes for a folder, a device or nothing at all in a name. */
const RESERVED = /[\\/:*?"<>|\u0000-\u001f\u007f]|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|\.$/i;
