import { describe, test } from 'vitest';
import { type Case, check } from './reading.ts';

const PART = (at: number) => `U${at},1,LM358DR${at},TI`;
const LONG_LIST = Array.from(
  { length: 700 },
  (_, at) => `2026-01-${(at % 28) + 1},changed resistor ${at},AM,`,
).join('\n');

const HEADERS: Readonly<Record<string, Case>> = {
  'names under those of their groups': {
    table: `
      Ref,Qty,Primary source,,Second source,,Notes
      ,,Manufacturer,Part No.,Manufacturer,Part No.,
      U1,1,Texas Instruments,LM358DR,onsemi,LM358DR2G,x
      U2,1,Texas Instruments,TL072CDR,STMicroelectronics,TL072CDT,y`,
    columns: 'Part No. + Part No.; Manufacturer + Manufacturer; Qty; Ref',
    lines: `
      3: U1 ×1 LM358DR @ Texas Instruments | LM358DR2G @ onsemi
      4: U2 ×1 TL072CDR @ Texas Instruments | TL072CDT @ STMicroelectronics`,
  },
  'a shop as a group': {
    table: `
      ,,Manufacturer,,Farnell,
      Ref,Qty,Name,Part Number,Part Number,Price
      U1,1,TI,LM358DR,1467871,0.3
      U2,1,TI,TL072CDR,9475892,0.4`,
    columns: 'Part Number; Name; Qty; Ref',
  },
  'words that go on in the next row': {
    table: `
      Ref,Qty,Manufacturer,Manufacturer,Unit
      ,,,Part Number,Price
      U1,1,TI,LM358DR,0.3
      U2,1,TI,TL072CDR,0.4`,
    columns: 'Manufacturer; Manufacturer; Qty; Ref',
    lines: `
      3: U1 ×1 LM358DR @ TI
      4: U2 ×1 TL072CDR @ TI`,
  },
  'two languages in two rows': {
    table: `
      Bezeichner;Menge;Hersteller;Herstellerteilenummer
      Designator;Quantity;Manufacturer;Manufacturer Part Number
      U1;1;TI;LM358DR
      U2;1;TI;TL072CDR`,
    columns: 'Herstellerteilenummer; Hersteller; Menge; Bezeichner',
    lines: `
      3: U1 ×1 LM358DR @ TI
      4: U2 ×1 TL072CDR @ TI`,
  },
  'two languages in one cell': {
    table: `
      Ref / Bezeichner;Menge / Quantity;Hersteller (Manufacturer);Teilenummer / Part Number
      U1;1;TI;LM358DR
      U2;1;TI;TL072CDR`,
    columns: 'Teilenummer / Part Number; Hersteller (Manufacturer); Menge / Quantity; Ref / Bezeichner',
  },
  'Japanese with English beside it': {
    table: `
      部品記号 Ref,員数 Qty,メーカー Maker,メーカー型番 MPN
      U1,1,TI,LM358DR
      U2,1,TI,TL072CDR`,
    columns: 'メーカー型番 MPN; メーカー Maker; 員数 Qty; 部品記号 Ref',
  },
  'no word for a part number, and shops all over: the header is seen, and nothing is asked': {
    table: `
      Designation,Supplier,Website link,House reference,Qtity,Unit cost,Stock
      Sensor board,ShopA,https://example.com/a,SKU: ABX0123,1,24.8,2
      Gear motor,ShopB,https://example.com/b,SKU: MOT-4410,1,2.15,3
      Rocker,ShopC,https://example.com/c,SKU: SWT-20871,1,3.22,0`,
    refused: /it names order numbers of a shop only/,
  },
  'no word for a part number, in a language that we know': {
    table: `
      Repère;Qté;Désignation;Composant
      U1;1;ampli op;LM358DR
      C1;2;condensateur;GRM155R71C104KA88D
      R1;1;résistance;RC0402FR-0710KL`,
    columns: 'Composant; -; Qté; Repère',
    told: /No header names the part numbers; column D "Composant" was taken/,
  },
  'words that nobody knows over columns of parts': {
    table: `
      Xabba,Yolka,Zunda
      U1,LM358DR,1
      U2,TL072CDR,1
      "R1,R2",RC0402FR-0710KL,2`,
    columns: 'Yolka; -; Zunda; Xabba',
    told: [
      /No header names the part numbers; column B "Yolka"/,
      /No header names the quantities; column C "Zunda"/,
    ],
  },
  'a header far down, with another table above it': {
    table: `Date,Change,By,\n${LONG_LIST}\n\nRef,Qty,MPN,Manufacturer\n${[1, 2, 3].map(PART).join('\n')}`,
    columns: 'MPN; Manufacturer; Qty; Ref',
    lines: `
      704: U1 ×1 LM358DR1 @ TI
      705: U2 ×1 LM358DR2 @ TI
      706: U3 ×1 LM358DR3 @ TI`,
  },
  'a second table whose columns stand elsewhere is read by its own header, and told': {
    table: `
      Ref,Qty,MPN,Manufacturer
      U1,1,LM358DR,TI
      U2,1,TL072CDR,TI
      ,,,
      Manufacturer,MPN,Ref,Qty
      Murata,GRM155R71C104KA88D,C1,2
      Yageo,RC0402FR-0710KL,R1,1`,
    columns: 'MPN; Manufacturer; Qty; Ref',
    lines: `
      2: U1 ×1 LM358DR @ TI
      3: U2 ×1 TL072CDR @ TI
      6: C1 ×2 GRM155R71C104KA88D @ Murata
      7: R1 ×1 RC0402FR-0710KL @ Yageo`,
    told: [/The table under row 5 has a header of its own/, /row 6: The quantity is 2/],
  },
  'slips of the pen': {
    table: `
      Desginator,Quanity,Manufactuer,Manufacturer Part Nubmer
      U1,1,TI,LM358DR
      U2,1,TI,TL072CDR`,
    columns: 'Manufacturer Part Nubmer; Manufactuer; Quanity; Desginator',
  },
};

