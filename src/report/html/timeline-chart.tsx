import type { JSX } from 'preact';
import type { ReportPart } from '../../core/report/report.ts';
import { count } from '../../core/text.ts';
import { clip } from '../text.ts';
import { type TimelineRow, timelineOf } from '../timeline.ts';

const AXIS = 34;
const ROW = 42;
const MAX_NAME = 26;

/** A bar from the day to decide to the last day to buy for each part, and today's line across all of them. */
export function TimelineChart({
  parts,
  today,
}: {
  parts: readonly ReportPart[];
  today: string;
}): JSX.Element {
  const { ticks, today: now, rows } = timelineOf(parts, today);
  const height = AXIS + rows.length * ROW;
  return (
    <svg
      class="timeline"
      role="img"
      aria-label={`Timeline of ${count(rows.length, 'last-buy day')}; the list below says the same.`}
      width="100%"
      height={height}
    >
      <rect class="past" x="0" y={AXIS - 6} width={`${now}%`} height={height - AXIS + 6} />
      {ticks.map(({ at, label }) => (
        <g key={at}>
          <line class="tick" x1={`${at}%`} x2={`${at}%`} y1={AXIS - 4} y2={height} />
          <text class="axis" x={`${at}%`} y="12" text-anchor={anchorOf(at)}>
            {label}
          </text>
        </g>
      ))}
      <line class="now" x1={`${now}%`} x2={`${now}%`} y1={AXIS - 6} y2={height} />
      <text class="now" x={`${now}%`} y={AXIS - 9} text-anchor={anchorOf(now)}>
        today {today}
      </text>
      {rows.map((row, index) => (
        <Bar key={row} row={row} top={AXIS + index * ROW} />
      ))}
    </svg>
  );
}

function Bar({ row: { part, decide, lastBuy }, top }: { row: TimelineRow; top: number }): JSX.Element {
  const { mpn, severity, buy, matched } = part;
  const from = decide ?? lastBuy;
  const lastDay = `last buy ${matched?.lastBuyDate}`;
  return (
    <g class={severity}>
      <text x="0" y={top + 15}>
        <tspan class="name">{clip(mpn, MAX_NAME)}</tspan>
        <tspan class="dates" dx="8">
          {decide === null ? lastDay : `decide by ${buy?.decideBy}`}
          {decide !== null && <tspan class="roomy"> · {lastDay}</tspan>}
        </tspan>
      </text>
      <line class="rail" x1="0" x2="100%" y1={top + 28} y2={top + 28} />
      <rect class="span" x={`${from}%`} y={top + 24} width={`${Math.max(0, lastBuy - from)}%`} height="8" />
      {decide !== null && <circle class="decide" cx={`${decide}%`} cy={top + 28} r="5" />}
      <line class="end" x1={`${lastBuy}%`} x2={`${lastBuy}%`} y1={top + 20} y2={top + 36} />
    </g>
  );
}

/** So that text at an edge stays inside. */
function anchorOf(at: number): 'start' | 'middle' | 'end' {
  if (at < 12) return 'start';
  return at > 88 ? 'end' : 'middle';
}
