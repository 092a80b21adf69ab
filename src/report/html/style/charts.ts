/** Numbers, the bars of the lifecycles and the timeline. */
export const CHARTS = `.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1rem 1.5rem; margin-top: 1.75rem; }
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
.mix { display: grid; gap: 0.25rem; list-style: none; font-size: 0.8125rem; }
.mix li { display: grid; grid-template-columns: 5.5rem 1fr 2.5rem; gap: 0.75rem; align-items: center; color: var(--soft); }
.mix li:last-child { color: var(--ink); font-weight: 600; }
.mix .sum { text-align: right; font-variant-numeric: tabular-nums; }

.timeline { display: block; overflow: visible; font-size: 0.8125rem; }
.timeline text { fill: var(--ink); paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
.timeline text.axis, .timeline .dates { fill: var(--soft); }
.timeline text.now, .timeline .name { font-weight: 600; }
.timeline .name { font-family: var(--mono); }
.timeline .dates { font-variant-numeric: tabular-nums; }
.timeline .past { fill: var(--sheet); }
.timeline .tick, .timeline .rail { stroke: var(--rule); stroke-width: 1; }
.timeline line.now { stroke: var(--ink); stroke-width: 2; }
.timeline g { --tone: var(--soft); }
.timeline g.fail { --tone: var(--fail); } .timeline g.warn { --tone: var(--warn); } .timeline g.waived { --tone: var(--waived); }
.timeline .span { fill: var(--tone); opacity: 0.4; }
.timeline .decide { fill: var(--page); stroke: var(--tone); stroke-width: 2.5; }
.timeline .end { stroke: var(--tone); stroke-width: 4; }
.key { margin-right: 1.25rem; }
.key::before { content: ""; display: inline-block; margin-right: 0.45em; vertical-align: -0.1em; }
.key.decide::before { width: 0.7em; height: 0.7em; border: 2px solid var(--soft); border-radius: 50%; }
.key.end::before { width: 4px; height: 0.95em; background: var(--soft); }
`;
