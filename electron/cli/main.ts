import { failureText } from "../../shared/messages/failure-text.js";
import { readArguments, type Command } from "./arguments.js";
import { runCheck } from "./check-command.js";
import { HELP, versionText } from "./help.js";
import { runPacks } from "./packs-command.js";
import { say, type ExitCode } from "./say.js";

/**
 * The program without a window. Messages for people go to stderr; with --json, stdout holds exactly one document. Exit codes:
 * 0 done without error findings, 1 done or refused with error findings, 2 could not do it.
 */
async function main(args: readonly string[]): Promise<ExitCode> {
  const command = readArguments(args);
  if (!command.ok) {
    say.problem(failureText(command.failure));
    if (args.includes("--json"))
      say.json({ ok: false, failure: { code: command.failure.code, message: failureText(command.failure) } });
    return 2;
  }
  return run(command.value);
}

/** What writes files is loaded only where it is asked for: checking is done most often and reads none of it. */
async function run(command: Command): Promise<ExitCode> {
  switch (command.name) {
    case "help":
      say.out(HELP);
      return 0;
    case "version":
      say.out(versionText());
      return 0;
    case "packs":
      return runPacks(command);
    case "new":
      return (await import("./new-command.js")).runNew(command);
    case "check":
      return runCheck(command);
    case "export":
      return (await import("./export-command.js")).runExport(command);
    case "publish":
      return (await import("./publish-command.js")).runPublish(command);
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // The one boundary for defects of the program itself.
    say.problem(
      `程序内部错误，没有写出任何文件。请把下面的内容告诉维护人员：\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 2;
  },
);
