import path from "node:path";

/**
 * The workbooks named in a command line: by a double click in the file manager, by a person, by a second start of the program.
 * Switches, the program's own folder and whatever else a launcher adds are not workbooks. One that does not exist is named too:
 * the person is told so where it is opened.
 */
export function givenFiles(args: readonly string[], workingFolder: string): readonly string[] {
  return args
    .filter((arg) => !arg.startsWith("-") && /\.(xlsx|xls|et)$/i.test(arg))
    .map((arg) => path.resolve(workingFolder, arg));
}
