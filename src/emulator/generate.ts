import type { Product } from './documents.ts';
import { type Entry, type Group, type Maker, productDocument } from './expand.ts';
import type { StatusWord } from './locale.ts';
import { randomFrom } from './random.ts';

const GROUP: Group = {
  category: ['Generated Parts', 'For Load Tests'],
  mounting: 'Surface Mount',
  pack: 'CT TR DR',
};

const MAKERS: readonly Maker[] = [
  'Alder Semiconductor',
  'Birch Microdevices',
  'Cedar Passives Corporation',
  'Dogwood Electronics Inc.',
  'Elm & Sons',
  'Fir Technology',
  'Ginkgo Components',
  'Hazel/Holly Devices',
].map((name, index) => ({ id: 90_001 + index, name, prefix: String(9001 + index) }));

/** Roughly what a board's parts are: of a thousand so many, in this order. */
const PER_MILLE: readonly (readonly [StatusWord, number])[] = [
  ['active', 840],
  ['obsolete', 70],
  ['nrnd', 40],
  ['discontinued', 25],
  ['last-time-buy', 18],
  ['preliminary', 4],
  ['under-review', 3],
];

/**
 * Products `GEN-000001` to `GEN-` count, for load: each number has one maker, and the lifecycles are spread as on
 * real boards. The same seed, count and day (YYYY-MM-DD) give the same documents.
 */
export function generateProducts(seed: number, count: number, today = '2026-01-01'): Product[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const entry = generatedEntry(`GEN-${String(index + 1).padStart(6, '0')}`, random);
    const maker = MAKERS.find(({ name }) => name === entry.maker)!;
    return productDocument(entry, GROUP, maker, today);
  });
}

function generatedEntry(mpn: string, random: () => number): Entry {
  const status = statusAt(Math.floor(random() * 1000));
  const inStock = status === 'active' || status === 'nrnd';
  const lastBuy = lastBuyOf(status, random);
  return {
    mpn,
    maker: MAKERS[Math.floor(random() * MAKERS.length)]!.name,
    desc: `GENERATED PART ${mpn}`,
    status,
    stock: inStock ? Math.floor(random() * 50_000) : 0,
    price: inStock ? Number((0.01 + random() * 5).toFixed(2)) : 0,
    lead: 4 + Math.floor(random() * 40),
    ...(lastBuy === undefined ? {} : { lastBuyInDays: lastBuy }),
  };
}

/** Most obsolete parts keep the date that has passed; a last-time buy has one between long ago and next year. */
function lastBuyOf(status: StatusWord, random: () => number): number | undefined {
  if (status === 'obsolete') return random() < 0.75 ? -30 - Math.floor(random() * 3000) : undefined;
  if (status === 'last-time-buy') return random() < 0.9 ? Math.floor(random() * 400) - 60 : undefined;
  return undefined;
}

function statusAt(place: number): StatusWord {
  let upTo = 0;
  for (const [word, share] of PER_MILLE) {
    upTo += share;
    if (place < upTo) return word;
  }
  return 'active';
}
