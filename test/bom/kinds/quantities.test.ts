import { describe, test } from 'vitest';
import { type Case, check } from './reading.ts';

/** Two columns of counts: which one is of a single board, the other is told. */
const PAIRS: readonly (readonly [perUnit: string, other: string])[] = [
  ['QTY per badge', 'Total Needed'],
  ["Q'ty", "Total Q'ty"],
  ['Menge je Gerät', 'Gesamtmenge'],
  ['Stk./Platine', 'Bestellmenge'],
  ['Quantité unitaire', 'Quantité totale'],
  ['Qté par carte', 'Qté à commander'],
  ['单台用量', '总用量'],
  ['每板用量', '采购数量'],
  ['1台あたり数量', '合計数'],
  ['대당 수량', '총수량'],
  ['Qty./pc', 'Order Qty'],
  ['Qty/Assy', 'Ext. Qty'],
  ['QPA', 'Required qty'],
  ['Usage per unit', 'Usage 250 units'],
  ['Qty', 'Qty for 100 boards'],
  ['Cantidad por placa', 'Cantidad total'],
  ['Ilość na płytkę', 'Ilość całkowita'],
  ['Kart başına adet', 'Toplam adet'],
  ['Kpl/laite', 'Kpl yhteensä'],
  ['Кол-во на плату', 'Общее количество'],
  ['Antal per kort', 'Totalt antal'],
  ['Per robot', 'Total'],
];

describe('an order total never wins over a count per unit, wherever it stands', () => {
  const rows = (first: string, second: string, counts: readonly (readonly [string, string])[]) =>
    [
      `Ref,MPN,${first},${second}`,
      ...counts.map(([one, two], at) => `U${at + 1},LM358DR${at},${one},${two}`),
    ].join('\n');
  const counts = [
    ['2', '500'],
    ['1', '250'],
    ['4', '1000'],
  ] as const;
  const swapped = counts.map(([one, two]) => [two, one] as const);

  test.each(PAIRS)('%s, and not %s', async (perUnit, other) => {
    const told = /name it with --quantity-column/;
    await check({ table: rows(perUnit, other, counts), columns: `MPN; -; ${perUnit}; Ref`, told });
    await check({ table: rows(other, perUnit, swapped), columns: `MPN; -; ${perUnit}; Ref`, told });
  });
});

const ALONE = [
  'Nb',
  'No. off',
  'Qtity',
  'Nos',
  'Usage',
  'Pcs',
  'QTY.',
  'Quanity',
  'Anz.',
  'Stückzahl',
  'Mng',
  'Nombre',
  'Q.tà',
  'Aantal',
  'Antal',
  'Ks',
  'Db',
  'Szt.',
  'Määrä',
  'Adet',
  'Ποσότητα',
  'Кол-во, шт.',
  'Кількість',
  '用量',
  '員数',
  '소요량',
];

describe('every word for a quantity', () => {
  test.each(ALONE)('%s', async (header) => {
    const table = `Ref,"${header}",MPN\n"R1,R2",2,RC0402FR-0710KL\nU1,1,LM358DR\nU2,1,TL072CDR`;
    await check({ table, columns: `MPN; -; ${header}; Ref` });
  });
});

const CASES: Readonly<Record<string, Case>> = {
  'an unknown word is found by what it counts, and told': {
    table: `
      Ref,Bunga,MPN
      "R1,R2",2,RC0402FR-0710KL
      U1,1,LM358DR
      "U2,U3,U4",3,TL072CDR`,
    columns: 'MPN; -; Bunga; Ref',
    told: /No header names the quantities; column B "Bunga"/,
  },
  'price breaks and packs are no quantities': {
    table: `
      Ref,MPN,Qty per reel,Min order qty,Price Qty 1
      R1,RC0402FR-0710KL,10000,1,0.01
      U1,LM358DR,2500,1,0.2
      U2,TL072CDR,2500,1,0.3`,
    columns: 'MPN; -; -; Ref',
  },
  'of two equal headers the one that counts the designators is of one board': {
    table: `
      Ref,Qty,Quantity,MPN
      "R1,R2",200,2,RC0402FR-0710KL
      U1,100,1,LM358DR
      "U2,U3,U4",300,3,TL072CDR`,
    columns: 'MPN; -; Quantity; Ref',
    told: /not from B "Qty"/,
  },
  'an empty column for each unit does not hide the filled one': {
    table: `
      Ref,Qty per board,Qty,MPN
      "R1,R2",,2,RC0402FR-0710KL
      U1,,1,LM358DR`,
    columns: 'MPN; -; Qty; Ref',
  },
  'counts with their units, and with markers': {
    table: `
      Ref;Menge;MPN
      R1,R2;2 Stk.;RC0402FR-0710KL
      U1;1x;LM358DR
      U2;1 (DNF);TL072CDR
      U3;x2;NE555DR`,
    columns: 'MPN; -; Menge; Ref',
    lines: `
      2: R1,R2 ×2 RC0402FR-0710KL
      3: U1 ×1 LM358DR
      4: U2 ×1 TL072CDR - DNP
      5: U3 ×2 NE555DR`,
    told: /The quantity is 2, but 1 designator/,
  },
};

describe('what is counted', () => {
  test.each(Object.entries(CASES))('%s', async (_, one) => check(one));
});
