import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chromium, state } from "./state.js";

/** The size a window is to have. */
export interface Place {
  readonly width: number;
  readonly height: number;
}

/** A page of Chromium, and the session by which it is driven. */
interface OpenedTarget {
  readonly target: string;
  readonly session: string;
}

/** A window nobody sees. */
export async function openHeadlessTarget({ width, height }: Place, isHidden = false): Promise<OpenedTarget> {
  const { targetId } = await chromium().send<{ targetId: string }>("Target.createTarget", {
    url: "about:blank",
    newWindow: true,
    // A target that is really hidden cannot print; on a screen this is a minimized window.
    ...(isHidden ? { background: true, ...(state.headed ? { windowState: "minimized" } : {}) } : { width, height }),
  });
  return attached(targetId);
}

/**
 * A window on the screen without tabs or an address bar: a second `chromium --app=…` on the same profile hands its window to the
 * running one.
 */
export async function openAppTarget(place: Place): Promise<OpenedTarget> {
  const mark = `data:text/html,<!--${randomUUID()}-->`;
  const appeared = new Promise<string>((resolve) => {
    const look = ({ targetInfo }: { targetInfo: { targetId: string; url: string } }): void => {
      if (targetInfo.url !== mark) return;
      for (const name of ["Target.targetCreated", "Target.targetInfoChanged"]) chromium().off(name, look);
      resolve(targetInfo.targetId);
    };
    for (const name of ["Target.targetCreated", "Target.targetInfoChanged"]) chromium().on(name, look);
  });
  spawn(state.binary, [...state.flags, `--app=${mark}`], { stdio: "ignore" });
  const opened = await attached(await appeared);
  await setBounds(opened.target, place);
  return opened;
}

/** Moves the window of a page, or makes it as large as the screen. */
export async function setBounds(targetId: string, bounds: object): Promise<void> {
  const { windowId } = await chromium().send<{ windowId: number }>("Browser.getWindowForTarget", { targetId });
  await chromium().send("Browser.setWindowBounds", { windowId, bounds });
}

async function attached(targetId: string): Promise<OpenedTarget> {
  const { sessionId } = await chromium().send<{ sessionId: string }>("Target.attachToTarget", {
    targetId,
    flatten: true,
  });
  return { target: targetId, session: sessionId };
}
