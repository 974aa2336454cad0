import path from "node:path";
import { app, ipcMain, protocol, session } from "electron";
import { PAGE_SCHEME } from "./address.js";
import { channelOf } from "./channels.js";
import { guardContents, guardSession } from "./guards.js";
import { servePageFile } from "./page-files.js";
import { openWindow } from "./window.js";

/** The program with a window: what happens in which order when it starts. */

const PAGE_FOLDER = path.join(__dirname, "page");

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
guardContents(app);
app.on("window-all-closed", () => app.quit());
void app.whenReady().then(() => {
  guardSession(session.defaultSession);
  protocol.handle(PAGE_SCHEME, (request) => servePageFile(request, PAGE_FOLDER));
  ipcMain.handle(channelOf("about"), () => ({
    name: app.getName(),
    version: app.getVersion(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    node: process.versions.node,
  }));
  openWindow(path.join(__dirname, "preload.cjs"));
});
