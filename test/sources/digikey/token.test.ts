import { beforeEach, describe, expect, test } from 'vitest';
import { loginToken } from '../../../src/sources/digikey/login.ts';
import { type Client, createOAuth, type OAuth } from '../../../src/sources/digikey/oauth.ts';
import { createTokenSource, givenToken, type TokenSource } from '../../../src/sources/digikey/token.ts';
import { createCall } from '../../../src/sources/http.ts';
import { openStore, type Store } from '../../../src/store/sqlite.ts';
import { type Emulated, emulated } from '../../support/emulated.ts';

const REDIRECT = 'https://localhost/callback';
let world: Emulated;
beforeEach(async () => {
  world = await emulated({ speed: 200, tokenLifetime: 599 });
});

function oauthOf(over: Partial<Client> = {}): OAuth {
  const client = { baseUrl: world.baseUrl, id: 'emulator', secret: 'emulator', ...over };
  return createOAuth({ call: createCall(), client, clock: world.clock, random: () => 0.5, timeoutMs: 500 });
}

/** What a person brings back from the browser. */
async function allow(oauth: OAuth): Promise<string> {
  const answer = await fetch(oauth.authorizationUrl(REDIRECT, 'state-1'), { redirect: 'manual' });
  return new URL(answer.headers.get('location')!).searchParams.get('code')!;
}

const text = async (source: TokenSource): Promise<string> => (await source.get()).text;
const tokenCalls = () => world.emulator.state.calls.filter(({ path }) => path === '/v1/oauth2/token');

describe('the token service', () => {
  test('grants two-legged tokens that say when they lapse, without a refresh token', async () => {
    const grant = await oauthOf().clientCredentials();
    expect(grant).toEqual({
      accessToken: expect.any(String),
      expiresAt: expect.any(Number),
      refreshToken: null,
    });
    expect(grant.expiresAt - world.clock.now()).toBeLessThanOrEqual(599_000);
    expect(grant.expiresAt - world.clock.now()).toBeGreaterThan(500_000);
  });

  test('grants a login for a code, and another for its refresh token, each once', async () => {
    const oauth = oauthOf();
    const code = await allow(oauth);
    const first = await oauth.exchange(code, REDIRECT);
    await expect(oauth.exchange(code, REDIRECT)).rejects.toMatchObject({ code: 'auth' });
    const second = await oauth.refresh(first.refreshToken!);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await expect(oauth.refresh(first.refreshToken!)).rejects.toMatchObject({
      code: 'auth',
      hint: expect.stringMatching(/bom-audit login/),
    });
  });

  test('the address to allow it at names client, redirect and state', () => {
    const url = new URL(oauthOf({ id: 'a b&c' }).authorizationUrl(REDIRECT, 's/1'));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'a b&c',
      redirect_uri: REDIRECT,
      state: 's/1',
    });
  });

  test.each([
    [{ status: 500 }],
    ['reset'],
    ['html'],
    ['html-403'],
    ['garbage'],
    ['wrong-shape'],
    ['truncated'],
  ] as const)('%j is tried again', async (fault) => {
    world.emulator.state.faults.push({ fault, on: 'token' });
    await expect(oauthOf().clientCredentials()).resolves.toHaveProperty('accessToken');
    expect(tokenCalls()).toHaveLength(2);
  });

  test('a service that is down ends the run after five calls', async () => {
    for (let count = 0; count < 9; count += 1) {
      world.emulator.state.faults.push({ fault: { status: 503 }, on: 'token' });
    }
    await expect(oauthOf().clientCredentials()).rejects.toMatchObject({
      code: 'outage',
      message: expect.stringMatching(/503/),
    });
    expect(tokenCalls()).toHaveLength(5);
  });

  test.each([
    [1_799, 1_799],
    ['1799', 1_799],
    [1e300, 599],
    [-1, 599],
    [0, 599],
    [null, 599],
    [undefined, 599],
  ])('a token that is said to live for %j s is taken to live for %i s', async (expires_in, seconds) => {
    const body = { access_token: 'x', expires_in };
    world.emulator.state.faults.push({ fault: { status: 200, body }, on: 'token' });
    const before = world.clock.now();
    const { expiresAt } = await oauthOf().clientCredentials();
    expect(expiresAt).toBeGreaterThanOrEqual(before + seconds * 1_000);
    expect(expiresAt).toBeLessThanOrEqual(world.clock.now() + seconds * 1_000);
  });

  test('a wrong secret is told at once', async () => {
    await expect(oauthOf({ secret: 'wrong' }).clientCredentials()).rejects.toMatchObject({ code: 'auth' });
    expect(tokenCalls()).toHaveLength(1);
  });
});

