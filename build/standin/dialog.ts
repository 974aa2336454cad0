import { spawn, spawnSync } from "node:child_process";
import { state } from "./state.js";
import { strict } from "./strict.js";

/** The system's dialogs: tests replace these functions, as on Electron itself; people get zenity's. */

interface FileOptions {
  readonly title?: string;
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

interface BoxOptions {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

export const dialog = strict("dialog", {
  async showOpenDialog(_window: unknown, options: FileOptions) {
    const folder = options.properties?.includes("openDirectory") === true ? ["--directory"] : [];
    const { code, out } = await zenity(["--file-selection", ...folder, ...fileArguments(options)]);
    return { canceled: code !== 0, filePaths: code === 0 ? [out] : [] };
  },
  async showSaveDialog(_window: unknown, options: FileOptions) {
    const { code, out } = await zenity([
      "--file-selection",
      "--save",
      "--confirm-overwrite",
      ...fileArguments(options),
    ]);
    return { canceled: code !== 0, filePath: out };
  },
  async showMessageBox(_window: unknown, { message, detail = "", buttons = ["OK"], cancelId }: BoxOptions) {
    const others = buttons.slice(1).map((button) => `--extra-button=${button}`);
    const text = `--text=${message}\n\n${detail}`;
    const { code, out } = await zenity([
      "--question",
      "--switch",
      text,
      `--extra-button=${buttons[0] ?? ""}`,
      ...others,
    ]);
    const pressed = buttons.indexOf(out);
    return {
      response: code === 1 && pressed >= 0 ? pressed : (cancelId ?? buttons.length - 1),
      checkboxChecked: false,
    };
  },
});

function fileArguments({ title, defaultPath, filters = [] }: FileOptions): readonly string[] {
  return [
    ...(title === undefined ? [] : [`--title=${title}`]),
    ...(defaultPath === undefined ? [] : [`--filename=${defaultPath}`]),
    ...filters.map(
      ({ name, extensions }) => `--file-filter=${name} | ${extensions.map((one) => `*.${one}`).join(" ")}`,
    ),
  ];
}

/** A dialog that nobody can answer throws instead of waiting for ever. */
async function zenity(args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  if (!state.headed || spawnSync("zenity", ["--version"]).error !== undefined) {
    throw new Error(
      `electron stand-in: nobody answers this dialog (${args.join(" ")}): a test must replace it, a person needs a display and zenity`,
    );
  }
  return new Promise((resolve) => {
    const asked = spawn("zenity", args, { stdio: ["ignore", "pipe", "ignore"] });
    const end = (): void => void asked.kill();
    process.once("exit", end);
    let out = "";
    asked.stdout.on("data", (data: Buffer) => (out += data.toString("utf8")));
    asked.on("exit", (code) => {
      process.off("exit", end);
      resolve({ code, out: out.replace(/\n$/, "") });
    });
  });
}
