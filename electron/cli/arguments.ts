import { parseArgs } from "node:util";
import { failure, type Failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";

/** What was asked for on the command line. */
export type Command =
  | { readonly name: "help" | "version" }
  | { readonly name: "packs"; readonly json: boolean }
  | {
      readonly name: "new";
      readonly pack: string;
      readonly out: string;
      readonly department?: string;
      readonly year?: number;
    }
  | {
      readonly name: "check";
      readonly files: readonly string[];
      readonly previous?: string;
      readonly narrative?: string;
      readonly json: boolean;
    }
  | {
      readonly name: "export";
      readonly file: string;
      readonly out: string;
      readonly previous?: string;
      readonly template?: string;
      readonly signOff: boolean;
      readonly pdf: boolean;
      readonly force: boolean;
      readonly json: boolean;
    }
  | {
      readonly name: "publish";
      readonly file: string;
      readonly out: string;
      /** Why it goes out although errors stand. */
      readonly reason?: string;
      readonly json: boolean;
    };

const OPTIONS = {
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  pack: { type: "string" },
  out: { type: "string", short: "o" },
  department: { type: "string" },
  year: { type: "string" },
  previous: { type: "string" },
  narrative: { type: "string" },
  template: { type: "string" },
  "sign-off": { type: "boolean" },
  pdf: { type: "boolean" },
  force: { type: "boolean" },
  reason: { type: "string" },
} as const;

type Values = ReturnType<typeof parse>["values"];

/** Which options each command knows. */
const KNOWN: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  packs: ["json"],
  new: ["pack", "out", "department", "year"],
  check: ["previous", "narrative", "json"],
  export: ["out", "previous", "template", "sign-off", "pdf", "force", "json"],
  publish: ["out", "reason", "json"],
};

/** Reads the arguments; usage that does not fit is a failure that says what is wrong. */
export function readArguments(args: readonly string[]): Result<Command> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    if (error instanceof Error) return unreadable(error);
    throw error;
  }
  const { values, positionals } = parsed;
  if (values.help === true) return success({ name: "help" });
  if (values.version === true) return success({ name: "version" });
  const [name, ...files] = positionals;
  if (name === undefined || name === "help") return success({ name: "help" });
  const known = KNOWN[name];
  if (known === undefined) return usage("command", name);
  const foreign = Object.keys(values).find((option) => !known.some((one) => one === option));
  if (foreign !== undefined) return usage("foreign-option", `--${foreign}`);
  return readCommand(name, values, files);
}

function readCommand(name: string, values: Values, files: readonly string[]): Result<Command> {
  const json = values.json ?? false;
  const [file] = files;
  switch (name) {
    case "packs":
      if (file !== undefined) return usage("many-words", files.join(" "));
      return success({ name, json });
    case "new":
      if (file !== undefined) return usage("many-words", files.join(" "));
      return readNew(values);
    case "check":
      if (file === undefined) return usage("no-file", name);
      return success({
        name,
        files,
        json,
        ...optional("previous", values.previous),
        ...optional("narrative", values.narrative),
      });
    case "export":
      if (file === undefined) return usage("no-file", name);
      if (files.length > 1) return usage("one-file", name);
      if (!isNamed(values.out)) return usage("no-out", name);
      return success({
        name,
        file,
        out: values.out,
        json,
        signOff: values["sign-off"] ?? false,
        pdf: values.pdf ?? false,
        force: values.force ?? false,
        ...optional("previous", values.previous),
        ...optional("template", values.template),
      });
    default:
      return readPublish(values, files);
  }
}

function readPublish(values: Values, files: readonly string[]): Result<Command> {
  const [file] = files;
  const { out, reason } = values;
  if (file === undefined) return usage("no-file", "publish");
  if (files.length > 1) return usage("one-file", "publish");
  if (!isNamed(out)) return usage("no-out", "publish");
  if (reason !== undefined && !isNamed(reason)) return usage("no-reason", "publish");
  return success({ name: "publish", file, out, json: values.json ?? false, ...optional("reason", reason?.trim()) });
}

function readNew(values: Values): Result<Command> {
  const { pack, out, department, year } = values;
  if (pack === undefined) return usage("no-pack", "new");
  if (!isNamed(out)) return usage("no-out", "new");
  if (!/[^/\\]\.xlsx$/i.test(out)) return usage("not-xlsx", out);
  if (year !== undefined && !/^(19|20)\d\d$/.test(year)) return usage("year", year);
  return success({
    name: "new",
    pack,
    out,
    ...optional("department", department),
    ...(year === undefined ? {} : { year: Number.parseInt(year, 10) }),
  });
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

/** What Node says of options in English, as a slip of our own. */
function unreadable(error: Error): { readonly ok: false; readonly failure: Failure } {
  const option = /(-{1,2}[^\s',]+)(?: <value>)?'/.exec(error.message)?.[1] ?? error.message;
  if (!("code" in error) || error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return usage("option", option);
  return usage(error.message.includes("does not take") ? "option-flag" : "option-value", option);
}

function isNamed(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== "";
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

function usage(slip: string, found: string): { readonly ok: false; readonly failure: Failure } {
  return refusal(failure("bad-usage", { slip, found }));
}
