/**
 * The program's icon as SVG on a field of 512 × 512: a table with a head, and the round seal of a checked one. Below 32 pixels the table has
 * fewer lines, because thin ones would blur into grey.
 */
export function iconAsSvg(size: number): string {
  const isSmall = size < 32;
  const rows = isSmall ? [288] : [236, 304, 372];
  const columns = isSmall ? [240] : [204, 308];
  const width = isSmall ? 32 : 12;
  const line = (points: string): string => `<path d="M${points}" stroke="#9dbbe0" stroke-width="${width}"/>`;
  const seal = isSmall ? { x: 368, y: 368, r: 112, line: 44 } : { x: 380, y: 384, r: 92, line: 28 };
  const tick = [
    [-0.45, 0.02],
    [-0.12, 0.36],
    [0.48, -0.32],
  ].map(([x = 0, y = 0]) => `${seal.x + x * seal.r} ${seal.y + y * seal.r}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${size}" height="${size}" fill="none">
<defs>
<linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#2f7bd6"/><stop offset="1" stop-color="#164f96"/></linearGradient>
<clipPath id="sheet"><rect x="88" y="88" width="336" height="352" rx="24"/></clipPath>
</defs>
<rect x="16" y="16" width="480" height="480" rx="96" fill="url(#ground)"/>
<g clip-path="url(#sheet)">
<rect x="88" y="88" width="336" height="352" fill="#ffffff"/>
<rect x="88" y="88" width="336" height="${isSmall ? 96 : 84}" fill="#cfe1f7"/>
${rows.map((y) => line(`88 ${y}H424`)).join("")}${columns.map((x) => line(`${x} ${isSmall ? 184 : 172}V440`)).join("")}
</g>
<circle cx="${seal.x}" cy="${seal.y}" r="${seal.r}" fill="#c8372d" stroke="#ffffff" stroke-width="${isSmall ? 24 : 18}"/>
<path d="M${tick.join("L")}" stroke="#ffffff" stroke-width="${seal.line}" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
}
