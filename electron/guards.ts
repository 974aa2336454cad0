import type { App, Session } from "electron";

/**
 * What no page of this program may ever do, whatever it shows: leave its address, open a window, embed another page, be given a
 * permission. Called before any window exists.
 */
export function guardContents(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/** What no request of a page may do: reach anything but the program's own files and bytes the page itself made. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !OWN_REQUEST.test(details.url) }));
}

const OWN_REQUEST = /^(app|data|blob|devtools):/;
