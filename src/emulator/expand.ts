import { addDays, centralMidnight } from './days.ts';
import type { Category, Named, Product, Variation } from './documents.ts';
import { STATUSES, type StatusWord } from './locale.ts';

export interface Maker {
  readonly id: number;
  readonly name: string;
  /** Begins the maker's order numbers, `448` of `448-STM32F103C8T6-ND`. */
  readonly prefix: string;
}

/** What the products listed together share. */
export interface Group {
  /** From the root to the leaf. */
  readonly category: readonly string[];
  readonly mounting: string;
  /** Package codes of `PACKAGES`, parted by spaces, for the products that give none of their own. */
  readonly pack: string;
}

/** One line of the catalogue; what it leaves out takes the value named here. */
export interface Entry {
  readonly mpn: string;
  readonly maker: string;
  readonly desc: string;
  /** `active`. */
  readonly status?: StatusWord;
  /** Days from today to the last-buy date, negative when it has passed; no date. */
  readonly lastBuyInDays?: number;
  /** Own stock, without the marketplace: 0. */
  readonly stock?: number;
  /** Price of one in USD: 0, which is how no price is told. */
  readonly price?: number;
  /** Weeks: 12. Null: not said. */
  readonly lead?: number | null;
  /** The group's; empty when only a marketplace seller has it. */
  readonly pack?: string;
  /** Order numbers that do not follow the rule, by package code. */
  readonly dkpn?: Readonly<Record<string, string>>;
  readonly market?: {
    readonly dkpn: string;
    readonly supplier: string;
    readonly stock: number;
    readonly moq: number;
  };
  readonly base?: string;
  readonly series?: string;
  readonly otherNames?: readonly string[];
  readonly flags?: readonly ('endOfLife' | 'discontinued' | 'ncnr' | 'notStocking' | 'noDatasheet')[];
  /** Kind of substitution by part number. */
  readonly substitutes?: Readonly<Record<string, string>>;
}

/** DigiKey's packaging ids by the catalogue's short codes, with the end that an order number gets. */
const PACKAGES: Readonly<
  Record<string, { readonly type: Named; readonly suffix: string; readonly standard: number }>
> = {
  TR: { type: { Id: 1, Name: 'Tape & Reel (TR)' }, suffix: 'TR', standard: 2500 },
  CT: { type: { Id: 2, Name: 'Cut Tape (CT)' }, suffix: 'CT', standard: 1 },
  DR: { type: { Id: 243, Name: 'Digi-Reel®' }, suffix: 'DKR', standard: 1 },
  Bulk: { type: { Id: 3, Name: 'Bulk' }, suffix: '', standard: 1 },
  TB: { type: { Id: 4, Name: 'Tape & Box (TB)' }, suffix: 'TB', standard: 2000 },
  Tube: { type: { Id: 6, Name: 'Tube' }, suffix: '', standard: 50 },
  Tray: { type: { Id: 17, Name: 'Tray' }, suffix: '', standard: 490 },
  Box: { type: { Id: 61, Name: 'Box' }, suffix: '', standard: 1 },
  Bag: { type: { Id: 62, Name: 'Bag' }, suffix: '', standard: 100 },
};

