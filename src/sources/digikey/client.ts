import type { AuditError } from '../../core/errors.ts';
import type { Answer, Provider, Question } from '../../ports.ts';
import { type Judge, type Judgement, type Patience, type Prepare, persist } from '../attempts.ts';
import type { Call, HttpReply, HttpRequest } from '../http.ts';
import { isSpent, judgeReply, refused } from './judge.ts';
import { readAnswer } from './read.ts';
import { dayNews, isExpired, requestId, resetOf } from './refusal.ts';
import type { StatusWords } from './statements.ts';
import type { Token, TokenSource } from './token.ts';

export interface Locale {
  readonly site: string;
  readonly language: string;
  readonly currency: string;
}

export interface DigiKeyOptions extends Patience {
  readonly call: Call;
  /** Under which answers are stored. */
  readonly id: string;
  readonly baseUrl: string;
  readonly clientId: string;
  readonly locale: Locale;
  /** Words for status ids that are not known. */
  readonly statusWords: StatusWords;
  readonly tokens: TokenSource;
  /** The longest that one call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** What is told when the day is spent; `resetsAt` in milliseconds since 1970. */
  readonly quotaSpent: (resetsAt: number) => AuditError;
}

/** Of one product, as the last step of the path. */
const OPERATIONS = { details: 'productdetails', substitutes: 'substitutions' } as const;

/** Exact matches come unpaged, so that a short page of similar products is enough. */
const SIMILAR = 10;

/**
 * DigiKey's Product Information V4. A keyword search carries whole products, so that one call both validates a
 * part number and tells its lifecycle; a details call is for what a search answer lacks.
 */
export function createDigiKey(options: DigiKeyOptions): Provider {
  const { call, tokens, limiter, clock, log, meter, locale, baseUrl, timeoutMs, quotaSpent } = options;

  const read: Provider['read'] = ({ kind }, { body, observedAt }) =>
    readAnswer(kind, body, { words: options.statusWords, observedAt: new Date(observedAt).toISOString() });

  async function ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    let token: Token;
    let isRenewed = false;

    /** The token first: a new one may take longer than a place in the minute lasts. */
    const prepare: Prepare = async (attempt) => {
      token = await tokens.get(signal);
      const sent = request(question, token.text);
      return () => send(question, sent, attempt, signal);
    };

    /** Undefined when no new token heals it. */
    const heal = (reply: HttpReply): Judgement<Answer> | undefined => {
      if (!token.refused(isExpired(reply) && !isRenewed)) return undefined;
      if (isRenewed) return { kind: 'stop', error: refused(question, reply) };
      isRenewed = true;
      return { kind: 'again', why: 'The access token was refused', waitMs: 0 };
    };

    const judge: Judge<Answer> = async (reply) => {
      if (reply.status === 200) token.served();
      const healed = reply.status === 401 ? heal(reply) : undefined;
      if (healed) return healed;
      const judgement = judgeReply(question, reply, clock.now(), read, quotaSpent);
      if (isSpent(reply))
        await limiter.learnDay({ remaining: 0, limit: null, resetsAt: resetOf(reply, clock.now()) });
      return judgement;
    };

    return persist(prepare, judge, options, signal);
  }

  async function send(
    { kind, text }: Question,
    sent: HttpRequest,
    attempt: number,
    signal?: AbortSignal,
  ): Promise<HttpReply> {
    const began = clock.uptime();
    const reply = await call(sent, signal);
    const news = dayNews(reply, clock.now());
    if (news) await limiter.learnDay(news);
    log.debug(
      {
        question: `${kind} ${text}`,
        status: reply.status,
        attempt,
        latencyMs: Math.round(clock.uptime() - began),
        requestId: requestId(reply),
        leftToday: news?.remaining,
      },
      'DigiKey answered',
    );
    return reply;
  }

  function request(question: Question, token: string): HttpRequest {
    const headers = {
      authorization: `Bearer ${token}`,
      'x-digikey-client-id': options.clientId,
      'x-digikey-locale-site': locale.site,
      'x-digikey-locale-language': locale.language,
      'x-digikey-locale-currency': locale.currency,
      accept: 'application/json',
    };
    if (question.kind !== 'search') {
      const path = `${encodeURIComponent(question.text)}/${OPERATIONS[question.kind]}`;
      return { method: 'GET', url: `${baseUrl}/products/v4/search/${path}`, headers, timeoutMs };
    }
    return {
      method: 'POST',
      url: `${baseUrl}/products/v4/search/keyword`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ Keywords: question.text, Limit: SIMILAR, Offset: 0 }),
      timeoutMs,
    };
  }

  return {
    id: options.id,
    locale: `${locale.site}/${locale.language}/${locale.currency}`,
    ask,
    read,
    detailsOf: (part) => ({ kind: 'details', text: part.dkpn ?? part.mpn }),
    substitutesOf: (part) => ({ kind: 'substitutes', text: part.dkpn ?? part.mpn }),
    calls: meter.counts,
  };
}
