import type { CompanyId } from '../companies.ts';
import type { Dated } from '../table.ts';

/** A firm that belongs to another and still sells under its own name. */
export type Owned = { readonly owned: CompanyId; readonly by: CompanyId } & Dated;

export const OWNERS: readonly Owned[] = [
  { owned: 'c-and-k', by: 'littelfuse' },
  { owned: 'carling', by: 'littelfuse' },
  { owned: 'chilisin', by: 'yageo' },
  { owned: 'cinch', by: 'bel' },
  { owned: 'cornell-dubilier', by: 'knowles' },
  { owned: 'cyntec', by: 'delta' },
  { owned: 'elna', by: 'taiyo-yuden' },
  { owned: 'erni', by: 'te-connectivity' },
  { owned: 'iqd', by: 'wurth' },
  { owned: 'kemet', by: 'yageo' },
  { owned: 'kyocera-avx', by: 'kyocera' },
  { owned: 'powerex', by: 'mitsubishi' },
  { owned: 'pulse', by: 'yageo' },
  { owned: 'richtek', by: 'mediatek' },
  { owned: 'schaffner', by: 'te-connectivity' },
  { owned: 'sierra', by: 'semtech' },
  { owned: 'stewart', by: 'bel' },
  { owned: 'tdk-lambda', by: 'tdk' },
  { owned: 'trompeter', by: 'bel' },
  { owned: 'trompeter', by: 'cinch' },
];

/** They carry on or resell what others made, under the makers' numbers: their listing says little of whose it is. */
export const AFTERMARKET: readonly CompanyId[] = ['lansdale', 'micross', 'rochester'];
