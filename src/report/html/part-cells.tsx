import { type Candidate } from '../../core/judge/candidate.ts';
import type { JSX } from 'preact';
import type { Buy } from '../../core/buying/demand.ts';
import { ownStock } from '../../core/judge/listing.ts';
import type { ReportPart, Substitute } from '../../core/report/report.ts';
import { number } from '../../core/text.ts';
import { clip, fromNow, oneLine } from '../text.ts';
import { costText, type Usage } from '../usage.ts';
import { LifecycleName, Link } from './view.tsx';

export function LastBuy({ part }: { part: ReportPart }): JSX.Element | null {
  const { lastBuyDate = null, daysToLastBuy = null } = part.matched ?? {};
  return <Day day={lastBuyDate} days={daysToLastBuy} />;
}

/** The last day to decide with the last day to buy under it; the latter alone where it has passed. */
export function DecideBy({ part }: { part: ReportPart }): JSX.Element | null {
  const { buy, matched } = part;
  const { lastBuyDate = null, daysToLastBuy = null } = matched ?? {};
  if (lastBuyDate === null) return buy === null ? null : <span class="note">no date stated</span>;
  if (daysToLastBuy !== null && daysToLastBuy < 0)
    return <span class="note when">last buy was {lastBuyDate}</span>;
  return (
    <>
      <Day day={buy?.decideBy ?? null} days={buy?.daysToDecide ?? null} />
      <span class="note when">last buy {lastBuyDate}</span>
    </>
  );
}

function Day({ day, days }: { day: string | null; days: number | null }): JSX.Element | null {
  if (day === null) return null;
  const late = days !== null && days < 0;
  return (
    <>
      <time dateTime={day} class={late ? 'late' : undefined}>
        {day}
      </time>
      {days !== null && <span class={late ? 'note when late' : 'note when'}>{fromNow(days)}</span>}
    </>
  );
}

/** How many to buy and at what cost, with the formula to unfold; what DigiKey has of it. */
export function ToBuy({ part }: { part: ReportPart }): JSX.Element {
  return (
    <>
      {part.buy !== null && <BuyText buy={part.buy} />}
      <span class="note stock">
        <Stock part={part} suffix=" in stock" />
      </span>
    </>
  );
}

function BuyText({ buy }: { buy: Buy }): JSX.Element {
  const { quantity, formula } = buy;
  const cost = costText(buy);
  if (quantity === null) return <span class="note">not known yet</span>;
  return (
    <>
      <b class="pieces">{number(quantity)}</b>
      {cost !== null && <span class="note when">{cost}</span>}
      {formula !== null && (
        <details class="how">
          <summary>how</summary>
          {formula}
        </details>
      )}
    </>
  );
}

/** Whose stock it is: DigiKey's own and marketplace sellers' apart. */
export function Stock({
  part: { matched },
  suffix = '',
}: {
  part: ReportPart;
  suffix?: string;
}): JSX.Element | null {
  const own = matched && ownStock(matched);
  if (own === null) return null;
  const others = matched?.marketplaceQuantity ?? 0;
  return (
    <>
      {number(own)}
      {suffix}
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

/** What DigiKey offers instead: candidates to look into, which nobody has approved. */
export function Substitutes({ of }: { of: readonly Substitute[] | null }): JSX.Element | null {
  if (of === null) return null;
  if (of.length === 0) return <span class="note">DigiKey lists no substitute.</span>;
  return (
    <div class="candidates">
      <span class="note">Candidates that DigiKey lists as substitutes; approved by nobody:</span>
      <ul>
        {of.map(({ mpn, manufacturer, lifecycle, relation, quantityAvailable, productUrl }) => (
          <li key={`${mpn} ${manufacturer}`}>
            <Link to={productUrl}>
              <b class="mpn">{mpn}</b>
            </Link>{' '}
            {manufacturer} <LifecycleName of={lifecycle} />
            <span class="note">
              {relation}
              {quantityAvailable !== null && `, ${number(quantityAvailable)} in stock`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
