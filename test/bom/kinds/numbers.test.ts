import { describe, test } from 'vitest';
import { type Case, check } from './reading.ts';

const SHOPS: Readonly<Record<string, Case>> = {
  'order numbers beside shops': {
    table: `
      Anzahl;Bauteil;Bestellnummer;Lieferant
      7;Schraubklemme;453001;Pollin
      1;Relais;FIN 40.52.9 12V;Reichelt
      1;Diode;1N 4007;Reichelt
      1;Schalter;421001;Pollin`,
    refused: /order numbers of distributors only \("Bestellnummer", "Lieferant"\)/,
  },
  'order codes beside a shop, and no maker': {
    table: `
      Qty,Description,Supplier,Order Code
      1,op amp,Farnell,1467871
      2,cap,RS,723-5234
      1,relay,Farnell,9475892`,
    refused: /order numbers/,
  },
  'Artikelnummer beside shops': {
    table: `
      Menge;Artikel;Artikelnummer;Händler
      1;OPV;LM 358 DIP;Reichelt Elektronik
      2;Kondensator;RAD 100/35;Reichelt Elektronik
      1;Diode;1N 4148;Reichelt Elektronik`,
    refused: /order numbers/,
  },
  'an order code beside makers only is the makers': {
    table: `
      Qty,Manufacturer,Order Code
      1,Texas Instruments,LM358DR
      2,Murata,GRM155R71C104KA88D
      1,Yageo,RC0402FR-0710KL`,
    columns: 'Order Code; Manufacturer; Qty; -',
  },
  'columns headed by shops': {
    table: `
      Ref,Qty,Farnell,Conrad,Bürklin
      R1,1,1467871,453001,12D3456
      R2,1,9475892,453112,12D3457
      R3,1,2447227,453113,12D3458`,
    refused: /order numbers of distributors only/,
  },
  'a nearly empty column of an unknown shop': {
    table: `
      Qty,Device,Parts,DIGIKEY,NORTHFIELD_RF
      1,BALUN,B1,497-13637-1-ND,
      2,CAP0402,"C2, C3",490-8230-1-ND,
      1,ANT,A1,,AN7-R2-P-0-33
      4,RES0402,"R1,R2,R3,R4",311-10KJRCT-ND,
      1,LED0603,D1,160-1837-6-ND,`,
    refused: /names order numbers of DigiKey only/,
  },
  'numbers with the label of a shop': {
    table: `
      Item,Qty,Part Number
      board,1,SKU: ABX0123
      motor,1,SKU: MOT-4410
      relay,2,SKU: SWT-20871`,
    refused: /order numbers of a shop/,
  },
  'numbers with the name of a shop before them': {
    table: `
      Item,Qty,Part Number
      op amp,1,Farnell 1467871
      timer,1,Farnell 9475892
      relay,2,Reichelt FIN-40.52`,
    refused: /order numbers of Farnell, Reichelt/,
  },
  'house numbers of a supplier beside the makers': {
    table: `
      Ref,Qty,Supplier Part,Supplier,Manufacturer Part,Manufacturer
      R1,1,C25744,LCSC,0402WGF1002TCE,UNI-ROYAL
      C1,1,C1525,LCSC,CL05B104KO5NNNC,Samsung
      U1,1,C7950,LCSC,LM358DR,TI`,
    columns: 'Manufacturer Part; Manufacturer; Qty; Ref',
  },
  'a part number beside shops and no makers is told': {
    table: `
      Qty,Part Number,Supplier
      1,LM358DR,Mouser
      2,GRM155R71C104KA88D,Digi-Key
      1,RC0402FR-0710KL,Mouser`,
    columns: 'Part Number; -; Qty; -',
    told: /stands beside shops \(C "Supplier"\)/,
  },
  'TME: its own symbol, and the original one': {
    table: `
      Symbol;Original symbol;Producer;Quantity
      LM358DR-TI;LM358DR;TEXAS INSTRUMENTS;2
      NE555DR-TI;NE555DR;TEXAS INSTRUMENTS;1
      1N4148W-DIO;1N4148W-7-F;DIODES INCORPORATED;5`,
    columns: 'Original symbol; Producer; Quantity; -',
  },
};

