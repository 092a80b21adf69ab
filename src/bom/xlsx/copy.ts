import { Duplex, Readable, Writable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';
import { BlobReader, configure, ZipWriter } from '@zip.js/zip.js';
import { type Workbook, ZIP_OPTIONS } from './package.ts';

/** Node's own compressor, which works beside the main thread; zip.js would use its WebAssembly on it. */
class NodeDeflate {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
  constructor(_format: string, { level = 1 }: { readonly level?: number } = {}) {
    const { readable, writable } = Duplex.toWeb(createDeflateRaw({ level, chunkSize: 2 ** 17 }));
    this.readable = readable as ReadableStream;
    this.writable = writable;
  }
}
configure({ CompressionStreamFallback: NodeDeflate });

/** New content of parts, by part name, made when its turn to be written comes. */
export type Replacements = ReadonlyMap<string, () => AsyncIterable<Buffer>>;

/**
 * Writes the workbook to `out`, and ends it, with some parts replaced, in the order of the map. The compressed bytes of
 * all others are copied as they are.
 */
export async function copyPackage(workbook: Workbook, out: Writable, replaced: Replacements): Promise<void> {
  const names = new Set([...replaced.keys()].map((part) => workbook.nameOf(part)));
  const zip = new ZipWriter(Writable.toWeb(out), { useWebWorkers: false });
  await zip.appendZip(new BlobReader(workbook.blob), {
    filter: (entry) => !names.has(entry.filename),
    readerOptions: ZIP_OPTIONS,
  });
  for (const [part, content] of replaced) {
    const readable = Readable.toWeb(Readable.from(content(), { objectMode: false })) as ReadableStream;
    await zip.add(workbook.nameOf(part), { readable }, SETTINGS);
  }
  await zip.close();
}

/** A fixed date, so that the same input gives the same bytes; no ZIP64, which some readers of XLSX do not know. */
const SETTINGS = { level: 1, zip64: false, lastModDate: new Date(1980, 0, 1), extendedTimestamp: false };
