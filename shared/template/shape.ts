/** What is wrong at one place of a pack's file. `shared/messages` makes the sentence of each. */
export type PackProblemCode =
  | "missing-file"
  | "unlisted-file"
  | "not-json"
  | "wrong-type" // facts: expected
  | "missing-field"
  | "unknown-field"
  | "unknown-value" // facts: value, allowed
  | "bad-line" // a line of a list of codes that is not code,name; facts: line
  | "duplicate" // facts: value, first
  | "unknown-name" // a reference to something the pack does not have; facts: value, kind
  | "not-shown" // a row or column of a table that its form has no place for; facts: value, table
  | "wrong-width" // a head or line that does not fill the sheet's columns; facts: expected, found
  | "bad-formula"; // facts: formula, problem, position

/** One thing a pack's author has to correct. `path` leads to it inside the file, such as `rows.rows[3].short`. */
export interface PackProblem {
  readonly file: string;
  readonly path: string;
  readonly code: PackProblemCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Where problems of one file go. */
export type Report = (path: string, code: PackProblemCode, facts?: Readonly<Record<string, string>>) => void;

/** What a value in a pack's file must look like; it reports every deviation, not only the first. */
export interface Shape<Value> {
  readonly check: (value: unknown, path: string, report: Report) => void;
  /** Never present; it ties the shape to its type for the compiler. */
  readonly describes?: Value;
}

/** A field that may be absent. */
export interface OptionalShape<Value> {
  readonly absent: true;
  readonly shape: Shape<Value>;
}

/** The shapes of a type's fields: the compiler sees to it that none is forgotten and that optional ones are marked. */
export type Fields<Value> = {
  readonly [Name in keyof Value]-?: Record<string, never> extends Pick<Value, Name>
    ? OptionalShape<Exclude<Value[Name], undefined>>
    : Shape<Value[Name]>;
};

/** Whether a value has the shape. Every deviation is reported with its path below `path`. */
export function conforms<Value>(shape: Shape<Value>, value: unknown, path: string, report: Report): value is Value {
  let right = true;
  shape.check(value, path, (place, code, facts) => {
    right = false;
    report(place, code, facts);
  });
  return right;
}

/** A text, possibly empty. */
export const text: Shape<string> = {
  check(value, path, report) {
    if (typeof value !== "string") report(path, "wrong-type", { expected: "text" });
  },
};

/** A text that is not blank: names, titles, formulas. */
export const name: Shape<string> = {
  check(value, path, report) {
    if (typeof value !== "string" || value.trim() === "") report(path, "wrong-type", { expected: "name" });
  },
};

/** A whole number from 0 on: levels, printed numbers, years, spans. */
export const whole: Shape<number> = {
  check(value, path, report) {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
      report(path, "wrong-type", { expected: "whole" });
    }
  },
};

/** A measure above 0, possibly a fraction: column widths and font sizes, never a figure of the accounts. */
export const measure: Shape<number> = {
  check(value, path, report) {
    if (typeof value !== "number" || !(value > 0)) report(path, "wrong-type", { expected: "measure" });
  },
};

/** True or false. */
export const flag: Shape<boolean> = {
  check(value, path, report) {
    if (typeof value !== "boolean") report(path, "wrong-type", { expected: "flag" });
  },
};

/** One of a few words. */
export function word<Word extends string>(...words: readonly Word[]): Shape<Word> {
  return {
    check(value, path, report) {
      if (typeof value !== "string") report(path, "wrong-type", { expected: "text" });
      else if (!words.some((allowed) => allowed === value)) {
        report(path, "unknown-value", { value, allowed: words.join(" ") });
      }
    },
  };
}

/** Only this one value. */
export function constant<Value extends boolean | null>(only: Value): Shape<Value> {
  return {
    check(value, path, report) {
      if (value !== only) report(path, "wrong-type", { expected: String(only) });
    },
  };
}

/** A list of equal things. */
export function list<Value>(shape: Shape<Value>): Shape<readonly Value[]> {
  return {
    check(value, path, report) {
      if (!Array.isArray(value)) return report(path, "wrong-type", { expected: "list" });
      const items: readonly unknown[] = value;
      for (const [index, item] of items.entries()) shape.check(item, `${path}[${index}]`, report);
    },
  };
}

/** A field that may be absent. */
export function optional<Value>(shape: Shape<Value>): OptionalShape<Value> {
  return { absent: true, shape };
}

/** A record with exactly these fields; a field of another name is most likely a slip of the pen, so it is reported. */
export function object<Value>(fields: Fields<Value>): Shape<Value> {
  const known = new Map<string, Shape<unknown> | OptionalShape<unknown>>(Object.entries(fields));
  return {
    check(value, path, report) {
      if (!isRecord(value)) return report(path, "wrong-type", { expected: "object" });
      for (const [field, wanted] of known) {
        const held = value[field];
        if (held !== undefined) ("absent" in wanted ? wanted.shape : wanted).check(held, below(path, field), report);
        else if (!("absent" in wanted)) report(below(path, field), "missing-field");
      }
      for (const field of Object.keys(value)) if (!known.has(field)) report(below(path, field), "unknown-field");
    },
  };
}

/** A record from free names to equal things. */
export function dictionary<Value>(shape: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return {
    check(value, path, report) {
      if (!isRecord(value)) return report(path, "wrong-type", { expected: "object" });
      for (const [field, held] of Object.entries(value)) shape.check(held, below(path, field), report);
    },
  };
}

/** One of several records, told apart by a word in one field. */
export function choice<Value>(field: string, shapes: Readonly<Record<string, Shape<Value>>>): Shape<Value> {
  const words = Object.keys(shapes);
  return {
    check(value, path, report) {
      if (!isRecord(value)) return report(path, "wrong-type", { expected: "object" });
      const kind = value[field];
      const shape = typeof kind === "string" && words.includes(kind) ? shapes[kind] : undefined;
      if (shape !== undefined) shape.check(value, path, report);
      else word(...words).check(kind, below(path, field), report);
    },
  };
}

/** The first of two shapes when it fits, else the second, whose deviations are then reported. */
export function either<First, Second>(first: Shape<First>, second: Shape<Second>): Shape<First | Second> {
  return {
    check(value, path, report) {
      if (!conforms(first, value, path, () => undefined)) second.check(value, path, report);
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function below(path: string, field: string): string {
  return path === "" ? field : `${path}.${field}`;
}
