import { AuditError } from '../../core/errors.ts';
import type { Answer, Provider, Question } from '../../ports.ts';
import type { Judgement } from '../attempts.ts';
import type { HttpReply } from '../http.ts';
import { isDaily, refusalText, requestId, resetOf, unauthorized, waitOf } from './refusal.ts';

/**
 * What a reply to the question means; pure, at `now` (milliseconds since 1970). A refused token is the end of it, where
 * no new one heals that.
 */
export function judgeReply(
  question: Question,
  reply: HttpReply,
  now: number,
  read: Provider['read'],
  quotaSpent: (resetsAt: number) => AuditError,
): Judgement<Answer> {
  const { status, body } = reply;
  if (status === 200) {
    const stored = { body, observedAt: now };
    const reading = read(question, stored);
    return reading.kind === 'unreadable'
      ? { kind: 'again', why: `DigiKey's answer is none: ${reading.why}`, isPage: isPage(reply) }
      : { kind: 'answer', answer: { ...stored, reading } };
  }
  if (isSpent(reply)) return { kind: 'stop', error: quotaSpent(resetOf(reply, now)) };
  const waitMs = waitOf(reply, now);
  const wait = waitMs === null ? {} : { waitMs };
  if (status === 429 || (status === 503 && waitMs !== null))
    return { kind: 'slower', why: `DigiKey asks to go slower (${status})`, ...wait };
  if (status === 401) return { kind: 'stop', error: unauthorized(reply) };
  if (isRefusal(reply)) return { kind: 'stop', error: refused(question, reply) };
  return { kind: 'again', why: `DigiKey answered ${status}`, isPage: isPage(reply) };
}

/** True for the refusal that lasts until the day ends. */
export function isSpent(reply: HttpReply): boolean {
  return reply.status === 429 && isDaily(reply);
}

/** A refusal in DigiKey's own words; a page of a proxy on the way may be gone next time. */
function isRefusal({ status, body }: HttpReply): boolean {
  return status >= 400 && status < 500 && status !== 408 && refusalText(body) !== '';
}

/** What a firewall or a proxy sends: a refusal or a redirection in other words than DigiKey's, or HTML as an answer. */
function isPage({ status, body }: HttpReply): boolean {
  return status === 200 ? /^\s*</.test(body) : status >= 300 && status < 500 && status !== 408;
}

/** A refusal of this question, in DigiKey's words; a 403 is one of all questions. */
export function refused(question: Question, reply: HttpReply): AuditError {
  const said = `${reply.status}: ${refusalText(reply.body)}; request ${requestId(reply) ?? 'without id'}`;
  if (reply.status === 403) {
    return new AuditError('auth', `DigiKey forbids this request (${said})`, {
      hint: 'The credentials are right but may not be used for this, or not from this network or country.',
    });
  }
  return new AuditError(
    'provider',
    `DigiKey refused the question ${JSON.stringify(question.text)} (${said})`,
  );
}