describe('a source of tokens', () => {
  test('obtains once, however many ask at once', async () => {
    let obtained = 0;
    const source = createTokenSource(async () => {
      obtained += 1;
      await world.clock.sleep(1_000);
      return { accessToken: `token ${obtained}`, expiresAt: world.clock.now() + 600_000 };
    }, world.clock);
    expect(await Promise.all([text(source), text(source), text(source)])).toEqual(Array(3).fill('token 1'));
    expect(await text(source)).toBe('token 1');
    world.clock.skip(580_000);
    expect(await text(source)).toBe('token 2');
  });

  test('a failure is not kept', async () => {
    const outcomes = [Promise.reject(new Error('down')), { accessToken: 'x', expiresAt: Number.MAX_VALUE }];
    const source = createTokenSource(async () => outcomes.shift()!, world.clock);
    await expect(source.get()).rejects.toThrow('down');
    expect(await text(source)).toBe('x');
  });

  describe('whose token is refused', () => {
    const renewing = () => {
      const refusals: (string | undefined)[] = [];
      const source = createTokenSource(async (refused) => {
        refusals.push(refused);
        return { accessToken: `token ${refusals.length}`, expiresAt: Number.MAX_VALUE };
      }, world.clock);
      return { source, refusals };
    };

    test('keeps a fresh one: no other will do', async () => {
      const { source, refusals } = renewing();
      expect((await source.get()).refused(false)).toBe(false);
      expect(await text(source)).toBe('token 1');
      expect(refusals).toEqual([undefined]);
    });

    test.each<[what: string, isExpired: boolean, serve: boolean]>([
      ['has served', false, true],
      ['is said to have expired', true, false],
    ])(
      'hands out another when it %s, to all calls that were in flight with it',
      async (_what, isExpired, serve) => {
        const { source, refusals } = renewing();
        const [one, two, three] = await Promise.all([source.get(), source.get(), source.get()]);
        if (serve) three.served();
        expect(one.refused(isExpired)).toBe(true);
        expect(await text(source)).toBe('token 2');
        expect(two.refused(false)).toBe(true);
        expect(await text(source)).toBe('token 2');
        expect(refusals).toEqual([undefined, 'token 1']);
      },
    );

    test('does not take a new one for the old', async () => {
      const { source } = renewing();
      const old = await source.get();
      old.served();
      old.refused(false);
      const fresh = await source.get();
      old.refused(false);
      expect(fresh.refused(false)).toBe(false);
    });
  });

  test('a token of the environment is used as it is, until it is refused', async () => {
    const source = createTokenSource(givenToken('given'), world.clock);
    expect(await text(source)).toBe('given');
    expect((await source.get()).refused(true)).toBe(true);
    await expect(source.get()).rejects.toMatchObject({
      code: 'auth',
      message: expect.stringMatching(/DK_ACCESS_TOKEN has expired/),
    });
    expect(tokenCalls()).toHaveLength(0);
  });
});

