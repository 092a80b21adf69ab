/** Colours by the reader’s own setting, light or dark, with a contrast of 4.5 or more on both; type and the verdict. */
export const BASE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --sheet: #f6f6f3; --ink: #1c1d1f; --soft: #5a5d63; --rule: #dcdcd6; --link: #1d4f91;
  --ok: #1f6b41; --warn: #8a5300; --fail: #b0211b; --waived: #55517f; --incomplete: #8a5300;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
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
ul { list-style: none; }
h2 { font-size: 1.375rem; font-weight: 600; letter-spacing: -0.01em; line-height: 1.25; }
h3 { margin: 2rem 0 0.5rem; font-size: 1rem; font-weight: 600; }
main > section { margin-top: 3.5rem; }
main > section > p { margin-top: 0.75rem; max-width: 68ch; }
a, a .mpn { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.shapes { position: absolute; width: 0; height: 0; }
.icon { width: 1em; height: 1em; flex: none; fill: currentColor; vertical-align: -0.125em; }
.mpn, .refs, code { font-family: var(--mono); font-size: 0.92em; }
.mpn { font-weight: 600; }
.mpn { display: inline-block; max-width: 13rem; overflow-wrap: break-word; vertical-align: top; }
.bom { overflow-wrap: anywhere; }
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
.first { margin-top: 0.75rem; font-size: 1.0625rem; }
p .mpn { display: inline; overflow-wrap: anywhere; }
.late { color: var(--fail); font-weight: 600; }
.tally { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.tally li { display: flex; gap: 0.45em; align-items: baseline; }
.tally b { font-size: 1.375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.boms { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-top: 0.75rem; color: var(--soft); font-size: 0.875rem; }
.boms b { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }

`;
