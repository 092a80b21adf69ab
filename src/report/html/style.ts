/** Light and dark by the reader's own setting; text and marks keep a contrast of 4.5 or more on both. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --sheet: #f6f6f3; --ink: #1c1d1f; --soft: #5a5d63; --rule: #dcdcd6; --link: #1d4f91;
  --ok: #1f6b41; --warn: #8a5300; --fail: #b0211b; --waived: #55517f; --incomplete: #8a5300;
  --active: #2f7d55; --preliminary: #6aa5a0; --nrnd: #e0b64a; --distributor-discontinued: #c98b2e;
  --last-buy: #e07a3f; --eol: #cf4f37; --last-buy-passed: #a92b2b; --obsolete: #6f1620; --unknown: #8b8e95;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #17181a; --sheet: #202225; --ink: #e8e7e3; --soft: #a9acb2; --rule: #383b40; --link: #92b9ee;
    --ok: #78c79b; --warn: #e5b25c; --fail: #ff8f85; --waived: #b8b3ea; --incomplete: #e5b25c;
    --active: #4ea67a; --preliminary: #7fbab5; --obsolete: #c04a5c; --unknown: #83868d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 5rem; max-width: 78rem; background: var(--page); color: var(--ink);
  font: 400 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol.dates { list-style: none; }
h2 { font-size: 1.375rem; font-weight: 600; letter-spacing: -0.01em; line-height: 1.25; }
h3 { margin: 2rem 0 0.5rem; font-size: 1rem; font-weight: 600; }
main > section { margin-top: 3.5rem; }
main > section > p { margin-top: 0.75rem; max-width: 68ch; }
a, a .mpn { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.shapes { position: absolute; width: 0; height: 0; }
.icon { width: 1em; height: 1em; flex: none; fill: currentColor; vertical-align: -0.125em; }
.mpn, .refs, code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; }
.mpn { font-weight: 600; }
.mpn, .bom { display: inline-block; max-width: 13rem; overflow-wrap: break-word; vertical-align: top; }
.refs { display: block; max-width: 17rem; overflow-wrap: break-word; }
summary.refs { display: list-item; }
code { overflow-wrap: anywhere; }
.maker, .note { display: block; color: var(--soft); font-size: 0.9em; font-weight: 400; max-width: 30rem; overflow-wrap: break-word; }
.mark { display: inline-flex; gap: 0.35em; align-items: center; font-weight: 600; white-space: nowrap; }
.mark.ok { color: var(--ok); } .mark.warn { color: var(--warn); }
.mark.fail { color: var(--fail); } .mark.waived { color: var(--waived); }
.capped { margin-top: 0.75rem; font-style: italic; }

.verdict { padding: 1.75rem 2rem; background: var(--sheet); border-top: 5px solid var(--tone); }
.verdict.pass { --tone: var(--ok); } .verdict.fail { --tone: var(--fail); } .verdict.incomplete { --tone: var(--incomplete); }
.kicker { color: var(--soft); font-size: 0.8125rem; }
h1 { display: flex; gap: 0.3em; align-items: center; margin-top: 0.25rem; color: var(--tone);
  font-size: 2.5rem; font-weight: 700; letter-spacing: 0.01em; line-height: 1.15; }
.meaning { font-size: 1.125rem; }
.reasons { margin-top: 0.75rem; padding-left: 1.1em; list-style: disc; }
.tally { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.tally li { display: flex; gap: 0.45em; align-items: baseline; }
.tally b { font-size: 1.375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.boms { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-top: 0.75rem; color: var(--soft); font-size: 0.875rem; }
.boms b { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }

table { width: 100%; margin-top: 0.5rem; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
caption { padding: 0.25rem 0 0.75rem; color: var(--soft); text-align: left; }
th { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--ink); font-size: 0.8125rem; font-weight: 600;
  text-align: left; vertical-align: bottom; white-space: nowrap; }
td { padding: 0.6rem 0.75rem 0.6rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: break-word; }
td.prose { min-width: 14rem; overflow-wrap: anywhere; }
td .maker, td .note { max-width: 13rem; }
td.prose .note { max-width: none; }
td.used { min-width: 11rem; }
.when { white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.usages { display: grid; gap: 0.35rem; }
.usages .bom { font-weight: 600; } .usages .qty { margin-left: 0.4em; white-space: nowrap; }
.usages .refs { color: var(--soft); }
.candidates { display: grid; gap: 0.25rem; margin-top: 0.4rem; padding-left: 0.75rem; border-left: 2px solid var(--rule); }
details.more summary { color: var(--soft); }
summary { cursor: pointer; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1rem 1.5rem; margin-top: 1.75rem; }
.facts dt { color: var(--soft); font-size: 0.8125rem; }
.facts dd { font-weight: 600; font-variant-numeric: tabular-nums; }
figure { margin-top: 1rem; }
figcaption { margin-bottom: 0.4rem; color: var(--soft); font-size: 0.875rem; }
.bar { display: block; }
.bar rect { stroke: var(--page); stroke-width: 2; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-top: 0.6rem; font-size: 0.875rem; }
.dot { white-space: nowrap; }
.dot::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.4em; background: var(--fill); }
.active { --fill: var(--active); } .preliminary { --fill: var(--preliminary); } .nrnd { --fill: var(--nrnd); }
.distributor-discontinued { --fill: var(--distributor-discontinued); } .last-buy { --fill: var(--last-buy); }
.eol { --fill: var(--eol); } .last-buy-passed { --fill: var(--last-buy-passed); }
.obsolete { --fill: var(--obsolete); } .unknown { --fill: var(--unknown); }
.bar rect { fill: var(--fill); }

.dates { margin-top: 1rem; }
.dates li { display: grid; grid-template-columns: 9rem 1fr auto; gap: 0 1.25rem; align-items: start;
  padding: 0.6rem 0 0.6rem 1rem; border-left: 3px solid var(--rule); }
.dates time { font-weight: 600; }
.dates .fail { border-color: var(--fail); } .dates .warn { border-color: var(--warn); } .dates .waived { border-color: var(--waived); }
.dates .today { align-items: center; margin: 0.25rem 0; padding-block: 0.25rem; border: solid var(--ink); border-width: 0 0 0 3px; background: var(--sheet); }

.box { max-height: 42rem; margin-top: 0.5rem; overflow: auto; border: 1px solid var(--rule); }
.box table { margin: 0; font-size: 0.8125rem; }
.box caption { padding: 0.6rem 0.75rem; }
.box th, .box td { padding: 0.4rem 0.6rem; }
.box thead th { position: sticky; top: 0; background: var(--sheet); }
.box tr:last-child td { border-bottom: 0; }
.unjudged { color: var(--soft); }
th [role=button] { cursor: pointer; }
th [role=button]::after { content: "↕"; margin-left: 0.35em; color: var(--soft); }
th[aria-sort="ascending"] [role=button]::after { content: "↑"; color: inherit; }
th[aria-sort="descending"] [role=button]::after { content: "↓"; color: inherit; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; margin-top: 1rem; font-size: 0.875rem; }
input, select { padding: 0.35rem 0.5rem; border: 1px solid var(--soft); border-radius: 3px; background: var(--page); color: inherit; font: inherit; }

.files .note { max-width: none; }
.files { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
.sheet > details { border-bottom: 1px solid var(--rule); }
.sheet > details > summary { padding: 0.4rem 0; }
.sheet details > ol { padding: 0 0 0 1.5rem; } .sheet details > p { padding: 0.25rem 0 0.75rem 1.5rem; }
.words { padding: 0.25rem 0 0.75rem 1.1rem; }
.words div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: 0.15rem 0; }
.words dt { font-weight: 600; }

@media screen and (max-width: 46rem) {
  body { padding: 0 1rem 3rem; }
  .verdict { margin: 0 -1rem; padding: 1.25rem 1rem; }
  h1 { font-size: 2rem; }
  .cards td.prose, .cards td.used { min-width: 0; }
  main > section { margin-top: 2.5rem; }
  table.cards, .cards tbody, .cards caption, .cards td { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { display: block; margin-bottom: 1rem; padding: 0.6rem 0.85rem; border: 1px solid var(--rule); border-left: 3px solid var(--rule); }
  .cards tr.fail { border-left-color: var(--fail); } .cards tr.warn { border-left-color: var(--warn); } .cards tr.waived { border-left-color: var(--waived); }
  .cards td, .cards td.number { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 0.75rem; padding: 0.2rem 0; border: 0; text-align: left; }
  .cards td::before { content: attr(data-label); color: var(--soft); font-size: 0.8125rem; }
  .cards td > * { grid-column: 2; }
  .cards td:empty { display: none; }
  .dates li { grid-template-columns: 6.5rem 1fr; gap: 0.15rem 0.75rem; padding-left: 0.75rem; }
  .dates .mark { grid-column: 2; }
  .words div { grid-template-columns: 1fr; gap: 0; padding: 0.3rem 0; }
}

@page { size: A4 landscape; margin: 14mm 12mm; }
@media print {
  :root { --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --rule: #bbb; --link: #000; color-scheme: light; }
  html { font-size: 12pt; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  table { font-size: 8.5pt; }
  form { display: none; }
  .verdict { padding: 6mm 0 4mm; }
  .sheet { break-before: page; }
  .box { display: contents; }
  .box table { font-size: 8pt; } .box thead th { position: static; } td.prose { min-width: 40mm; }
  summary.refs { display: none; }
  th [role=button]::after { content: none; }
  h2, h3, caption { break-after: avoid; }
  tr, li, figure, .facts { break-inside: avoid; }
  thead { display: table-header-group; }
  a, a .mpn { text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details.more::details-content { display: block; content-visibility: visible; }
}
`;
