import { AuditError } from '../../core/errors.ts';

/** `text` exactly as it is registered with DigiKey, which compares to the last slash. */
export interface RedirectAddress {
  readonly text: string;
  readonly url: URL;
}

/** Throws `AuditError('usage')` for anything but an https address, which DigiKey would refuse. */
export function redirectAddress(text: string): RedirectAddress {
  if (URL.canParse(text) && new URL(text).protocol === 'https:') return { text, url: new URL(text) };
  throw new AuditError(
    'usage',
    `The redirect address must be an https address, not ${JSON.stringify(text)}`,
    {
      hint: 'Give the one that is registered for your app: --redirect-uri, or digikey.redirectUri in the config.',
    },
  );
}

/**
 * The code in the address that the browser was sent to. Throws `AuditError('auth')` when the access was not
 * allowed, and when `state` is not the one of this login: then somebody else began it.
 */
export function codeOf({ searchParams }: URL, state: string): string {
  if (searchParams.get('state') !== state) {
    throw new AuditError('auth', 'The address does not belong to this login: its state is another', {
      hint: 'Use the address that this very run of bom-audit login prints.',
    });
  }
  const code = searchParams.get('code');
  if (code) return code;
  const said = searchParams.get('error_description') ?? searchParams.get('error') ?? 'no reason was given';
  throw new AuditError('auth', `DigiKey did not allow the access (${said})`);
}
