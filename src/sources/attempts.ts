import { AuditError } from '../core/errors.ts';
import type { Clock, Limiter, Log } from '../ports.ts';
import { type HttpReply, NetworkFault } from './http.ts';
import type { Meter } from './meter.ts';
import { ATTEMPTS, backoff, LONGEST_HOLD, OUTAGE, WALL } from './retry.ts';

/** What one reply means for the question: an answer, the end of it, or worth another attempt. */
export type Judgement<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'stop'; readonly error: AuditError }
  | Retry;

/**
 * `slower`: refused for going too fast, so that everyone waits. `waitMs` when the server said how long. `isPage`: a page
 * stood in place of an answer, as something on the way sends it; it is the same page where `why` is the same.
 */
export interface Retry {
  readonly kind: 'again' | 'slower';
  readonly why: string;
  readonly waitMs?: number;
  readonly isPage?: boolean;
}

/** What a reply means. */
export type Judge<Answer> = (reply: HttpReply) => Promise<Judgement<Answer>>;

export interface Patience {
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
  /** In [0, 1). */
  readonly random: () => number;
}

/** What one attempt needs, made before it takes its place in the minute; the function then sends. */
export type Prepare = (attempt: number) => Promise<() => Promise<HttpReply>>;

/**
 * Tries until there is an answer. Every attempt pays the limiter. Throws the judgement's error; after `ATTEMPTS`
 * attempts `AuditError('provider')`, or `quota` when it was refused for going too fast; after `OUTAGE` calls in
 * a row without an answer, or `WALL` that met the same page, over all questions, `AuditError('outage')`.
 */
export async function persist<Answer>(
  prepare: Prepare,
  judge: Judge<Answer>,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Answer> {
  const { limiter, meter } = patience;
  for (let attempt = 1; ; attempt += 1) {
    const send = await prepare(attempt);
    const judgement = await limiter.run(() => attemptOnce(send, judge, attempt, patience), signal);
    if (judgement.kind === 'answer') return judgement.answer;
    if (judgement.kind === 'stop') throw orOutage(judgement.error, meter);
    const outage = outageOf(meter, judgement.why);
    if (outage) throw outage;
    await pause(judgement, attempt, patience, signal);
  }
}

/** Waits for the next attempt; throws when there is none. */
async function pause(
  retry: Retry,
  attempt: number,
  { limiter, clock, log, random }: Patience,
  signal?: AbortSignal,
): Promise<void> {
  if (attempt === ATTEMPTS) throw givenUp(retry);
  const waitMs = retry.waitMs ?? backoff(retry.kind, attempt, random());
  if (waitMs > LONGEST_HOLD) throw tooLong(retry.why, clock.now() + waitMs);
  log.warn({ attempt, waitMs }, retry.why);
  if (retry.kind === 'slower') await limiter.hold(waitMs);
  await clock.sleep(waitMs, signal);
}

async function attemptOnce<Answer>(
  send: () => Promise<HttpReply>,
  judge: Judge<Answer>,
  attempt: number,
  { clock, meter }: Patience,
): Promise<Judgement<Answer>> {
  const began = clock.uptime();
  try {
    const judgement = await judge(await send());
    const latencyMs = clock.uptime() - began;
    meter.note({ kind: outcomeOf(judgement), attempt, latencyMs, page: pageOf(judgement) });
    return judgement;
  } catch (error) {
    meter.note({ kind: 'error', attempt, latencyMs: null, page: null });
    if (!(error instanceof NetworkFault)) throw error;
    return { kind: 'again', why: error.message };
  }
}

function outcomeOf(judgement: Judgement<unknown>): 'answer' | 'tooMany' | 'error' {
  if (judgement.kind === 'answer') return 'answer';
  const tooMany =
    judgement.kind === 'slower' || (judgement.kind === 'stop' && judgement.error.code === 'quota');
  return tooMany ? 'tooMany' : 'error';
}

function pageOf(judgement: Judgement<unknown>): string | null {
  return judgement.kind === 'again' && judgement.isPage ? judgement.why : null;
}

const LATER = 'Run the same command again later: it goes on where it stopped.';

/** One question is left open; but where the server wants fewer calls, the next question would fare no better. */
function givenUp({ kind, why }: Retry): AuditError {
  const said = `${why}, ${ATTEMPTS} times in a row`;
  return kind === 'slower'
    ? new AuditError('quota', said, { hint: LATER })
    : new AuditError('provider', said);
}

/** A question that is refused may be at fault itself; so many in a row are not. */
function orOutage(error: AuditError, meter: Meter): AuditError {
  return (error.code === 'provider' && outageOf(meter, error.message)) || error;
}

/** Why asking on is of no use; undefined while it may be. */
function outageOf(meter: Meter, last: string): AuditError | undefined {
  if (meter.samePageInARow() >= WALL) {
    return new AuditError('outage', `${last}, ${WALL} times in a row and nothing else`, {
      hint: `Something on the way may refuse the calls (a firewall, a proxy, a block of this network): look into that. ${LATER}`,
    });
  }
  if (meter.errorsInARow() < OUTAGE) return undefined;
  return new AuditError('outage', `${OUTAGE} calls in a row brought no answer (the last: ${last})`, {
    hint: LATER,
  });
}

function tooLong(why: string, until: number): AuditError {
  const minutes = Math.ceil(LONGEST_HOLD / 60_000);
  return new AuditError('quota', `${why}, for longer than ${minutes} minutes`, {
    hint: `Run the same command again after ${new Date(until).toISOString()}: it goes on where it stopped.`,
  });
}