const HOUSES: Readonly<Record<string, Case>> = {
  'SAP: Material over HTN': {
    table: `
      Pos;Material;Materialkurztext;Menge;ME;HTN;Hersteller
      0010;10004711;IC OPV LM358;1;ST;LM358DR;Texas Instruments
      0020;10004712;KERKO 100N;2;ST;GRM155R71C104KA88D;Murata
      0030;10004713;OPV TL072;1;ST;TL072CDR;Texas Instruments
      0040;10004719;TIMER;1;ST;NE555DR;Texas Instruments`,
    columns: 'HTN; Hersteller; Menge; -',
  },
  'SAP without the maker: nothing but the house': {
    table: `
      Pos;Material;Materialkurztext;Menge;ME
      0010;10004711;IC OPV LM358;1;ST
      0020;10004712;KERKO 100N;2;ST
      0030;10004713;OPV TL072;1;ST
      0040;10004719;TIMER;1;ST`,
    refused: /no column of manufacturers' part numbers/,
  },
  'Altium: ids of its vault': {
    table: `
      Comment,Designator,Quantity,Part Number,LibRef,Manufacturer 1,Manufacturer Part Number 1
      100n,C1,1,CMP-1037-04325-2,CMP-1037-04325-2,Murata,GRM155R71C104KA88D
      LM358,U1,1,CMP-1037-04326-1,CMP-1037-04326-1,TI,LM358DR
      10k,R1,1,CMP-2000-05663-1,CMP-2000-05663-1,Yageo,RC0402FR-0710KL
      10k,R2,1,CMP-2000-05664-1,CMP-2000-05664-1,Yageo,RC0402FR-0711KL`,
    columns: 'Manufacturer Part Number 1; Manufacturer 1; Quantity; Designator',
  },
  'Altium: nothing but ids of its vault': {
    table: `
      Comment,Designator,Quantity,Part Number
      100n,C1,1,CMP-1037-04325-2
      op amp,U1,1,CMP-1037-04326-1
      10k,R1,1,CMP-2000-05663-1
      10k,R2,1,CMP-2000-05664-1`,
    refused: /house's own numbers only \("Part Number"\)/,
  },
  'Altium: ids, and an empty column for the makers': {
    table: `
      Comment,Designator,Quantity,Part Number,Manufacturer Part Number 1
      100n,C1,1,CMP-1037-04325-2,
      op amp,U1,1,CMP-1037-04326-1,
      10k,R1,1,CMP-2000-05663-1,
      10k,R2,1,CMP-2000-05664-1,`,
    columns: 'Manufacturer Part Number 1; -; Quantity; Designator',
    told: /"Manufacturer Part Number 1" is headed as part numbers, but is empty/,
  },
  'numbers of one scheme before the real ones': {
    table: `
      Item,Part Number,Qty,Model,Manufacturer
      1,RES-00123,4,RC0402FR-0710KL,Yageo
      2,CAP-00045,2,GRM155R71C104KA88D,Murata
      3,ICS-00007,1,LM358DR,TI
      4,ICS-00011,1,NE555DR,TI
      5,CON-00310,1,B2B-PH-K-S,JST`,
    columns: 'Model; Manufacturer; Qty; -',
    told: /"Part Number" is headed as part numbers, but holds numbers of a house's/,
  },
  'numbers of one scheme, and nothing but their makers': {
    table: `
      Part Number,Qty,Manufacturer
      0430450200,4,Molex
      0430450400,2,Molex
      0430450600,1,Molex
      0430450800,1,Molex`,
    columns: 'Part Number; Manufacturer; Qty; -',
    told: /may hold a house's own numbers, since all have the form 9999999999/,
  },
  'Eagle: a device is no part number': {
    table: `
      Qty;Value;Device;Package;Parts
      1;100n;C-EUC0402;C0402;C1
      2;10k;R-EU_R0603;R0603;R1, R2
      1;LM358;LM358D;SO08;IC1
      1;;PINHD-1X4;1X04;JP1`,
    refused: /no column of manufacturers' part numbers/,
  },
  'a number of the house under a word of its own': {
    table: `
      Teil-Nr.;Sachnummer;Menge;Herst.-Nr.;Hersteller
      1;400123;1;LM358DR;TI
      2;400124;2;GRM155R71C104KA88D;Murata`,
    columns: 'Herst.-Nr.; Hersteller; Menge; -',
  },
};

