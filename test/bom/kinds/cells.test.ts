import { describe, test } from 'vitest';
import { type Case, check } from './reading.ts';

const OVERFLOW: Readonly<Record<string, Case>> = {
  'a comma of packing in the number': {
    table: `
      Qty,MPN,Description
      1,BAT54S,215,dual diode
      1,LM358DR,op amp
      2,GRM155R71C104KA88D,capacitor`,
    lines: `
      2: ×1 BAT54S,215
      3: ×1 LM358DR
      4: ×2 GRM155R71C104KA88D`,
    told: /row 2: The row has 4 cells under a header of 3: "BAT54S,215" was read as one/,
  },
  'the same before further columns': {
    table: `
      Ref,MPN,Manufacturer,Qty
      D1,BAS316,115,Nexperia,1
      D2,PMEG3002AEB,115,Nexperia,2
      U1,LM358DR,TI,1
      U2,TL072CDR,TI,1
      U3,NE555DR,TI,1
      U4,LM2904DR,TI,1`,
    lines: `
      2: D1 ×1 BAS316,115 @ Nexperia
      3: D2 ×2 PMEG3002AEB,115 @ Nexperia
      4: U1 ×1 LM358DR @ TI
      5: U2 ×1 TL072CDR @ TI
      6: U3 ×1 NE555DR @ TI
      7: U4 ×1 LM2904DR @ TI`,
    told: [/row 2/, /row 3.*"PMEG3002AEB,115" was read as one/],
  },
  'a description, in the middle': {
    table: `
      Ref,Description,Qty,MPN
      C1,capacitor, 100n, 16V,2,GRM155R71C104KA88D
      U1,op amp,1,LM358DR
      U2,op amp,1,TL072CDR
      U3,timer,1,NE555DR`,
    lines: `
      2: C1 ×2 GRM155R71C104KA88D
      3: U1 ×1 LM358DR
      4: U2 ×1 TL072CDR
      5: U3 ×1 NE555DR`,
    told: /row 2: The row has 6 cells under a header of 4: "capacitor, 100n, 16V" was read as one \(B\)/,
  },
  'a description, at the end': {
    table: `
      Ref,Qty,MPN,Description
      C1,2,GRM155R71C104KA88D,capacitor, 100n
      U1,1,LM358DR,op amp
      U2,1,TL072CDR,op amp`,
    lines: `
      2: C1 ×2 GRM155R71C104KA88D
      3: U1 ×1 LM358DR
      4: U2 ×1 TL072CDR`,
    told: /row 2/,
  },
  designators: {
    table: `
      Ref,Qty,MPN
      R1,R2,R3,3,RC0402FR-0710KL
      U1,1,LM358DR
      U2,1,TL072CDR
      U3,1,NE555DR`,
    lines: `
      2: R1,R2,R3 ×3 RC0402FR-0710KL
      3: U1 ×1 LM358DR
      4: U2 ×1 TL072CDR
      5: U3 ×1 NE555DR`,
    told: /"R1,R2,R3" was read as one \(A\)/,
  },
  "a maker's legal form": {
    table: `
      Ref,Qty,Manufacturer,MPN
      U1,1,Texas Instruments, Inc.,LM358DR
      U2,1,Murata,GRM155R71C104KA88D
      U3,1,Yageo,RC0402FR-0710KL`,
    lines: `
      2: U1 ×1 LM358DR @ Texas Instruments, Inc.
      3: U2 ×1 GRM155R71C104KA88D @ Murata
      4: U3 ×1 RC0402FR-0710KL @ Yageo`,
    told: /row 2/,
  },
  'a decimal comma in the number: which cells belong together is not clear, and the number is not read': {
    table: `
      Ref,MPN,Note
      D1,1,5KE33A,diode
      U1,LM358DR,x
      U2,TL072CDR,y
      U3,NE555DR,z`,
    told: /row 2: The row has 4 cells under a header of 3/,
  },
  'a header that is too short for all rows is told once': {
    table: `
      Ref,Qty,MPN
      R1,1,RC0402FR-0710KL,Yageo
      U1,1,LM358DR,TI
      U2,1,TL072CDR,TI`,
    columns: 'MPN; D; Qty; Ref',
    told: /Most rows have more cells than the header in row 1/,
  },
};

