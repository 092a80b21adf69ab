import { describe, test } from 'vitest';
import { type Case, check } from './reading.ts';

const LEVELS: Readonly<Record<string, Case>> = {
  'a column of levels multiplies what stands below': {
    table: `
      Level,Item,Qty,MPN
      1,Main board,1,
      2,op amp,2,LM358DR
      1,Sensor module,3,
      2,timer,2,NE555DR
      2,Cable,2,
      3,plug,4,B2B-PH-K-S
      1,fuse,1,0451001.MRL`,
    lines: `
      2: ×1
      3: ×2 LM358DR
      4: ×3
      5: ×6 NE555DR
      6: ×6
      7: ×24 B2B-PH-K-S
      8: ×1 0451001.MRL`,
    told: [
      /Sub-assemblies were found by column A "Level": the quantities below rows 4, 6 were multiplied/,
      /row 5: Needed 6 times: 2 in each of 3 \(row 4\)/,
      /row 7: Needed 24 times: 4 in each of 6 \(row 6\)/,
    ],
  },
  'the product itself counts once, whatever it says': {
    table: `
      BOM Level,Part,Qty,Manufacturer Part Number
      0,Product,50,
      1,Module,2,
      2,op amp,3,LM358DR
      1,timer,1,NE555DR`,
    lines: `
      2: ×50
      3: ×2
      4: ×6 LM358DR
      5: ×1 NE555DR`,
    told: /below row 3 were multiplied/,
  },
  'levels with dots': {
    table: `
      Lvl,Part,Qty,MPN
      .1,Module,2,
      ..2,op amp,3,LM358DR
      .1,timer,1,NE555DR`,
    lines: `
      2: ×2
      3: ×6 LM358DR
      4: ×1 NE555DR`,
    told: /below row 2 were multiplied/,
  },
  'numbers such as 1.2.3': {
    table: `
      Pos.;Bezeichnung;Menge;Herst.-Nr.
      1;Netzteil;2;
      1.1;OPV;1;LM358DR
      1.2;Filter;2;
      1.2.1;Kondensator;3;GRM155R71C104KA88D
      2;Timer;1;NE555DR`,
    lines: `
      2: ×2
      3: ×2 LM358DR
      4: ×4
      5: ×12 GRM155R71C104KA88D
      6: ×1 NE555DR`,
    told: /found by column A "Pos\."/,
  },
  'indented names': {
    table: `
      Part,Qty,MPN
      Module,2,
        op amp,3,LM358DR
        Cable,1,
          plug,2,B2B-PH-K-S
      timer,1,NE555DR`,
    lines: `
      2: ×2
      3: ×6 LM358DR
      4: ×2
      5: ×4 B2B-PH-K-S
      6: ×1 NE555DR`,
    told: /found by the indents of column A "Part"/,
  },
  'a column for each level': {
    table: `
      Level 1,Level 2,Level 3,Qty,MPN
      Module,,,2,
      ,op amp,,3,LM358DR
      ,Cable,,1,
      ,,plug,2,B2B-PH-K-S
      timer,,,1,NE555DR`,
    lines: `
      2: ×2
      3: ×6 LM358DR
      4: ×2
      5: ×4 B2B-PH-K-S
      6: ×1 NE555DR`,
    told: /Sub-assemblies/,
  },
  'an assembly that does not say how often leaves its lines without a quantity': {
    table: `
      Level,Part,Qty,MPN
      1,Main,1,
      1,Module,,
      2,op amp,3,LM358DR`,
    lines: `
      2: ×1
      4: LM358DR`,
    told: /row 4: It is needed 3 times in each assembly of row 3, whose own quantity is not stated/,
  },
  'alternates that are numbered below their part are not multiplied': {
    table: `
      Item,Ref,Qty,MPN
      1,"R1,R2",2,RC0402FR-0710KL
      1.1,"R1,R2",2,CRCW040210K0FKED
      2,U1,1,LM358DR
      2.1,U1,1,LM2904DR`,
    lines: `
      2: R1,R2 ×2 RC0402FR-0710KL | CRCW040210K0FKED
      4: U1 ×1 LM358DR | LM2904DR`,
  },
  'levels that are all one change nothing': {
    table: `
      Level,Ref,Qty,MPN
      1,U1,1,LM358DR
      1,U2,1,TL072CDR`,
    lines: `
      2: U1 ×1 LM358DR
      3: U2 ×1 TL072CDR`,
  },
  'designators are counted within their assembly': {
    table: `
      Level,Ref,Qty,MPN
      1,A1,2,
      2,"R1,R2,R3",3,RC0402FR-0710KL
      2,U1,1,LM358DR
      1,U7,1,NE555DR`,
    lines: `
      2: A1 ×2
      3: R1,R2,R3 ×6 RC0402FR-0710KL
      4: U1 ×2 LM358DR
      5: U7 ×1 NE555DR`,
    told: [/row 3: Needed 6 times: 3 in each of 2/, /row 2: The quantity is 2, but 1 designator/],
  },
};

describe('sub-assemblies', () => {
  test.each(Object.entries(LEVELS))('%s', async (_, one) => check(one));
});
