/** Narrow screens, where rows become cards; and paper. */
export const MEDIA = `@media screen and (max-width: 46rem) {
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
  .mix li { grid-template-columns: 4.9rem 1fr 1.75rem; gap: 0.5rem; }
  .timeline .roomy { display: none; }
  .words div { grid-template-columns: 1fr; gap: 0; padding: 0.3rem 0; }
}

@page { size: A4 portrait; margin: 12mm 11mm; }
@page wide { size: A4 landscape; margin: 11mm 12mm; }
@media print {
  :root { --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --rule: #bbb; --link: #000; color-scheme: light; }
  html { font-size: 11pt; }
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.35; }
  h2 { font-size: 12pt; } h3 { margin-top: 3mm; }
  main > section { margin-top: 5mm; }
  main > section > p { margin-top: 1.5mm; max-width: none; }
  table { margin-top: 1mm; font-size: 7.5pt; line-height: 1.25; }
  caption { padding: 0 0 1mm; }
  th { padding: 0.6mm 2mm 0.6mm 0; font-size: 7.5pt; } td { padding: 0.8mm 2mm 0.8mm 0; }
  td.prose { min-width: 40mm; }
  .cards td.used { min-width: 38mm; } .cards .usages { gap: 0; } .cards .used .refs { display: inline; margin-left: 1mm; }
  .cards .maker + .maker, .cards .stock { display: none; } .cards td > span:first-child { white-space: nowrap; }
  .pieces { font-size: 9pt; } .mpn { max-width: 32mm; } td .note .note { display: inline; margin-left: 0.5mm; }
  .how, .snippets, fieldset, #with-script label { display: none; }
  .verdict { padding: 2.5mm 0 2mm; border-top-width: 3px; }
  h1 { margin-top: 0; font-size: 20pt; } .meaning, .first { font-size: 10pt; } .first { margin-top: 2mm; }
  .reasons { margin-top: 1.5mm; columns: 2; }
  .tally { gap: 1mm 6mm; margin-top: 2mm; padding-top: 1.5mm; } .tally b { font-size: 11pt; }
  .boms { margin-top: 1mm; }
  .facts { display: flex; flex-wrap: wrap; gap: 1.5mm 6mm; margin-top: 2.5mm; } .facts .note { display: inline; margin-left: 1mm; }
  #changes-table .maker, #changes-table .note { display: inline; margin-left: 1mm; max-width: none; } #changes-table .mpn { max-width: none; }
  .timeline { zoom: 0.82; }
  figure { margin-top: 1.5mm; } .legend { margin-top: 1mm; font-size: 7.5pt; }
  .mix { gap: 0.3mm; } .mix .bar { height: 3.2mm; }
  .sheet { break-before: page; page: wide; }
  .box { display: contents; }
  .box table { font-size: 7.5pt; } .box thead th { position: static; }
  .all-lines summary { display: none; }
  .all-lines details.more::details-content { display: block; content-visibility: visible; }
  th [role=button]::after { content: none; }
  h2, h3, caption { break-after: avoid; }
  tr, li, figure, .facts { break-inside: avoid; }
  thead { display: table-header-group; }
  a, a .mpn { text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
