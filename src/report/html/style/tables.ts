/** Tables, their cells, the filters of all lines, and what folds. */
export const TABLES = `table { width: 100%; margin-top: 0.5rem; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
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

.box { max-height: 42rem; margin-top: 0.5rem; overflow: auto; border: 1px solid var(--rule); }
.box table { margin: 0; font-size: 0.8125rem; }
.box caption { padding: 0.6rem 0.75rem; }
.box th, .box td { padding: 0.4rem 0.6rem; }
.box thead th { position: sticky; top: 0; background: var(--sheet); }
.box tr:last-child td { border-bottom: 0; }
tr.unjudged { color: var(--soft); }
th [role=button] { cursor: pointer; }
th [role=button]::after { content: "↕"; margin-left: 0.35em; color: var(--soft); }
th[aria-sort="ascending"] [role=button]::after { content: "↑"; color: inherit; }
th[aria-sort="descending"] [role=button]::after { content: "↓"; color: inherit; }
form { margin-top: 1rem; font-size: 0.875rem; }
form, #with-script { display: flex; flex-wrap: wrap; gap: 0.6rem 1.5rem; align-items: center; }
fieldset { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; margin: 0; padding: 0; border: 0; min-width: 0; }
legend { float: left; padding: 0; margin-right: 0.75rem; }
.chip { display: inline-flex; gap: 0.4em; align-items: center; padding: 0.2rem 0.7rem 0.2rem 0.45rem; border: 1px solid var(--rule); border-radius: 1rem; cursor: pointer; }
.chip:has(:checked) { border-color: var(--ink); background: var(--sheet); }
.chip b { font-variant-numeric: tabular-nums; }
.chip input { margin: 0; accent-color: var(--link); }
input[type=search], select { padding: 0.35rem 0.5rem; border: 1px solid var(--soft); border-radius: 3px; background: var(--page); color: inherit; font: inherit; }
select { max-width: 14rem; }
output { color: var(--soft); }
@media screen {
  .all-lines:has(#show-fail:checked) tbody tr:not(.fail), .all-lines:has(#show-warn:checked) tbody tr:not(.warn),
  .all-lines:has(#show-ok:checked) tbody tr:not(.ok), .all-lines:has(#show-waived:checked) tbody tr:not(.waived),
  .all-lines:has(#show-unjudged:checked) tbody tr:not(.unjudged) { display: none; }
}

.pieces { font-size: 1.0625rem; font-weight: 600; }
.how { max-width: 13rem; font-size: 0.9em; } .how, .how summary { color: var(--soft); }
.change, .state { display: inline-block; font-weight: 600; color: var(--soft); }
td > span + .change { display: block; font-size: 0.9em; } summary .change { margin-left: 0.5em; }
.introduced, .worsened, .state.lapsed, .state.expired { color: var(--fail); } .improved, .state.undecided { color: var(--warn); }
.resolved, .state.applied { color: var(--ok); }
.open { margin-top: 0.75rem; padding-left: 0.75rem; border-left: 3px solid var(--warn); max-width: 68ch; }
.box:has(.grid) { width: fit-content; max-width: 100%; }
.grid th[scope=row] { vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: 400; }
.grid .number { min-width: 6.5rem; white-space: normal; }
.grid .use { border-left: 3px solid transparent; }
.grid .use.fail { border-left-color: var(--fail); } .grid .use.warn { border-left-color: var(--warn); } .grid .use.waived { border-left-color: var(--waived); }
.grid .none { color: var(--soft); }
.snippets { margin-top: 0.75rem; }
.snippets details { margin-left: 1.1rem; border-bottom: 1px solid var(--rule); }
.snippets summary { padding: 0.35rem 0; }
pre { margin: 0 0 0.75rem; padding: 0.75rem 1rem; background: var(--sheet); overflow-x: auto; font-size: 0.8125rem; user-select: all; }
pre code { display: block; white-space: pre-wrap; }

.files .note { max-width: none; } .files b { overflow-wrap: anywhere; }
.files { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
.sheet > details { border-bottom: 1px solid var(--rule); }
.sheet > details > summary { padding: 0.4rem 0; }
.sheet details > ol { padding: 0 0 0 1.5rem; } .sheet details > p { padding: 0.25rem 0 0.75rem 1.5rem; }
.words { padding: 0.25rem 0 0.75rem 1.1rem; }
.words div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: 0.15rem 0; }
.words dt { font-weight: 600; }

`;
