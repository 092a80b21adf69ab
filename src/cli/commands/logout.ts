import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, logoutFlags } from '../options.ts';
import { settingsOf } from '../settings.ts';

/** `bom-audit logout`: forgets the login of this client id. */
export async function logout(args: ArgsOf<typeof logoutFlags>, io: Io): Promise<number> {
  const { logins, loginAccount, close } = compose(settingsOf(args, io), io);
  try {
    const was = await logins.remove(loginAccount);
    io.stderr.write(was ? 'Logged out: the stored login is gone.\n' : 'There was no stored login.\n');
    return 0;
  } finally {
    close();
  }
}
