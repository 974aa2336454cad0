/** How forms, the findings and the foot row of a sign-off copy look on paper. */
export const FORM_STYLE = `
section { break-before: page; }
section:first-child { break-before: auto; }
section.landscape { page: landscape; }
section.landscape th, section.landscape td { padding-top: 0.22em; padding-bottom: 0.22em; }
section h1 { margin: 0 0 2mm; font-size: 18pt; font-weight: normal; text-align: center; break-after: avoid; }
.lines p { display: flex; justify-content: space-between; margin: 0 0 1mm; font-size: 10.5pt; break-after: avoid; }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr.head, tr.caption, tr.opening { break-after: avoid; }
th, td { padding: 0.14em 0.3em; border: 0.75pt solid #000; line-height: 1.25; vertical-align: middle; overflow-wrap: anywhere; }
th, td.head, td.numbers, td.code, td.number, td.dash, td.side, td.field { font-weight: normal; text-align: center; }
td.figure { padding-right: 0.35em; padding-left: 0; text-align: right; white-space: nowrap; }
td.text, td.name { text-align: left; white-space: pre-line; }
td.caption { text-align: left; font-weight: bold; }
tr.blank td { border-color: transparent; height: 1.2em; }
p.note { margin: 1.5mm 0 0; font-size: 9.5pt; break-before: avoid; }
tbody.closing { break-inside: avoid; }
td.below { padding: 0; border: 0; text-align: left; }
/* The seal goes over the foot row. */
footer.sign-off { line-height: 0; }
/* A line of text is never torn in two; a box of this height would be. */
footer.sign-off div { display: inline-flex; justify-content: space-between; align-items: center; box-sizing: border-box; width: 100%; height: 40mm; padding-right: 40mm; font-size: 10.5pt; line-height: 1.3; }
section.findings td { font-size: 8.5pt; }
section.findings tr.error td.kind { font-weight: bold; }
section.findings p { margin: 0 0 1.5mm; }
section.annotated p, section.check-report p { margin: 0 0 1.5mm; }
section.annotated td { font-size: 9.5pt; vertical-align: top; }
section.annotated tr { break-inside: auto; }
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