/** A catalogue line as the document that DigiKey would send. */
export function productDocument(entry: Entry, group: Group, maker: Maker, today: string): Product {
  const { mpn, status: word = 'active', stock = 0, price = 0, lead = 12, flags = [] } = entry;
  const status = STATUSES[word];
  if (status === undefined) throw new Error(`"${word}" is no status`);
  const ended = word === 'obsolete' || word === 'discontinued' || (entry.lastBuyInDays ?? 0) < 0;
  const slug = encodeURIComponent(maker.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'));
  return {
    Description: {
      ProductDescription: entry.desc,
      DetailedDescription: `${group.category.at(-1)} ${entry.desc}`,
    },
    Manufacturer: { Id: maker.id, Name: maker.name },
    ManufacturerProductNumber: mpn,
    UnitPrice: price,
    ProductUrl: `https://www.digikey.com/en/products/detail/${slug}/${encodeURIComponent(mpn)}/${idOf(maker.name + mpn)}`,
    DatasheetUrl: flags.includes('noDatasheet')
      ? null
      : `//mm.digikey.com/emulated/${encodeURIComponent(mpn)}.pdf`,
    PhotoUrl: '',
    ProductVariations: variations(entry, group, maker),
    QuantityAvailable: stock + (entry.market?.stock ?? 0),
    ProductStatus: { Id: status.id, Status: status.text },
    BackOrderNotAllowed: ended,
    NormallyStocking: !ended && !flags.includes('notStocking'),
    Discontinued: flags.includes('discontinued'),
    EndOfLife: flags.includes('endOfLife'),
    Ncnr: flags.includes('ncnr'),
    PrimaryVideoUrl: null,
    Parameters: [parameter(69, 'Mounting Type', group.mounting), parameter(16, 'Package / Case', '-')],
    BaseProductNumber: entry.base === undefined ? null : { Id: idOf(entry.base), Name: entry.base },
    Category: category(group.category, 0),
    DateLastBuyChance:
      entry.lastBuyInDays === undefined ? null : centralMidnight(addDays(today, entry.lastBuyInDays)),
    ManufacturerLeadWeeks: lead === null ? null : String(lead),
    ManufacturerPublicQuantity: 0,
    Series:
      entry.series === undefined ? { Id: 0, Name: '-' } : { Id: idOf(entry.series), Name: entry.series },
    ShippingInfo: null,
    Classifications: {
      ReachStatus: 'REACH Unaffected',
      RohsStatus: 'ROHS3 Compliant',
      MoistureSensitivityLevel: '1  (Unlimited)',
      ExportControlClassNumber: 'EAR99',
      HtsusCode: '8542.39.0090',
    },
    OtherNames: entry.otherNames ?? [],
  };
}

function variations(entry: Entry, group: Group, maker: Maker): Variation[] {
  const { mpn, price = 0, stock = 0, market, dkpn } = entry;
  const codes = (entry.pack ?? group.pack).split(' ').filter((code) => code !== '');
  const own = codes.map((code) => {
    const pack = PACKAGES[code];
    if (pack === undefined) throw new Error(`"${code}" is no packaging`);
    return variation({
      dkpn: dkpn?.[code] ?? `${maker.prefix}-${mpn}${pack.suffix}-ND`,
      type: pack.type,
      supplier: { Id: maker.id, Name: maker.name },
      // Cut tape and Digi-Reel are taken from what the reels hold; a reel is whole or not for sale.
      stock: code === 'TR' ? stock - (stock % pack.standard) : stock,
      price,
      moq: price === 0 ? 0 : pack.standard,
      standard: pack.standard,
      marketPlace: false,
    });
  });
  if (market === undefined) return own;
  const supplier = { Id: idOf(market.supplier), Name: market.supplier };
  const type = { Id: 3, Name: 'Bulk' };
  const { moq } = market;
  return [
    ...own,
    variation({ ...market, type, supplier, price: price || 0.5, moq, standard: moq, marketPlace: true }),
  ];
}

interface Offer {
  readonly dkpn: string;
  readonly type: Named;
  readonly supplier: Named;
  readonly stock: number;
  readonly price: number;
  readonly moq: number;
  readonly standard: number;
  readonly marketPlace: boolean;
}

function variation(offer: Offer): Variation {
  const { price, moq } = offer;
  return {
    DigiKeyProductNumber: offer.dkpn,
    PackageType: offer.type,
    StandardPricing:
      price === 0
        ? []
        : [{ BreakQuantity: moq, UnitPrice: price, TotalPrice: Number((price * moq).toFixed(2)) }],
    MyPricing: [],
    MarketPlace: offer.marketPlace,
    TariffActive: false,
    Supplier: offer.supplier,
    QuantityAvailableforPackageType: offer.stock,
    MaxQuantityForDistribution: 0,
    MinimumOrderQuantity: moq,
    StandardPackage: offer.standard,
    DigiReelFee: offer.type.Id === 243 ? 7 : 0,
  };
}

function category(path: readonly string[], parent: number): Category {
  const [name = '', ...below] = path;
  const id = idOf(name);
  return {
    CategoryId: id,
    ParentId: parent,
    Name: name,
    ProductCount: 0,
    NewProductCount: 0,
    ImageUrl: '',
    SeoDescription: '',
    ChildCategories: below.length === 0 ? [] : [category(below, id)],
  };
}

function parameter(id: number, text: string, value: string) {
  return {
    ParameterId: id,
    ParameterText: text,
    ParameterType: 'String',
    ValueId: value === '-' ? '-' : String(idOf(value)),
    ValueText: value,
  };
}

/** The same number for the same name, always (FNV-1a, cut to seven digits). */
function idOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % 9_000_000) + 1_000;
}
