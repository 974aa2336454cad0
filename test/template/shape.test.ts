import { describe, expect, test } from "vitest";
import * as shape from "../../shared/template/shape.js";

/** What a shape reports about a value, as `path code facts`. */
function reported<Value>(wanted: shape.Shape<Value>, value: unknown): readonly string[] {
  const lines: string[] = [];
  const fits = shape.conforms(wanted, value, (path, code, facts = {}) =>
    lines.push([path, code, ...Object.values(facts)].join(" ")),
  );
  expect(fits).toBe(lines.length === 0);
  return lines;
}

interface Person {
  readonly name: string;
  readonly age?: number;
  readonly kind: "a" | "b";
}

const person = shape.object<Person>({
  name: shape.name,
  age: shape.optional(shape.whole),
  kind: shape.word("a", "b"),
});

describe("a shape", () => {
  test("accepts what fits, optional fields present or absent", () => {
    expect(reported(person, { name: "x", kind: "a" })).toEqual([]);
    expect(reported(person, { name: "x", age: 0, kind: "b" })).toEqual([]);
  });

  test("reports every deviation with its path, and fields nobody knows", () => {
    expect(reported(shape.list(person), [{ name: " ", age: 1.5, kind: "c", nmae: "x" }, { age: -1 }, 3])).toEqual([
      "[0].name wrong-type name",
      "[0].age wrong-type whole",
      "[0].kind unknown-value c a b",
      "[0].nmae unknown-field",
      "[1].age wrong-type whole",
      "[1].name missing-field",
      "[1].kind missing-field",
      "[2] wrong-type object",
    ]);
  });

  test("of one field inside a record names both", () => {
    const nested = shape.object<{ readonly rows: readonly string[] }>({ rows: shape.list(shape.text) });
    expect(reported(shape.dictionary(nested), { first: { rows: ["", 1] } })).toEqual(["first.rows[1] wrong-type text"]);
  });

  test("of several records is chosen by its word", () => {
    const chosen = shape.choice<Person>("kind", { a: person, b: person });
    expect(reported(chosen, { kind: "a" })).toEqual(["name missing-field"]);
    expect(reported(chosen, { kind: "z" })).toEqual(["kind unknown-value z a b"]);
  });

  test("does not take inherited names for fields", () => {
    expect(reported(person, JSON.parse('{"name":"x","kind":"a","constructor":1,"__proto__":2}'))).toEqual([
      "constructor unknown-field",
      "__proto__ unknown-field",
    ]);
  });

  test("of a flag, a measure, one value, or either of two", () => {
    expect(reported(shape.flag, 1)).toEqual([" wrong-type flag"]);
    expect(reported(shape.measure, 0)).toEqual([" wrong-type measure"]);
    expect(reported(shape.either(shape.constant(true), shape.name), false)).toEqual([" wrong-type name"]);
    expect(reported(shape.either(shape.constant(true), shape.name), true)).toEqual([]);
  });
});
