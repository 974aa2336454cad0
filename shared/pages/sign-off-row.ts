import type { Pack } from "../template/pack.js";
import { element, escaped, type Markup } from "./markup.js";

/** The foot row of a sign-off copy: who signs, in the pack's words, and right of it a square of 40 mm left free for the seal. */
export function signOffRow(pack: Pack): Markup {
  const texts = pack.frame.signOff.map((text) => element("span", {}, [escaped(text)]));
  return element("footer", { class: "sign-off" }, [element("div", {}, texts)]);
}