const LANGUAGES: Readonly<Record<string, readonly [header: string, columns: string]>> = {
  Dutch: [
    'Referentie;Aantal;Fabrikant;Artikelnummer fabrikant',
    'Artikelnummer fabrikant; Fabrikant; Aantal; Referentie',
  ],
  Swedish: [
    'Referens;Antal;Tillverkare;Tillverkarens artikelnr',
    'Tillverkarens artikelnr; Tillverkare; Antal; Referens',
  ],
  Polish: [
    'Oznaczenie;Ilość;Producent;Numer części producenta',
    'Numer części producenta; Producent; Ilość; Oznaczenie',
  ],
  Czech: ['Reference;Počet;Výrobce;Číslo dílu výrobce', 'Číslo dílu výrobce; Výrobce; Počet; Reference'],
  Hungarian: [
    'Pozíciójel;Darabszám;Gyártó;Gyártói cikkszám',
    'Gyártói cikkszám; Gyártó; Darabszám; Pozíciójel',
  ],
  Finnish: [
    'Viite;Määrä;Valmistaja;Valmistajan tuotenumero',
    'Valmistajan tuotenumero; Valmistaja; Määrä; Viite',
  ],
  Romanian: [
    'Referință;Cantitate;Producător;Cod producător',
    'Cod producător; Producător; Cantitate; Referință',
  ],
  Greek: [
    'Αναφορά;Ποσότητα;Κατασκευαστής;Κωδικός κατασκευαστή',
    'Κωδικός κατασκευαστή; Κατασκευαστής; Ποσότητα; Αναφορά',
  ],
  Turkish: ['Referans;Adet;Üretici;Üretici Parça No', 'Üretici Parça No; Üretici; Adet; Referans'],
  Russian: [
    'Поз. обозначение;Кол-во;Производитель;Артикул производителя',
    'Артикул производителя; Производитель; Кол-во; Поз. обозначение',
  ],
  Ukrainian: [
    'Позначення;Кількість;Виробник;Артикул виробника',
    'Артикул виробника; Виробник; Кількість; Позначення',
  ],
  Chinese: ['位号;用量;制造商;制造商料号', '制造商料号; 制造商; 用量; 位号'],
  'traditional Chinese': ['位號;數量;製造商;製造商料號', '製造商料號; 製造商; 數量; 位號'],
  Japanese: ['部品記号;員数;メーカー;メーカー型番', 'メーカー型番; メーカー; 員数; 部品記号'],
  Korean: ['위치;수량;제조사;제조사 품번', '제조사 품번; 제조사; 수량; 위치'],
  Portuguese: [
    'Referência;Quantidade;Fabricante;Código do fabricante',
    'Código do fabricante; Fabricante; Quantidade; Referência',
  ],
  Italian: [
    'Riferimento;Q.tà;Produttore;Codice produttore',
    'Codice produttore; Produttore; Q.tà; Riferimento',
  ],
  Norwegian: [
    'Referanse;Antall;Produsent;Produsentens delenummer',
    'Produsentens delenummer; Produsent; Antall; Referanse',
  ],
  Danish: [
    'Reference;Antal;Producent;Producentens varenummer',
    'Producentens varenummer; Producent; Antal; Reference',
  ],
};

describe('where the table begins, and what its columns are called', () => {
  test.each(Object.entries(HEADERS))('%s', async (_, one) => check(one));
});

describe('a BOM in each language', () => {
  test.each(Object.entries(LANGUAGES))('%s', async (_, [header, columns]) => {
    await check({
      table: `${header}\nU1;1;Texas Instruments;LM358DR\n"C1,C2";2;Murata;GRM155R71C104KA88D`,
      columns,
      lines: `
        2: U1 ×1 LM358DR @ Texas Instruments
        3: C1,C2 ×2 GRM155R71C104KA88D @ Murata`,
    });
  });
});
