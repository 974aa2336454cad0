/**
 * electron-builder asks this before it collects node_modules. The program is bundled whole (build/app.mjs), so there is nothing to collect.
 */
export default function wholeBundle() {
  return false;
}