const MAKERS: Readonly<Record<string, Case>> = {
  'before a colon, in two columns': {
    table: `
      References,Qty,Part Number,Part Number
      "C9, C11",2,Johanson: 500R14N220JV4T,Multicomp: MC0603N220J500CT
      U1,1,Texas Instruments: LM358DR,STMicroelectronics: LM358DT
      U2,1,TI: NE555DR,`,
    columns: 'Part Number + Part Number; -; Qty; References',
    lines: `
      2: C9, C11 ×2 500R14N220JV4T @ Johanson | MC0603N220J500CT @ Multicomp
      3: U1 ×1 LM358DR @ Texas Instruments | LM358DT @ STMicroelectronics
      4: U2 ×1 NE555DR @ TI`,
  },
  'in every way that people write it': {
    table: `
      Ref,MPN
      U1,LM358DR (Texas Instruments)
      U2,TI/LM358DR
      U3,Texas Instruments LM358DR
      U4,LM358DR - TI
      U5,"Vishay, CRCW040210K0FKED"
      U6,LM358DR`,
    lines: `
      2: U1 LM358DR @ Texas Instruments
      3: U2 LM358DR @ TI
      4: U3 LM358DR @ Texas Instruments
      5: U4 LM358DR @ TI
      6: U5 CRCW040210K0FKED @ Vishay
      7: U6 LM358DR`,
  },
  'beside the column of makers': {
    table: `
      Ref,Manufacturer,MPN
      U1,TI,Texas Instruments LM358DR
      U2,Onsemi,LM358DR2G`,
    lines: `
      2: U1 LM358DR @ Texas Instruments
      3: U2 LM358DR2G @ Onsemi`,
  },
  'two numbers, each with its maker': {
    table: `
      Ref,MPN
      U1,"LM358DR (TI), LM358DR2G (onsemi)"
      U2,TI: NE555DR / ST: NE555D
      Q1,BSS138 / BSS123
      U3,LM358DR alt: LM2904DR`,
    lines: `
      2: U1 LM358DR @ TI | LM358DR2G @ onsemi
      3: U2 NE555DR @ TI | NE555D @ ST
      4: Q1 BSS138 | BSS123
      5: U3 LM358DR | LM2904DR`,
  },
  'a column of makers and numbers in one': {
    table: `
      Ref,Qty,Manufacturer / MPN
      U1,1,TI LM358DR
      C1,1,Murata GRM155R71C104KA88D`,
    columns: 'Manufacturer / MPN; -; Qty; Ref',
    lines: `
      2: U1 ×1 LM358DR @ TI
      3: C1 ×1 GRM155R71C104KA88D @ Murata`,
  },
};

const NOTHING: Readonly<Record<string, Case>> = {
  'words that are no number are a note': {
    table: `
      Reference,Qty,MPN
      U1,1,LM358DR or equivalent
      C1,1,GRM155R71C104KA88D or equiv.
      U2,1,TL072CDR
      X1,1,see note 1
      X2,1,as available
      X3,1,customer supplied
      X4,1,Generic 10k 0402
      X5,1,any 10k 1%
      U3,1,NE555DR oder gleichwertig`,
    lines: `
      2: U1 ×1 LM358DR
      3: C1 ×1 GRM155R71C104KA88D
      4: U2 ×1 TL072CDR
      5: X1 ×1
      6: X2 ×1
      7: X3 ×1
      8: X4 ×1
      9: X5 ×1
      10: U3 ×1 NE555DR`,
    told: [
      /row 2: "LM358DR or equivalent": the BOM allows/,
      /row 5: "see note 1" names no part number/,
      /row 8/,
      /row 10/,
    ],
  },
  'an alternate in words': {
    table: `
      Reference,MPN,Alternate MPN
      U1,LM358DR,or similar
      U2,TL072CDR,TL082CDR`,
    lines: `
      2: U1 LM358DR
      3: U2 TL072CDR | TL082CDR`,
    told: /row 2: "or similar" names no part number/,
  },
  'a headed column without any number': {
    table: `
      No.,Quantity,Comment,Designator,Manufacturer Part,Manufacturer
      1,2,22p,"C1,C2",,
      2,1,STM32F413RGT6,U1,,
      3,1,STM32F407VGT6,U2,,`,
    columns: 'Manufacturer Part; Manufacturer; Quantity; Designator',
    lines: `
      2: C1,C2 ×2
      3: U1 ×1
      4: U2 ×1`,
    told: /is headed as part numbers, but is empty/,
  },
};

