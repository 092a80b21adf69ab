import { describe, expect, test } from 'vitest';
import {
  dayNews,
  isDaily,
  isExpired,
  refusalText,
  requestId,
  resetOf,
  unauthorized,
  waitOf,
} from '../../../src/sources/digikey/refusal.ts';
import type { HttpReply } from '../../../src/sources/http.ts';
import { NOON } from '../../support/clock.ts';

type Headers = Record<string, string>;
const problem = (detail: string, status = 401, headers: Headers = {}): HttpReply => ({
  status,
  headers,
  body: JSON.stringify({ type: 'about:blank', title: 'Some Title', status, detail, correlationId: 'id-1' }),
});
const gateway = (message: string, details: string, status = 401, headers: Headers = {}): HttpReply => ({
  status,
  headers,
  body: JSON.stringify({
    ErrorResponseVersion: '3.0.0.0',
    StatusCode: status,
    ErrorMessage: message,
    ErrorDetails: details,
    RequestId: 'id-2',
    ValidationErrors: [],
  }),
});
const oauth = (error: string, error_description: string): HttpReply => ({
  status: 400,
  headers: {},
  body: JSON.stringify({ error, error_description }),
});

test.each([
  ['an expired bearer, as a problem', problem('Bearer token is expired'), true],
  [
    'an expired bearer, as a problem of late',
    problem('Bearer token is expired. Please use your refresh token to obtain a new Bearer token, or …'),
    true,
  ],
  [
    'an expired bearer, from the gateway',
    gateway('Bearer token  expired', 'Please use your refresh token'),
    true,
  ],
  ['a wrong client id', gateway('Invalid clientId', 'client_id query parameter has incorrect value'), false],
  ['not subscribed', problem('Invalid Client-Id. You are not subscribed to this API.'), false],
  ['a page', { status: 401, headers: {}, body: '<h1>Bearer token is expired</h1>' }, false],
])('only an expired bearer heals: %s', (_what, reply, heals) => {
  expect(isExpired(reply)).toBe(heals);
});

test.each([
  ['not subscribed', problem('Invalid Client-Id. You are not subscribed to this API.'), /not subscribed/],
  [
    'not subscribed, from the gateway',
    gateway('Invalid Client-Id', 'You are not subscribed to this API. Please subscribe and try again.'),
    /not subscribed/,
  ],
  ['a wrong secret', problem('invalid_client. Client credentials are invalid'), /client secret/],
  [
    'a wrong secret, from the gateway',
    gateway('invalid_client', 'Client credentials are invalid'),
    /client secret/,
  ],
  ['a wrong secret, from OAuth', oauth('invalid_client', 'Client credentials are invalid'), /client secret/],
  ['a wrong id', problem('Invalid clientId. client_id query parameter has incorrect value.'), /client id/],
  [
    'an id of another host',
    gateway('Invalid Client-Id', 'X-DIGIKEY-Client-Id invalid for requested resource'),
    /client id/,
  ],
  ['a login that lapsed', oauth('invalid_grant', 'The refresh token is invalid'), /login/],
  ['anything else', problem('Something new'), /access token \(Something new\)/],
  ['a page', { status: 401, headers: {}, body: '<html>' }, /access token$/],
])('a 401 is told as what to mend: %s', (_what, reply, says) => {
  const error = unauthorized(reply);
  expect(error).toMatchObject({ code: 'auth', message: expect.stringMatching(says) });
  expect(error.hint).toBeTruthy();
});

test.each([
  ['a problem', problem('the detail'), 'the detail'],
  ['a problem without detail', { status: 400, headers: {}, body: '{"title":"Bad Request"}' }, 'Bad Request'],
  ['the gateway', gateway('message', 'and  details'), 'message and details'],
  ['OAuth', oauth('invalid_grant', 'gone'), 'invalid_grant gone'],
  ['fields of other types', { status: 400, headers: {}, body: '{"title":{"x":1},"detail":7}' }, ''],
  ['JSON that is no object', { status: 400, headers: {}, body: 'null' }, ''],
  ['a page', { status: 403, headers: {}, body: '<html>denied</html>' }, ''],
  ['a book', problem('x'.repeat(1_000_000)), 'x'.repeat(300)],
])('what a refusal says: %s', (_what, reply, says) => {
  expect(refusalText(reply.body)).toBe(says);
});

