import type { ComponentChildren, JSX } from 'preact';
import type { MatchedPart } from '../../core/judge/assess.ts';
import type { ReportPart } from '../../core/report/report.ts';
import type { LifecycleWord, Severity, Verdict } from '../../core/words.ts';
import { webAddress } from '../text.ts';
import { CHANGE_WORDING, findingOf, LIFECYCLE_WORDING, SEVERITY_WORDING } from '../words.ts';

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

/** What was found, and whether that is news. */
export function Finding({ part }: { part: ReportPart }): JSX.Element {
  const { label, meaning } = findingOf(part);
  const { change } = part;
  return (
    <>
      <span title={meaning}>{label}</span>
      {change !== null && (
        <span class={`change ${change}`} title={CHANGE_WORDING[change].meaning}>
          {CHANGE_WORDING[change].label}
        </span>
      )}
    </>
  );
}

export function LifecycleName({ of }: { of: LifecycleWord }): JSX.Element {
  return <span class={`dot ${of}`}>{LIFECYCLE_WORDING[of].label}</span>;
}

/** The part as the BOM asks for it, followed by what it was found as where that differs. */
export function PartName({ part }: { part: ReportPart }): JSX.Element {
  const { matched } = part;
  const found = matched === null ? '' : foundAs(part, matched);
  return (
    <>
      <Link to={matched?.productUrl ?? null}>
        <b class="mpn">{part.mpn}</b>
      </Link>
      <span class="maker">{part.manufacturer ?? 'no manufacturer named'}</span>
      {found !== '' && <span class="maker">found as {found}</span>}
    </>
  );
}

function foundAs({ mpn, manufacturer }: ReportPart, matched: MatchedPart): string {
  if (matched.mpn !== mpn) return `${matched.mpn}, ${matched.manufacturer}`;
  return matched.manufacturer === manufacturer ? '' : matched.manufacturer;
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

/** One number with its name; stands in a `dl` of class `facts`. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