const SEVERAL: Readonly<Record<string, Case>> = {
  'numbered behind, within and before the word': {
    table: `
      Ref,Mfr 1,Mfr 1 P/N,Mfr 2,Mfr 2 P/N,3rd Mfr,3rd Mfr P/N
      U1,TI,LM358DR,onsemi,LM358DR2G,ST,LM358DT
      U2,TI,TL072CDR,ST,TL072CDT,,`,
    columns: 'Mfr 1 P/N + Mfr 2 P/N + 3rd Mfr P/N; Mfr 1 + Mfr 2 + 3rd Mfr; -; Ref',
    lines: `
      2: U1 LM358DR @ TI | LM358DR2G @ onsemi | LM358DT @ ST
      3: U2 TL072CDR @ TI | TL072CDT @ ST`,
  },
  'numbered part numbers under a general word': {
    table: `
      Ref,Qty,Part No. 1,Part No. 2
      U1,1,LM358DR,LM358DR2G
      U2,1,TL072CDR,TL072CDT`,
    columns: 'Part No. 1 + Part No. 2; -; Qty; Ref',
  },
  'one column for each build variant': {
    table: `
      Ref,Qty,MPN 5V,MPN 3V3
      U1,1,LM1117MPX-5.0,LM1117MPX-3.3
      U2,1,TL072CDR,TLV9002IDR`,
    columns: 'MPN 5V + MPN 3V3; -; Qty; Ref',
  },
  'variants that nothing but their names head': {
    table: `
      Ref,Qty,Description,Standard,Automotive
      U1,1,op amp,LM358DR,LM2904QDRQ1
      U2,1,op amp,TL072CDR,TLV9002QDRQ1
      U3,1,timer,NE555DR,TLC555QDRQ1`,
    columns: 'Standard + Automotive; -; Qty; Ref',
    told: [/column D "Standard" was taken/, /column E "Automotive" was taken/],
  },
  'an alternate beside the vendor who makes it': {
    table: `
      Ref,Qty,Manufacturer,MPN,2nd Vendor,2nd Vendor P/N
      U1,1,TI,LM358DR,onsemi,LM358DR2G
      U2,1,TI,TL072CDR,STMicroelectronics,TL072CDT
      C1,1,Murata,GRM155R71C104KA88D,TDK,C1005X7R1C104K050BC`,
    columns: 'MPN + 2nd Vendor P/N; Manufacturer + 2nd Vendor; Qty; Ref',
  },
  'a general word beside vendors who are makers': {
    table: `
      Ref,Qty,Vendor,Vendor Part Number
      U1,1,Texas Instruments,LM358DR
      C1,1,Murata,GRM155R71C104KA88D
      R1,1,Yageo,RC0402FR-0710KL`,
    columns: 'Vendor Part Number; Vendor; Qty; Ref',
  },
  'a name in braces, as drawing programs write it': {
    table: `
      {Reference},{Quantity},{Manufacturer Part Number},{Manufacturer}
      U1,1,LM358DR,TI
      C1,1,GRM155R71C104KA88D,Murata`,
    columns: '{Manufacturer Part Number}; {Manufacturer}; {Quantity}; {Reference}',
  },
  'a column that nobody heads and that holds numbers as well is told': {
    table: `
      Ref,Qty,MPN,Pb-free
      U1,1,LM358DR,LM358DRG4
      U2,1,TL072CDR,TL072CDRG4
      U3,1,NE555DR,NE555DRG4`,
    columns: 'MPN; -; Qty; Ref',
    told: /Column D "Pb-free" seems to hold part numbers too: name it with --mpn-column/,
  },
};

describe('order numbers of shops are no part numbers', () => {
  test.each(Object.entries(SHOPS))('%s', async (_, one) => check(one));
});
describe("a house's own numbers are no part numbers", () => {
  test.each(Object.entries(HOUSES))('%s', async (_, one) => check(one));
});
describe('several columns of part numbers', () => {
  test.each(Object.entries(SEVERAL))('%s', async (_, one) => check(one));
});