const LATER = 'Please try again after the number of seconds in the Retry-After header';
test.each([
  ['a burst, from the gateway', gateway('BurstLimit exceeded', LATER, 429), false],
  ['a burst, as a problem', problem(`BurstLimit exceeded. ${LATER}`, 429), false],
  [
    'a burst on the last call',
    gateway('BurstLimit exceeded', '', 429, { 'x-ratelimit-remaining': '0' }),
    false,
  ],
  ['a day, from the gateway', gateway('Daily Ratelimit exceeded', LATER, 429), true],
  ['a day, as a problem', problem(`Daily Ratelimit exceeded. ${LATER}`, 429), true],
  ['a day, by its header', { status: 429, headers: { 'x-ratelimit-remaining': '0' }, body: '' }, true],
  ['neither', { status: 429, headers: { 'x-ratelimit-remaining': '7' }, body: '' }, false],
])('which 429 it is: %s', (_what, reply, daily) => {
  expect(isDaily(reply)).toBe(daily);
});

describe('headers', () => {
  const MIDNIGHT = Date.parse('2026-11-22T00:00:00Z');
  const reply = (headers: Headers, status = 200): HttpReply => ({ status, headers, body: '' });

  test.each<[headers: Headers, resetsAt: number]>([
    [{ 'x-ratelimit-resettime': '2026-11-22T05:00:00.000Z' }, Date.parse('2026-11-22T05:00:00Z')],
    [{ 'x-ratelimit-resettime': 'Sun, 22 Nov 2026 00:00:00 GMT' }, MIDNIGHT],
    [{ 'x-ratelimit-reset': '60' }, NOON + 60_000],
    [{ 'x-ratelimit-resettime': '2020-01-01T00:00:00Z', 'x-ratelimit-reset': '60' }, NOON + 60_000],
    [{ 'x-ratelimit-resettime': 'nonsense' }, MIDNIGHT],
    [{ 'x-ratelimit-resettime': '9999-12-31T00:00:00Z', 'x-ratelimit-reset': '60' }, NOON + 60_000],
    [{ 'x-ratelimit-reset': '99999999999999999' }, MIDNIGHT],
    [{ 'x-ratelimit-reset': '172800' }, MIDNIGHT],
    [{}, MIDNIGHT],
  ])('%j: the day starts anew', (headers, resetsAt) => {
    expect(resetOf(reply(headers), NOON)).toBe(resetsAt);
  });

  test.each<[headers: Headers, news: object | undefined]>([
    [
      { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '12' },
      { remaining: 12, limit: 1_000, resetsAt: MIDNIGHT },
    ],
    [{ 'x-ratelimit-remaining': '0' }, { remaining: 0, limit: null, resetsAt: MIDNIGHT }],
    [{ 'x-ratelimit-remaining': 'many' }, undefined],
    [{ 'x-ratelimit-remaining': '99999999999999999' }, undefined],
    [
      { 'x-ratelimit-remaining': '3', 'x-ratelimit-limit': '99999999999999999' },
      { remaining: 3, limit: null, resetsAt: MIDNIGHT },
    ],
    [{ 'x-ratelimit-limit': '1000' }, undefined],
    [{}, undefined],
  ])('%j: the news of the day', (headers, news) => {
    expect(dayNews(reply(headers), NOON)).toEqual(news);
  });

  test.each<[headers: Headers, status: number, ms: number | null]>([
    [{ 'retry-after': '3' }, 429, 3_000],
    [{ 'retry-after': '3', 'x-burstlimit-reset': '9' }, 429, 3_000],
    [{ 'x-burstlimit-reset': '9' }, 429, 9_000],
    [{ 'x-burstlimit-reset': '9' }, 503, null],
    [{ 'retry-after': '3' }, 503, 3_000],
    [{}, 429, null],
    [{ 'retry-after': '99999999999999999' }, 429, null],
    [{ 'x-burstlimit-reset': '99999999999999999' }, 429, null],
  ])('%j on a %i: the wait', (headers, status, ms) => {
    expect(waitOf(reply(headers, status), NOON)).toBe(ms);
  });

  test.each([
    [{ 'x-digikey-request-id': 'id-0' }, problem('').body, 'id-0'],
    [{}, problem('').body, 'id-1'],
    [{}, gateway('', '').body, 'id-2'],
    [{}, '<html>', undefined],
  ])('the id that support asks for (%#)', (headers, body, id) => {
    expect(requestId({ status: 500, headers, body })).toBe(id);
  });
});
