import { AuditError } from '../core/errors.ts';
import type { Clock, Limiter, Log } from '../ports.ts';
import { type HttpReply, NetworkFault } from './http.ts';
import { ATTEMPTS, backoff, LONGEST_HOLD } from './retry.ts';

/** What one reply means for the question: an answer, worth another attempt, or the end of it. */
export type Judgement =
  | { readonly kind: 'answer'; readonly body: string }
  /** `waitMs` when the server said how long; `everyone` when it refused us for going too fast. */
  | { readonly kind: 'again'; readonly why: string; readonly waitMs?: number; readonly everyone?: boolean }
  | { readonly kind: 'stop'; readonly error: AuditError };

export interface Patience {
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
}

/**
 * Tries until there is an answer. Every attempt pays the limiter. Throws the judgement's error, or
 * `AuditError('provider')` with the last reason after `ATTEMPTS` attempts.
 */
export async function persist(
  send: () => Promise<HttpReply>,
  judge: (reply: HttpReply) => Judgement,
  { limiter, clock, log, random }: Patience,
  signal?: AbortSignal,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const judgement = await limiter.run(() => attemptOnce(send, judge), signal);
    if (judgement.kind === 'answer') return judgement.body;
    if (judgement.kind === 'stop') throw judgement.error;
    const { why, everyone = false } = judgement;
    if (attempt === ATTEMPTS) throw new AuditError('provider', `${why}, ${ATTEMPTS} times in a row`);
    const waitMs = judgement.waitMs ?? backoff(attempt, random());
    if (waitMs > LONGEST_HOLD) throw tooLong(waitMs);
    log.warn({ attempt, waitMs, everyone }, why);
    if (everyone) limiter.hold(waitMs);
    await clock.sleep(waitMs, signal);
  }
}

async function attemptOnce(
  send: () => Promise<HttpReply>,
  judge: (reply: HttpReply) => Judgement,
): Promise<Judgement> {
  try {
    return judge(await send());
  } catch (error) {
    if (error instanceof NetworkFault) return { kind: 'again', why: error.message };
    throw error;
  }
}

function tooLong(waitMs: number): AuditError {
  return new AuditError('quota', `The server asks to wait ${Math.ceil(waitMs / 60_000)} minutes`, {
    hint: 'Run the same command again after that: it goes on where it stopped.',
  });
}