const FITTED: Readonly<Record<string, Case>> = {
  'a marker in the quantity': {
    table: `
      References,Quantity Per PCB,MPN
      C1 C2,2,GRM155R71C104KA88D
      U5,1 (DNF),24LC256-I/SN
      U6,1 DNP,LM358DR
      U7,DNP,LM358DR
      U8,0 (not fitted),LM358DR
      U9,1 n.b.,LM358DR`,
    lines: `
      2: C1 C2 ×2 GRM155R71C104KA88D
      3: U5 ×1 24LC256-I/SN - DNP
      4: U6 ×1 LM358DR - DNP
      5: U7 LM358DR - DNP
      6: U8 ×0 LM358DR - DNP
      7: U9 ×1 LM358DR - DNP`,
    told: /row 6: The quantity is 0/,
  },
  'a marker at the designators': {
    table: `
      Ref,MPN
      U3 (DNP),LM358DR
      DNS D4,1N4148W-7-F
      R7 [DNP],RC0402FR-0710KL
      "R8*DNP, R9*DNP",RC0402FR-0710KL
      DNP: R10 R11,RC0402FR-0710KL
      C1 不贴,GRM155R71C104KA88D
      R20,RC0402FR-0710KL`,
    lines: `
      2: U3 (DNP) LM358DR - DNP
      3: DNS D4 1N4148W-7-F - DNP
      4: R7 [DNP] RC0402FR-0710KL - DNP
      5: R8*DNP, R9*DNP RC0402FR-0710KL - DNP
      6: DNP: R10 R11 RC0402FR-0710KL - DNP
      7: C1 不贴 GRM155R71C104KA88D - DNP
      8: R20 RC0402FR-0710KL`,
  },
  'a marker at some of the designators leaves the line fitted, and is told': {
    table: `
      Ref,MPN
      "R1, R2 (DNP), R3",RC0402FR-0710KL
      U1,LM358DR`,
    lines: `
      2: R1, R2 (DNP), R3 RC0402FR-0710KL
      3: U1 LM358DR`,
    told: /row 2: Some of "R1, R2 \(DNP\), R3" are marked as not fitted/,
  },
  'a marker behind the number, in the value and in notes of many languages': {
    table: `
      Ref;Value;MPN;Note
      U1;;LM358DR (DNP);
      R1;10k DNP;RC0402FR-0710KL;
      R2;10k;RC0402FR-0710KL;nicht bestücken
      R3;10k;RC0402FR-0710KL;non monté
      R4;10k;RC0402FR-0710KL;nie montować
      R5;10k;RC0402FR-0710KL;не устанавливать
      R6;10k;RC0402FR-0710KL;monteras ej
      R7;10k;RC0402FR-0710KL;未実装
      R8;10k;RC0402FR-0710KL;미실장
      R9;10k;RC0402FR-0710KL;monte edilmeyecek
      R10;10k;RC0402FR-0710KL;fitted`,
    lines: `
      2: U1 LM358DR - DNP
      3: R1 RC0402FR-0710KL - DNP
      4: R2 RC0402FR-0710KL - DNP
      5: R3 RC0402FR-0710KL - DNP
      6: R4 RC0402FR-0710KL - DNP
      7: R5 RC0402FR-0710KL - DNP
      8: R6 RC0402FR-0710KL - DNP
      9: R7 RC0402FR-0710KL - DNP
      10: R8 RC0402FR-0710KL - DNP
      11: R9 RC0402FR-0710KL - DNP
      12: R10 RC0402FR-0710KL`,
  },
  'a column of its own, in other words': {
    table: `
      Ref;Bestückt;Herst.-Nr.
      R1;ja;RC0402FR-0710KL
      R2;nein;RC0402FR-0711KL`,
    lines: `
      2: R1 RC0402FR-0710KL
      3: R2 RC0402FR-0711KL - DNP`,
  },
  'a section of its own': {
    table: `
      Ref,Qty,MPN
      R1,1,RC0402FR-0710KL
      Do not populate:,,
      R2,1,RC0402FR-0711KL
      U2,1,LM358DR
      Mechanical:,,
      J1,1,B2B-PH-K-S`,
    lines: `
      2: R1 ×1 RC0402FR-0710KL
      4: R2 ×1 RC0402FR-0711KL - DNP
      5: U2 ×1 LM358DR - DNP
      7: J1 ×1 B2B-PH-K-S`,
    told: /The lines below row 3 were taken as not fitted/,
  },
};

describe('a row with more cells than the header', () => {
  test.each(Object.entries(OVERFLOW))('%s', async (_, one) => check(one));
});
describe('the maker in the cell of the number', () => {
  test.each(Object.entries(MAKERS))('%s', async (_, one) => check(one));
});
describe('what names no part', () => {
  test.each(Object.entries(NOTHING))('%s', async (_, one) => check(one));
});
describe('what is not fitted', () => {
  test.each(Object.entries(FITTED))('%s', async (_, one) => check(one));
});
