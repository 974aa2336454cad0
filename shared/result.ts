import type { Failure } from "./failure.js";

/** What an operation on the outside world gives: a value, or a failure as data. Results never throw. */
export type Result<Value, Refusal = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Refusal };

/** Wraps a value as a success. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a refusal of the world as a failed result. */
export function refusal<Refusal>(failure: Refusal): { readonly ok: false; readonly failure: Refusal } {
  return { ok: false, failure };
}
