/** How forms, the findings and the foot row of a sign-off copy look on paper. */
export const FORM_STYLE = `
section { break-before: page; }
section:first-child { break-before: auto; }
section.landscape { page: landscape; }
section h1 { margin: 0 0 2mm; font-size: 18pt; line-height: 1.4; font-weight: normal; text-align: center; break-after: avoid; }
.lines { break-after: avoid; }
.lines p { display: flex; justify-content: space-between; margin: 0 0 1mm; font-size: 10.5pt; line-height: 1.4; break-after: avoid; }
.stretch + .stretch { margin-top: 4mm; }
.stretch.whole { break-inside: avoid; }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; font-size: inherit; }
table + table { margin-top: -0.75pt; }
thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
/* A row of blank cells is as high as one with a line of text. */
tr.body, tr.fields { height: calc(1.53em + 0.75pt); }
section.landscape tr.body, section.landscape tr.fields { height: calc(1.69em + 0.75pt); }
/* Of a row that opens a merge only the other cells stay whole: a merge longer than the page would push it to the next one. */
tr, tr:has(> [rowspan]) > :not([rowspan]) { break-inside: avoid; }
tr:has(> [rowspan]) { break-inside: auto; }
tbody tr.head, tr.caption, tr.kept { break-after: avoid; }
th, td { padding: 0.14em 0.3em; border: 0.75pt solid #000; line-height: 1.25; vertical-align: middle; overflow-wrap: anywhere; }
th, td.head, td.numbers, td.code, td.number, td.dash, td.side, td.field { font-weight: normal; text-align: center; }
td.figure { padding-right: 0.35em; padding-left: 0; text-align: right; white-space: nowrap; }
/* Digits of one width, so that those of the same place stand below each other. */
td.figure, td.code, td.number { font-kerning: none; font-variant-numeric: lining-nums tabular-nums; }
td.text, td.name { text-align: left; white-space: pre-line; }
td.caption { text-align: left; font-weight: bold; }
p.note { margin: 1.5mm 0 0; font-size: 9.5pt; line-height: 1.4; }
tbody.closing { break-inside: avoid; }
tbody.tied, table:has(> tbody.tied) { break-before: avoid; }
section.landscape th, section.landscape td { padding-top: 0.22em; padding-bottom: 0.22em; }
section td.below { padding: 0; border: 0; text-align: left; }
section td.rule { height: 0; padding: 0; border-width: 0; border-bottom-width: 0.75pt; line-height: 0; }
tfoot { display: table-footer-group; }
section tfoot td.rule { border-width: 0; border-top-width: 0.75pt; }
/* The seal goes over the foot row. */
footer.sign-off { line-height: 0; }
/* A line of text is never torn in two; a box of this height would be. */
footer.sign-off div { display: inline-flex; flex-wrap: wrap; align-items: center; box-sizing: border-box; width: 100%; height: 40mm; padding-right: 40mm; font-size: 10.5pt; line-height: 1.3; }
/* Upright, two lines of two: beside each other nobody has room to sign. */
footer.sign-off span { flex: 0 0 25%; }
section.portrait footer.sign-off span { flex-basis: 50%; }
section.findings th, section.findings td { font-size: 8.5pt; }
section.findings tr.error td.kind { font-weight: bold; }
section.findings p { margin: 0 0 1.5mm; }
section.annotated p, section.check-report p { margin: 0 0 1.5mm; }
section.annotated td { font-size: 9.5pt; vertical-align: top; }
section.annotated tr.long { break-inside: auto; }
section.annotated td.text { line-height: 1.5; }
section.annotated td.notes p { margin: 0 0 1mm; font-size: 8.5pt; }
section.annotated u.error, section.annotated td.notes p.error, section.check-report tr.error { font-weight: bold; }
section.annotated u { text-underline-offset: 2pt; }
section.annotated u.explain { text-decoration-style: wavy; }
section.annotated u.hint { text-decoration-style: dotted; }
section.annotated sup { font-size: 7pt; }
section.check-report td { font-size: 9pt; white-space: nowrap; overflow: hidden; }
section.check-report p.foot { margin: 3mm 0 0; }
`;
