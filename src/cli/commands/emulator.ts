import { once } from 'node:events';
import { resolve } from 'node:path';
import { AuditError } from '../../core/errors.ts';
import { loadCatalogue } from '../../emulator/catalogue.ts';
import type { Catalogue } from '../../emulator/documents.ts';
import { createEmulator } from '../../emulator/emulator.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, emulatorFlags } from '../options.ts';

/** `bom-audit emulator`: serves until it is interrupted. */
export async function emulator(args: ArgsOf<typeof emulatorFlags>, io: Io): Promise<number> {
  const today = new Date(io.clock.now()).toISOString().slice(0, 10);
  const catalogue = args.catalogue && readCatalogue(resolve(io.folder, args.catalogue), today);
  const server = createEmulator(catalogue ? { catalogue } : {});
  const address = await server.listen(args.port).catch((cause: unknown) => {
    throw new AuditError('usage', `Port ${args.port} cannot be used`, {
      hint: 'Name another with --port.',
      cause,
    });
  });
  io.stdout.write(`${address}\n`);
  io.stderr.write(
    `DigiKey's emulator, with made-up data. In another terminal:\n` +
      `  DK_BASE_URL=${address} DK_CLIENT_ID=emulator DK_CLIENT_SECRET=emulator bom-audit run BOM\n` +
      'Ctrl-C ends it.\n',
  );
  if (!io.signal.aborted) await once(io.signal, 'abort');
  await server.close();
  return 0;
}

function readCatalogue(path: string, today: string): Catalogue {
  try {
    return loadCatalogue(path, today);
  } catch (cause) {
    throw new AuditError('input', `The catalogue ${path} cannot be read`, {
      hint: 'fixtures/catalogue shows the format.',
      cause,
    });
  }
}
