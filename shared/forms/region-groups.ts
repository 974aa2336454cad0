import type { Form, Region } from "../template/pack.js";

/** Regions that stand together, once for each row of the table that repeats them; in the form's order. */
export function regionGroups(regions: readonly Region[]): readonly (readonly Region[])[] {
  const all: Region[][] = [];
  for (const region of regions) {
    const last = all.at(-1);
    if (last !== undefined && region.repeatedBy !== undefined && last[0]?.repeatedBy === region.repeatedBy) {
      last.push(region);
    } else all.push([region]);
  }
  return all;
}

/** How many columns stay in view: codes and names where figures follow them in one panel; none where panels stand side by side. */
export function frozenColumns(form: Form): number {
  const [region] = form.regions;
  if (!form.print.repeatHead || region?.kind !== "grid" || region.panels.length !== 1) return 0;
  const columns = region.panels[0]?.columns ?? [];
  const figures = columns.findIndex(({ role }) => role === "figure");
  return columns.slice(0, figures).reduce((width, column) => width + (column.span ?? 1), 0);
}
