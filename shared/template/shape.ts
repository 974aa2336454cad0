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

/** The way from the top of a file to the value being looked at, and where its problems go. */
export class Place {
  private readonly steps: (string | number)[] = [];

  constructor(private readonly report: Report) {}

  /** Looks at a value one step further down. */
  within<Value>(step: string | number, shape: Shape<Value>, value: unknown): void {
    // Paths are put together only for problems: a pack has some ten thousand values and is read at every start.
    this.steps.push(step);
    shape.check(value, this);
    this.steps.pop();
  }

  /** Reports what is wrong here, or in the field `field` of what is here. */
  problem(code: PackProblemCode, facts: Readonly<Record<string, string>> = {}, field?: string): void {
    const steps = field === undefined ? this.steps : [...this.steps, field];
    this.report(
      steps
        .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
        .join("")
        .replace(/^\./, ""),
      code,
      facts,
    );
  }
}

/** What a value in a pack's file must look like; it reports every deviation, not only the first. */
export interface Shape<Value> {
  readonly check: (value: unknown, place: Place) => void;
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

/** Whether a value has the shape. Every deviation is reported with its path inside the value. */
export function conforms<Value>(shape: Shape<Value>, value: unknown, report: Report): value is Value {
  let right = true;
  const place = new Place((path, code, facts) => {
    right = false;
    report(path, code, facts);
  });
  shape.check(value, place);
  return right;
}

/** A text, possibly empty. */
export const text: Shape<string> = simple("text", (value) => typeof value === "string");

/** A text that is not blank: names, titles, formulas. */
export const name: Shape<string> = simple("name", (value) => typeof value === "string" && value.trim() !== "");

/** A whole number from 0 on: levels, printed numbers, years, spans. */
export const whole: Shape<number> = simple(
  "whole",
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
);

/** A measure above 0, possibly a fraction: column widths and font sizes, never a figure of the accounts. */
export const measure: Shape<number> = simple("measure", (value) => typeof value === "number" && value > 0);

/** True or false. */
export const flag: Shape<boolean> = simple("flag", (value) => typeof value === "boolean");

/** Only this one value. */
export function constant<Value extends boolean | null>(only: Value): Shape<Value> {
  return simple(String(only), (value) => value === only);
}

/** One of a few words. */
export function word<Word extends string>(...words: readonly Word[]): Shape<Word> {
  const allowed: ReadonlySet<unknown> = new Set(words);
  return {
    check(value, place) {
      if (allowed.has(value)) return;
      if (typeof value !== "string") place.problem("wrong-type", { expected: "text" });
      else place.problem("unknown-value", { value, allowed: words.join(" ") });
    },
  };
}

/** A list of equal things. */
export function list<Value>(shape: Shape<Value>): Shape<readonly Value[]> {
  return {
    check(value, place) {
      if (!Array.isArray(value)) return place.problem("wrong-type", { expected: "list" });
      const items: readonly unknown[] = value;
      // Counted by hand: packs are read at every start, before any of this has been compiled well.
      for (let index = 0; index < items.length; index += 1) place.within(index, shape, items[index]);
    },
  };
}

/** A field that may be absent. */
export function optional<Value>(shape: Shape<Value>): OptionalShape<Value> {
  return { absent: true, shape };
}

/** A record with exactly these fields; a field of another name is most likely a slip of the pen, so it is reported. */
export function object<Value>(fields: Fields<Value>): Shape<Value> {
  const known = new Map<string, Shape<unknown>>();
  const required: string[] = [];
  for (const [field, wanted] of Object.entries<Shape<unknown> | OptionalShape<unknown>>(fields)) {
    known.set(field, "absent" in wanted ? wanted.shape : wanted);
    if (!("absent" in wanted)) required.push(field);
  }
  return {
    check(value, place) {
      if (!isRecord(value)) return place.problem("wrong-type", { expected: "object" });
      for (const field in value) {
        const shape = known.get(field);
        if (shape === undefined) place.problem("unknown-field", {}, field);
        else place.within(field, shape, value[field]);
      }
      for (const field of required) if (!(field in value)) place.problem("missing-field", {}, field);
    },
  };
}

/** A record from free names to equal things. */
export function dictionary<Value>(shape: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return {
    check(value, place) {
      if (!isRecord(value)) return place.problem("wrong-type", { expected: "object" });
      for (const [field, held] of Object.entries(value)) place.within(field, shape, held);
    },
  };
}

/** One of several records, told apart by a word in one field. */
export function choice<Value>(field: string, shapes: Readonly<Record<string, Shape<Value>>>): Shape<Value> {
  const kinds = word(...Object.keys(shapes));
  const byKind: ReadonlyMap<unknown, Shape<Value>> = new Map(Object.entries(shapes));
  return {
    check(value, place) {
      if (!isRecord(value)) return place.problem("wrong-type", { expected: "object" });
      const shape = byKind.get(value[field]);
      if (shape !== undefined) shape.check(value, place);
      else place.within(field, kinds, value[field]);
    },
  };
}

/** The first of two shapes when the value fits it, else the second, whose deviations are then reported. */
export function either<First, Second>(first: Shape<First>, second: Shape<Second>): Shape<First | Second> {
  return {
    check(value, place) {
      if (!conforms(first, value, () => undefined)) second.check(value, place);
    },
  };
}

function simple<Value>(expected: string, fits: (value: unknown) => boolean): Shape<Value> {
  return {
    check(value, place) {
      if (!fits(value)) place.problem("wrong-type", { expected });
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