describe('a login', () => {
  let stores: Store[];
  beforeEach(() => {
    stores = [world.run().store, world.run().store];
  });
  const source = (store: Store, seed?: string, oauth = oauthOf()): TokenSource => {
    const { logins, leases } = store;
    const obtain = loginToken({ oauth, logins, leases, clock: world.clock, account: 'a', seed });
    return createTokenSource(obtain, world.clock);
  };
  const seeded = async (): Promise<string> => {
    const oauth = oauthOf();
    return (await oauth.exchange(await allow(oauth), REDIRECT)).refreshToken!;
  };

  test('two processes that both must refresh spend one token once, and both go on', async () => {
    const seed = await seeded();
    const before = tokenCalls().length;
    const [one, two] = stores.map((store) => source(store, seed));
    const [first, second] = await Promise.all([text(one!), text(two!)]);
    expect(first).toBe(second);
    expect(tokenCalls()).toHaveLength(before + 1);

    world.clock.skip(1_790_000);
    const again = await Promise.all([text(one!), text(two!)]);
    expect(again[0]).toBe(again[1]);
    expect(again[0]).not.toBe(first);
    expect(tokenCalls()).toHaveLength(before + 2);
  });

  test('the next refresh token is saved before the access token is handed out', async () => {
    const journal: string[] = [];
    const [store] = stores;
    const logins: Store['logins'] = {
      ...store!.logins,
      save: async (account, login) => {
        await store!.logins.save(account, login);
        journal.push('saved');
      },
    };
    const seed = await seeded();
    await source({ ...store!, logins }, seed).get();
    journal.push('handed out');
    expect(journal).toEqual(['saved', 'handed out']);
    expect((await store!.logins.find('a'))!.refreshToken).not.toBe(seed);
  });

  test('that cannot be saved is not used, so that it is not lost unseen', async () => {
    const [store] = stores;
    const logins: Store['logins'] = {
      ...store!.logins,
      save: async () => {
        throw new Error('disk full');
      },
    };
    await expect(source({ ...store!, logins }, await seeded()).get()).rejects.toThrow('disk full');
    expect(await store!.leases.take('login a')).toBe(true);
  });

  test('whose successor could not be sealed is not spent', async () => {
    const { path } = world;
    const options = { path, clock: world.clock, callTimeout: 1_000, tokenKey: 'too short' };
    const seed = await seeded();
    const before = tokenCalls().length;
    await expect(source(openStore(options), seed).get()).rejects.toMatchObject({ code: 'config' });
    expect(tokenCalls()).toHaveLength(before);
    await expect(source(stores[0]!, seed).get()).resolves.toHaveProperty('text');
  });

  test('a stored access token that is refused is refreshed, in whatever words and although it should still live', async () => {
    const first = await text(source(stores[0]!, await seeded()));
    const later = source(stores[1]!);
    const stored = await later.get();
    expect(stored.text).toBe(first);
    expect(stored.refused(false)).toBe(true);
    expect(await text(later)).not.toBe(first);
  });

  test('the stored token comes before the seed, and the seed after a stored one that lapsed', async () => {
    const lapsed = { accessToken: 'x', expiresAt: 0, refreshToken: 'lapsed' };
    await stores[0]!.logins.save('a', lapsed);
    const seed = await seeded();
    const before = tokenCalls().length;
    await source(stores[0]!, seed).get();
    expect(tokenCalls()).toHaveLength(before + 2);
    expect((await stores[0]!.logins.find('a'))!.refreshToken).not.toBe(seed);
  });

  test('that lapsed is told with what to do', async () => {
    await stores[0]!.logins.save('a', { accessToken: 'x', expiresAt: 0, refreshToken: 'lapsed' });
    await expect(source(stores[0]!).get()).rejects.toMatchObject({
      code: 'auth',
      hint: expect.stringMatching(/bom-audit login/),
    });
  });

  test('an outage of the token service leaves the stored login as it is', async () => {
    const login = { accessToken: 'x', expiresAt: 0, refreshToken: await seeded() };
    await stores[0]!.logins.save('a', login);
    for (let count = 0; count < 5; count += 1) {
      world.emulator.state.faults.push({ fault: { status: 500 }, on: 'token' });
    }
    await expect(source(stores[0]!).get()).rejects.toMatchObject({ code: 'outage' });
    expect(await stores[0]!.logins.find('a')).toEqual(login);
    await expect(source(stores[0]!).get()).resolves.toHaveProperty('text');
  });
});
