/** The look of a report: light or dark as the reader has it, and on paper. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfdfb, #16181b);
  --ink: light-dark(#1c1e21, #e6e6e3);
  --quiet: light-dark(#5c6168, #a2a7ae);
  --line: light-dark(#dcdcd6, #34383d);
  --wash: light-dark(#f3f3ee, #1f2226);
  --accent: light-dark(#0072b2, #56b4e9);
  --alarm: light-dark(#a35200, #e69f00);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 1024px; padding: 40px 32px 64px;
  background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif;
}
header { border-bottom: 2px solid var(--ink); padding-bottom: 20px; }
h1 { font-size: 30px; line-height: 1.2; margin: 4px 0 10px; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 19px; margin: 44px 0 12px; }
h3 { font-size: 16px; margin: 24px 0 8px; }
p { margin: 0 0 10px; max-width: 72ch; }
.kicker { color: var(--quiet); font-size: 14px; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: 14px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 1px; margin: 22px 0 0;
  background: var(--line); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.facts div { background: var(--paper); padding: 10px 14px; }
.facts dt { color: var(--quiet); font-size: 13px; }
.facts dd { margin: 0; font-size: 19px; font-variant-numeric: tabular-nums; }
.scroll + .quiet, pre + .quiet { margin-top: 10px; }
.warning { border-left: 4px solid var(--alarm); background: var(--wash); padding: 10px 16px; margin: 20px 0 0; max-width: none; }
.warning b { color: var(--alarm); }
figure { margin: 0; }
figure svg { display: block; }
.narrow { display: none; }
.beside { display: grid; grid-template-columns: 580px 380px; gap: 0; align-items: start; }
.halves { display: grid; grid-template-columns: 1fr 1fr; gap: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 15px; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 14px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; text-align: left; }
thead th { color: var(--quiet); font-weight: 500; font-size: 13px; border-bottom-color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 500; }
.winner > * { font-weight: 650; background: var(--wash); }
td.winner { box-shadow: inset 0 -2px var(--accent); }
.matrix { margin-top: 16px; }
.matrix th, .matrix td { padding: 3px 9px; font-size: 14px; }
.best { box-shadow: inset 0 -2px var(--accent); }
.failed { color: var(--alarm); }
.swatch { display: inline-block; width: 11px; height: 11px; border-radius: 50%; margin-right: 8px; }
.made { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; font-size: 15px; margin: 0 0 16px; }
.made dt { color: var(--quiet); }
.made dd { margin: 0; overflow-wrap: anywhere; }
pre { background: var(--wash); border-radius: 6px; padding: 12px 16px; margin: 0; font-size: 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
details { margin-top: 14px; }
summary { cursor: pointer; color: var(--quiet); font-size: 14px; }
footer { margin-top: 48px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 13px; }
@media (max-width: 1010px) { .beside { grid-template-columns: 1fr; } }
@media (max-width: 640px) {
  .halves { grid-template-columns: 1fr; }
  body { padding: 24px 20px 40px; }
  h1 { font-size: 24px; }
  .wide { display: none; }
  .narrow { display: block; }
  .made { grid-template-columns: 1fr; gap: 0; }
  .made dd { margin-bottom: 8px; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 11pt; }
  figure, tr, .facts, pre { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2 { break-after: avoid; }
}
`;
