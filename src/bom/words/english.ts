import type { Language } from './concepts.ts';

export const ENGLISH: Language = {
  MPN: 'mpn mpns mfpn mfrpn mfgpn manpn mnfpn mfn mpnr mpartno',
  MFR: `mf mfr mfrs mfg mfgr mfgs mfct mnfr mnf mfger man manf manuf manu manufr manufact manufac manufacturer manufacturers
    manufacture manufacturing manufactor manufacter maker makers brand brands make oem producer producers vendormfr`,
  ORIGINAL: 'original',
  PART: 'part parts piece product products prod',
  COMPONENT: 'component components comp',
  ARTICLE: 'article articles art',
  NUMBER: 'number numbers num no nr nbr numb',
  PN: 'pn pns partno partnumber partnum partnr',
  CODE: 'code codes id ident identifier',
  MODEL: 'model models type',
  CATALOG: 'catalog catalogue cat',
  QTY: `qty qtys qtty qtity qties quantity quantities qnty qnt qtn quan quant qt count counts cnt pcs pieces usage usages nos ea
    consumption multiplicity qpa qpb qpu qpp qpc`,
  AMOUNT: 'amount amounts amt',
  PER: 'per each every apiece',
  BOARD: `board boards brd bd pcb pcbs pcba pcbas unit units assy assys assembly assemblies subassembly kit kits set sets card
    system systems`,
  PACK: 'reel reels tray trays tube tubes bag bags box boxes roll rolls spool pack packs multiple mult spq moq min minimum max',
  ORDER: `order ordering orders ordered purchase purchasing buy buying sum total totals sub subtotal required req reqd requirement
    requirements need needed needs ext extended extd batch lot build builds overage spare spares demand production run attrition`,
  REF: `ref refs reference references refdes refdess refdesignator designator designators designater designaters desig desigs
    designatr rd refid`,
  DES: 'des',
  ALT: `alt alts alternate alternates alternative alternatives derivate derivative substitute substitutes subst second secondary
    2nd 3rd 4th third equivalent equivalents replacement replacements`,
  DIST: `distributor distributors dist distr supplier suppliers suppl vendor vendors seller sellers reseller retailer merchant shop
    shops store webshop`,
  SOURCE: 'source sources sourcing',
  OWN: `internal inhouse house company erp sap mrp our own customer cust client plm pdm oracle netsuite odoo warehouse inventory scem
    local ipn ipns cpn`,
  VALUE: 'value values val vals',
  DESC: 'description descriptions desc descr descript designation specification specifications spec specs details detail characteristics',
  NAME: 'name names title',
  FOOTPRINT: 'footprint footprints package packages pkg pkgs case pattern decal packaging',
  NOTE: `note notes comment comments remark remarks info information instruction instructions status state lifecycle checked verified`,
  PRICE: 'price prices pricing cost costs unitprice usd eur gbp cny',
  LINK: 'url urls uri link links datasheet datasheets hyperlink webpage website web',
  STOCK: `avail availability available instock leadtime lead stock hand onhand missing left received delivered picked issued
    shortage remaining`,
  ITEM: 'item items line lines pos position positions posn index idx sn sno sr srno sl row seq sequence',
  LIB: 'lib libref library symbol partsymbol libpart cmp symbols',
  LEVEL: 'level levels lvl indent indentation depth hierarchy',
  NOT: 'not',
  UNFITTED: 'dnp dni dnf dnm dns dnl nopop noload exclude excluded unpopulated unfitted unplaced',
  FITTED: `fitted fit mounted mount populate populated place placed placement load loaded install installed stuff stuffed`,
};
