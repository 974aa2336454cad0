/** The attribute of the window's panes; F6 goes from one to the next in the order of the page. */
export const PANE = "data-pane";

/** Moves the keyboard to the next pane, or the one before; panes that show nothing to act on are passed over. */
export function cyclePanes(root: ParentNode, active: Element | null, home: string, backwards: boolean): void {
  const panes = [...root.querySelectorAll<HTMLElement>(`[${PANE}]`)].filter(
    (pane) => targetIn(pane, home) !== undefined,
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(active));
  const step = backwards ? -1 : 1;
  const next = at < 0 ? 0 : (at + step + panes.length) % panes.length;
  const pane = panes[next];
  if (pane !== undefined) targetIn(pane, home)?.focus();
}

const FOCUSABLE = "button:not([disabled]), input, textarea, select, a[href], [tabindex='0']";

/** What takes the focus in a pane: the sheet's field, the current entry, else the first thing to act on. */
function targetIn(pane: HTMLElement, home: string): HTMLElement | undefined {
  const current = pane.querySelector<HTMLElement>(
    `[${home}]:not([inert] *), [aria-current='page'], [aria-current='true']`,
  );
  const found = current === null ? undefined : current.matches(FOCUSABLE) ? current : firstIn(current);
  return found ?? firstIn(pane);
}

function firstIn(element: HTMLElement): HTMLElement | undefined {
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (one) => one.offsetParent !== null && one.closest("[inert]") === null,
  );
}
