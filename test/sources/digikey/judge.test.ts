import { expect, test } from 'vitest';
import { AuditError } from '../../../src/core/errors.ts';
import type { Provider } from '../../../src/ports.ts';
import { judgeReply } from '../../../src/sources/digikey/judge.ts';
import { readAnswer } from '../../../src/sources/digikey/read.ts';
import type { HttpReply } from '../../../src/sources/http.ts';
import { NOON } from '../../support/clock.ts';

const reply = (status: number, body: unknown, headers: HttpReply['headers'] = {}): HttpReply => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const spent = (resetsAt: number): AuditError => new AuditError('quota', `spent until ${resetsAt}`);
const PAGE = '<html>denied</html>';
const said = (detail: string) => ({ title: 'x', detail });

const read: Provider['read'] = ({ kind }, { body }) =>
  readAnswer(kind, body, { words: {}, observedAt: '2026-11-21T12:00:00.000Z' });

test.each<[what: string, reply: HttpReply, expected: object]>([
  ['an answer', reply(200, { Products: [] }), { kind: 'answer', answer: { body: '{"Products":[]}' } }],
  [
    'a page with 200',
    reply(200, PAGE),
    { kind: 'again', why: expect.stringMatching(/is not JSON/), isPage: true },
  ],
  ['half an answer', reply(200, '{"Products": ['), { kind: 'again', isPage: false }],
  [
    'another shape',
    reply(200, {}),
    { kind: 'again', why: expect.stringMatching(/not one of product search/) },
  ],
  ['nothing', reply(204, ''), { kind: 'again' }],
  ['another place', reply(302, ''), { kind: 'again', why: 'DigiKey answered 302', isPage: true }],
  ['500', reply(500, said('NullReferenceException')), { kind: 'again', why: 'DigiKey answered 500' }],
  ['502', reply(502, PAGE), { kind: 'again', isPage: false }],
  ['503', reply(503, PAGE), { kind: 'again' }],
  ['504', reply(504, ''), { kind: 'again' }],
  ['503 with a wait', reply(503, '', { 'retry-after': '7' }), { kind: 'slower', waitMs: 7_000 }],
  ['408 in words', reply(408, said('Request Timeout')), { kind: 'again', isPage: false }],
  ['a page with 403', reply(403, PAGE), { kind: 'again', why: 'DigiKey answered 403', isPage: true }],
  ['a page with 400', reply(400, PAGE), { kind: 'again', isPage: true }],
  ['429 without a word', reply(429, ''), { kind: 'slower' }],
  [
    'a burst 429',
    reply(429, { ErrorMessage: 'BurstLimit exceeded' }, { 'retry-after': '3' }),
    { kind: 'slower', waitMs: 3_000 },
  ],
  [
    'a daily 429',
    reply(429, { ErrorMessage: 'Daily Ratelimit exceeded' }, { 'x-ratelimit-reset': '60' }),
    { kind: 'stop', error: { code: 'quota', message: `spent until ${NOON + 60_000}` } },
  ],
  ['401', reply(401, said('You are not subscribed')), { kind: 'stop', error: { code: 'auth' } }],
  ['a page with 401', reply(401, PAGE), { kind: 'stop', error: { code: 'auth' } }],
  [
    '403 in words',
    reply(403, said('The supplied client credentials are not authorized'), {
      'x-digikey-request-id': 'id-1',
    }),
    { kind: 'stop', error: { code: 'auth', message: expect.stringMatching(/not authorized; request id-1/) } },
  ],
  [
    '400 in words',
    reply(400, said('Limit must be at most 50')),
    {
      kind: 'stop',
      error: { code: 'provider', message: expect.stringMatching(/"NE555P" \(400: Limit must/) },
    },
  ],
  ['404 in words', reply(404, said('Not Found')), { kind: 'stop', error: { code: 'provider' } }],
])('%s', (_what, received, expected) => {
  const judgement = judgeReply({ kind: 'search', text: 'NE555P' }, received, NOON, read, spent);
  expect(judgement).toMatchObject(expected);
});
