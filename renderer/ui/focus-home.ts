/**
 * Where the keyboard belongs when a menu or a dialog has closed: the sheet's text field, which carries this attribute. Without
 * one on the page the focus goes back to where it was. Sheets kept behind the one in front are passed over.
 */
export const FOCUS_HOME = "data-focus-home";

/** What Base UI's `finalFocus` asks for: the element to focus, or `true` for where the focus was before. */
export function focusHome(): HTMLElement | true {
  return document.querySelector<HTMLElement>(`[${FOCUS_HOME}]:not([inert] *)`) ?? true;
}

/** The same for menus: a dialog that a menu's command has opened keeps the keyboard. */
export function focusAfterMenu(): HTMLElement | boolean {
  const isAsked = document.querySelector("[role='dialog'][data-open], [role='alertdialog'][data-open]") !== null;
  return isAsked ? false : focusHome();
}
