import type { PageChannel } from "./ipc-renderer.js";

/**
 * What a window of Electron does around its page, done from within: the keys of the menu that the page left unused, and new windows, which
 * are asked for and not opened.
 */
export function reportKeys(channel: PageChannel, accelerators: readonly string[]): void {
  const wanted = new Set(accelerators);
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = pressedKeys(event);
    if (!event.isTrusted || !wanted.has(keys)) return;
    // Added while the event is under way, so it hears it behind every listener of the page; or later, when the page stops the event.
    const decide = (): void => {
      window.removeEventListener("keydown", decide);
      clearTimeout(stopped);
      reportUnused(event, keys, channel);
    };
    window.addEventListener("keydown", decide);
    const stopped = setTimeout(decide, 0);
  };
  window.addEventListener("keydown", onKeyDown, { capture: true });
}

/** New windows: the main process is asked, the page gets none. Gives what takes the place of window.open. */
export function askForWindows(channel: PageChannel): (url?: unknown) => null {
  const ask = (url: string): null => {
    channel.tell({ kind: "open", url: new URL(url, window.location.href).href });
    return null;
  };
  const onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== "");
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    const isElsewhere = !["", "_self"].includes(link.target) || event.ctrlKey || event.shiftKey || event.button === 1;
    if (!isElsewhere) return;
    event.preventDefault();
    ask(link.href);
  };
  window.addEventListener("click", onClick);
  window.addEventListener("auxclick", onClick);
  return (url) => ask(typeof url === "string" ? url : "about:blank");
}

function reportUnused(event: KeyboardEvent, keys: string, channel: PageChannel): void {
  if (event.defaultPrevented) return;
  event.preventDefault();
  channel.tell({ kind: "keys", keys });
}

/** By the key's place on the board, as accelerators mean it: Shift does not make = another key. */
function pressedKeys(event: KeyboardEvent): string {
  const held = [
    ...(event.ctrlKey ? ["Ctrl"] : []),
    ...(event.altKey ? ["Alt"] : []),
    ...(event.shiftKey ? ["Shift"] : []),
    ...(event.metaKey ? ["Meta"] : []),
  ];
  const plain = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? SIGNS[event.code] ?? event.key;
  return [...held, plain].join("+");
}

const SIGNS: Readonly<Record<string, string>> = { Equal: "=", Minus: "-" };
