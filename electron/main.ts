import path from "node:path";
import { app, protocol, session } from "electron";
import { PAGE_SCHEME } from "./address.js";
import { givenFiles } from "./given-files.js";
import { guardContents, guardSession } from "./guards.js";
import { servePageFile } from "./page-files.js";
import { Printing } from "./printing.js";
import { Program } from "./program.js";

/** The program with a window: what happens in which order when it starts. */

const PAGE_FOLDER = path.join(__dirname, "page");
const PRELOAD = path.join(__dirname, "preload.cjs");
const TEMPLATES = path.join(app.getAppPath(), "templates");

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
guardContents(app);

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  let program: Program | undefined;
  app.on("second-instance", (_event, args, workingFolder) =>
    program?.secondStart(givenFiles(args.slice(1), workingFolder)),
  );
  app.on("window-all-closed", () => app.quit());
  void app.whenReady().then(() => {
    guardSession(session.defaultSession);
    const printing = new Printing();
    protocol.handle(PAGE_SCHEME, (request) => printing.paperAt(request.url) ?? servePageFile(request, PAGE_FOLDER));
    program = new Program(PRELOAD, app.getPath("userData"), TEMPLATES, printing);
    program.start(givenFiles(process.argv.slice(1), process.cwd()));
  });
}
