import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { refuseTravel } from '../../config/origin.ts';
import { isLoopback } from '../../core/address.ts';
import { AuditError } from '../../core/errors.ts';
import { toLogin } from '../../sources/digikey/login.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, loginFlags } from '../options.ts';
import { settingsOf } from '../settings.ts';
import { codeOf, redirectAddress } from './login-redirect.ts';

const PERSON = { isOwn: true, name: 'the browser' };

/** `bom-audit login`: a person allows the client in a browser; what that is worth is stored, sealed. */
export async function login(args: ArgsOf<typeof loginFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  if (!settings.credentials?.clientSecret) {
    throw new AuditError('auth', 'A login needs DK_CLIENT_ID and DK_CLIENT_SECRET', {
      hint: 'Both stand on the page of your app at https://developer.digikey.com.',
    });
  }
  const { digikey, addressFrom } = settings;
  refuseTravel('A login', PERSON, { value: digikey.baseUrl, from: addressFrom });
  const redirect = redirectAddress(args.redirectUri ?? digikey.redirectUri);
  const { oauth, logins, loginAccount, close } = compose(settings, io);
  try {
    await logins.ready();
    const state = randomBytes(16).toString('base64url');
    const address = oauth.authorizationUrl(redirect.text, state);
    io.stderr.write(`Open this address in a browser, log in to DigiKey and allow the access:\n${address}\n`);
    const code =
      args.paste || !isLoopback(redirect.url)
        ? codeOf(await pasted(io), state)
        : await (await import('./login-listener.ts')).listenForCode(redirect.url, state, io);
    const grant = await oauth.exchange(code, redirect.text, io.signal);
    if (grant.refreshToken === null) {
      throw new AuditError('auth', 'DigiKey granted no refresh token, so that the login would not last', {
        hint: 'Check that your app is made for three-legged OAuth; audits need no login.',
      });
    }
    await logins.save(loginAccount, toLogin(grant));
    io.stderr.write('Logged in. bom-audit logout ends it.\n');
    return 0;
  } finally {
    close();
  }
}

/** The address that a person pastes, from the browser that was sent to it. */
async function pasted(io: Io): Promise<URL> {
  io.stderr.write('Then paste the address that the browser is sent to, whether or not the page loads:\n');
  for await (const line of createInterface({ input: io.stdin })) {
    if (URL.canParse(line.trim())) return new URL(line.trim());
    if (line.trim() !== '') io.stderr.write('That is no address; it begins with https://\n');
  }
  throw new AuditError('usage', 'No address was pasted');
}
