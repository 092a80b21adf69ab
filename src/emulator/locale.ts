import type { Named, Product } from './documents.ts';

export type StatusWord =
  | 'active'
  | 'obsolete'
  | 'discontinued'
  | 'last-time-buy'
  | 'under-review'
  | 'preliminary'
  | 'nrnd';

interface Status {
  readonly id: number;
  readonly text: string;
  readonly formerly?: string;
  readonly ja: string;
}

/** Ids 0, 1, 2, 4 and 7 are DigiKey's; 5 and its words, and the id of Preliminary, are made up. */
export const STATUSES: Readonly<Record<StatusWord, Status>> = {
  active: { id: 0, text: 'Active', ja: 'アクティブ' },
  obsolete: { id: 1, text: 'Obsolete', ja: '廃番' },
  discontinued: {
    id: 2,
    text: 'Discontinued at DigiKey',
    formerly: 'Discontinued at Digi-Key',
    ja: 'DigiKeyで取り扱い中止',
  },
  'last-time-buy': { id: 4, text: 'Last Time Buy', ja: '最終購入' },
  'under-review': { id: 5, text: 'Under Review', ja: '確認中' },
  preliminary: { id: 6, text: 'Preliminary', ja: '暫定' },
  nrnd: { id: 7, text: 'Not For New Designs', ja: '新規設計非推奨' },
};

const BY_ID: ReadonlyMap<number, Status> = new Map(
  Object.values(STATUSES).map((status) => [status.id, status]),
);

const PACKAGES_JA: ReadonlyMap<number, string> = new Map([
  [1, 'テープ&リール(TR)'],
  [2, 'カットテープ(CT)'],
  [3, 'バルク'],
  [6, 'チューブ'],
  [17, 'トレイ'],
]);

/** The currency of a site; any other asked for is replaced by it, save USD. An unknown site is taken as US. */
const CURRENCIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries('AT BE DE ES FI FR IE IT NL PT'.split(' ').map((site) => [site, 'EUR'])),
  ...{ US: 'USD', MX: 'USD', CA: 'CAD', UK: 'GBP', JP: 'JPY', CH: 'CHF', SE: 'SEK', NO: 'NOK', DK: 'DKK' },
  ...{ PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON', IL: 'ILS', CN: 'CNY', HK: 'HKD', SG: 'SGD', TW: 'TWD' },
  ...{ KR: 'KRW', AU: 'AUD', NZ: 'NZD', IN: 'INR', ZA: 'ZAR', MY: 'MYR', TH: 'THB', PH: 'PHP' },
};
const LANGUAGES = 'en ja de fr ko zhs zht it es he nl sv pl fi da no'.split(' ');

export interface Locale {
  readonly Site: string;
  readonly Language: string;
  readonly Currency: string;
}

/** What is used for what was asked: invalid values are corrected without a word. */
export function localeUsed(site = 'US', language = 'en', currency = ''): Locale {
  const Site = site.toUpperCase() in CURRENCIES ? site.toUpperCase() : 'US';
  const primary = CURRENCIES[Site] ?? 'USD';
  return {
    Site,
    Language: LANGUAGES.includes(language.toLowerCase()) ? language.toLowerCase() : 'en',
    Currency: currency.toUpperCase() === 'USD' ? 'USD' : primary,
  };
}

export interface View {
  readonly locale: Locale;
  /** `old`: "Discontinued at Digi-Key", as it read up to 2025. */
  readonly statusWording: 'old' | 'new';
  /** DigiKey leaves EndOfLife and Discontinued false whatever the status; true sets them as their names say. */
  readonly flagsTruthful: boolean;
}

/** The document as one client sees it: status and packaging in its language, flags as this emulator keeps them. */
export function render(product: Product, view: View): Product {
  const { Id } = product.ProductStatus;
  return {
    ...product,
    ProductStatus: { Id, Status: statusText(product, view) },
    EndOfLife: product.EndOfLife || (view.flagsTruthful && (Id === 1 || Id === 4)),
    Discontinued: product.Discontinued || (view.flagsTruthful && Id === 2),
    ProductVariations: product.ProductVariations.map((variation) => ({
      ...variation,
      PackageType: packageType(variation.PackageType, view.locale),
    })),
  };
}

function statusText(product: Product, view: View): string {
  const status = BY_ID.get(product.ProductStatus.Id);
  if (status === undefined) return product.ProductStatus.Status;
  if (view.locale.Language === 'ja') return status.ja;
  return view.statusWording === 'old' ? (status.formerly ?? status.text) : status.text;
}

/** Packaging is named in Japanese only when both site and language are. */
function packageType(type: Named, locale: Locale): Named {
  if (locale.Site !== 'JP' || locale.Language !== 'ja') return type;
  return { Id: type.Id, Name: PACKAGES_JA.get(type.Id) ?? type.Name };
}
