import type { ComponentChildren, JSX } from 'preact';
import type { Candidate, MatchedPart, ReportPart } from '../../core/report.ts';
import { isValid, type LifecycleWord, type Severity, type Verdict } from '../../core/words.ts';
import { clip, fromNow, number, oneLine, webAddress } from '../text.ts';
import type { Usage } from '../usage.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING, SEVERITY_WORDING } from '../words.ts';

/** Shapes that differ without colour; `IconShapes` draws them once, `Icon` refers to them. */
const SHAPES: Readonly<Record<Exclude<Severity | Verdict, 'ok'>, string>> = {
  pass: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 4.9-4.2 5.3a.9.9 0 0 1-1.3.1L4 9.3l1.2-1.3 1.5 1.4 3.5-4.5Z',
  fail: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Zm.9 3.6L4.6 5.9 6.7 8l-2.1 2.1 1.3 1.3L8 9.3l2.1 2.1 1.3-1.3L9.3 8l2.1-2.1-1.3-1.3L8 6.7Z',
  warn: 'M8 1 .5 15h15ZM7.1 6h1.8l-.2 4.4H7.3Zm.9 5.4a1 1 0 1 1 0 2 1 1 0 0 1 0-2Z',
  waived: 'M3 1h1.8v1H13l-2 3.5L13 9H4.8v6H3Z',
  incomplete: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8v10.4A5.2 5.2 0 0 1 8 2.8Z',
};

export function IconShapes(): JSX.Element {
  return (
    <svg class="shapes" aria-hidden="true">
      {Object.entries(SHAPES).map(([name, path]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          <path fill-rule="evenodd" d={path} />
        </symbol>
      ))}
    </svg>
  );
}

export function Icon({ of }: { of: keyof typeof SHAPES }): JSX.Element {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`#i-${of}`} />
    </svg>
  );
}

/** The severity as a shape and a word. */
export function SeverityMark({ of }: { of: Severity }): JSX.Element {
  return (
    <span class={`mark ${of}`}>
      <Icon of={of === 'ok' ? 'pass' : of} />
      {SEVERITY_WORDING[of].label}
    </span>
  );
}

/** The lifecycle of a valid match; of any other the match, since then no lifecycle is known. */
export function Finding({ part }: { part: ReportPart }): JSX.Element {
  const { match, lifecycle } = part;
  const { label, meaning } = isValid(match) ? LIFECYCLE_WORDING[lifecycle] : MATCH_WORDING[match];
  return <span title={meaning}>{label}</span>;
}

export function LifecycleName({ of }: { of: LifecycleWord }): JSX.Element {
  return <span class={`dot ${of}`}>{LIFECYCLE_WORDING[of].label}</span>;
}

/** The part as the BOM asks for it, followed by what it was found as where that differs. */
export function PartName({ part }: { part: ReportPart }): JSX.Element {
  const { matched } = part;
  const differs =
    matched !== null && (matched.mpn !== part.mpn || matched.manufacturer !== part.manufacturer);
  return (
    <>
      <Link to={matched?.productUrl ?? null}>
        <b class="mpn">{part.mpn}</b>
      </Link>
      <span class="maker">{part.manufacturer ?? 'no manufacturer named'}</span>
      {differs && (
        <span class="maker">
          found as {matched.mpn}, {matched.manufacturer}
        </span>
      )}
    </>
  );
}

/** A link only where the address is http or https; else its text alone. */
export function Link({
  to,
  children,
}: {
  to: string | null;
  children: ComponentChildren;
}): ComponentChildren {
  const address = webAddress(to);
  return address === null ? (
    children
  ) : (
    <a href={address} rel="noopener noreferrer">
      {children}
    </a>
  );
}

export function LastBuy({ part }: { part: ReportPart }): JSX.Element | null {
  const day = part.matched?.lastBuyDate ?? null;
  const days = part.matched?.daysToLastBuy ?? null;
  if (day === null) return null;
  return (
    <>
      <time dateTime={day}>{day}</time>
      {days !== null && <span class="note when">{fromNow(days)}</span>}
    </>
  );
}

/** What DigiKey itself has: without the marketplace sellers' part; null when it does not say. */
export function ownStock(matched: MatchedPart | null): number | null {
  if (matched === null || matched.quantityAvailable === null) return null;
  return Math.max(0, matched.quantityAvailable - matched.marketplaceQuantity);
}

/** Whose stock it is: DigiKey's own and marketplace sellers' apart. */
export function Stock({ part: { matched } }: { part: ReportPart }): JSX.Element | null {
  const own = ownStock(matched);
  if (own === null) return null;
  const others = matched?.marketplaceQuantity ?? 0;
  return (
    <>
      {number(own)}
      {others > 0 && <span class="note">and {number(others)} at marketplace sellers</span>}
    </>
  );
}

/** Designators beyond so many characters fold away; beyond so many more they are cut. */
const SHORT = 60;
const LONG = 4000;

export function Designators({ text }: { text: string }): JSX.Element | null {
  const shown = oneLine(text);
  if (shown === '') return null;
  if (shown.length <= SHORT) return <span class="refs">{shown}</span>;
  return (
    <details class="more">
      <summary class="refs">{clip(shown, SHORT)}</summary>
      <span class="refs">{clip(shown, LONG)}</span>
    </details>
  );
}

export function WhereUsed({
  used,
  names,
}: {
  used: readonly Usage[];
  names: readonly string[];
}): JSX.Element {
  return (
    <ul class="usages">
      {used.map(({ bom, rows, designators, quantity, alternate }) => (
        <li key={bom}>
          <span class="bom">{names[bom]}</span>
          {quantity !== null && <span class="qty">× {number(quantity)}</span>}
          {alternate && <span class="note">as an alternate</span>}
          <Designators text={designators === '' ? `row ${rows.join(', ')}` : designators} />
        </li>
      ))}
    </ul>
  );
}

export function Candidates({ of }: { of: readonly Candidate[] }): JSX.Element | null {
  if (of.length === 0) return null;
  return (
    <ul class="candidates">
      {of.map(({ mpn, manufacturer, lifecycle, why }) => (
        <li key={`${mpn} ${manufacturer}`}>
          <b class="mpn">{mpn}</b> {manufacturer} <LifecycleName of={lifecycle} />
          {why !== null && <span class="note">{why}</span>}
        </li>
      ))}
    </ul>
  );
}
