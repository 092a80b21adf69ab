/**
 * The words of which column headers are made, in the languages BOMs are written in, each under the one word that
 * stands for it in `names.ts`. Lower case, without accents; several words of a phrase are parted by a space.
 */
const WORDS: Readonly<Record<string, string>> = {
  MPN: 'mpn mfpn mfrpn mfgpn mfn mpartno manufacturerpartnumber manufacturerpartno herstellerteilenummer herstellernummer herstellerartikelnummer herstellerbestellnummer herstellernr herstellerteilenr',
  MFR: 'mfr mfrs mfg mfgr mf manf manuf manu manufact manufacturer manufacturers manufacture manufacturing manufactor manufacter maker makers brand make oem hersteller fabricant fabricante fabrikant produttore costruttore produzent marke marque marca proizvoditel производитель изготовитель',
  PART: 'part parts teil teile piece pieza pezzo product produkt produit producto prodotto artikel article articulo articolo деталь',
  COMPONENT: 'component components bauteil bauteile bauelement composant composants componente componenti компонент элемент',
  NUMBER: 'number num no nr nbr nummer numero numbers номер',
  PN: 'pn pns partno partnumber partnum partnr teilenummer teilenr artikelnummer artikelnr партномер',
  CODE: 'code codes id codigo codice код',
  MODEL: 'model modell modele modelo modello type typ tipo тип модель',
  QTY: 'qty qtys quantity quantities qnty qnt quan quant qte quantite cantidad cant quantita qta menge anzahl stuckzahl stueckzahl stk count cnt количество кол колво qtty',
  REF: 'ref refs reference references refdes refdeses designator designators designater designaters desig desigs bezeichner referenz referenzen referencia referencias riferimento riferimenti repere reperes rd',
  DES: 'des',
  ALT: 'alt alternate alternates alternative alternatives alternativ derivate derivative substitute substitutes second secondary equivalent equivalents ersatz replacement',
  DIST: 'distributor distributors dist supplier suppliers vendor vendors seller reseller retailer sourcing lieferant lieferanten fournisseur fournisseurs proveedor proveedores fornitore distribuidor distributeur поставщик digikey dk mouser farnell newark rs lcsc jlc jlcpcb szlcsc arrow avnet tme tti element14 octopart distrelec conrad reichelt sparkfun adafruit sf',
  OWN: 'internal inhouse house company erp sap mrp our own customer cust client plm pdm oracle warehouse stock inventory scem kunde kunden interne intern',
  ORDER: 'order ordering orders purchase purchasing buy bestell bestellung commande pedido ordine total sum required req needed extended ext batch lot build overage заказ',
  PER: 'per pro par por',
  BOARD: 'board boards pcb pcbs pcba unit units assy assembly assemblies kit platine carte placa scheda',
  VALUE: 'value values val wert valeur valor valore номинал',
  DESC: 'description descriptions desc descr beschreibung designation bezeichnung descripcion descrizione описание наименование specification specifications spec specs details',
  NAME: 'name names nom nombre nome имя название',
  FOOTPRINT: 'footprint footprints package packages pkg case gehause gehaeuse bauform boitier empreinte encapsulado корпус pattern decal packaging',
  NOTE: 'note notes comment comments remark remarks remarque remarques bemerkung bemerkungen kommentar notas nota comentario comentarios osservazioni примечание info instruction instructions status',
  PRICE: 'price prices cost costs unitprice preis prix precio prezzo цена amount usd eur',
  LINK: 'url urls link links datasheet datasheets hyperlink webpage website datenblatt',
  STOCK: 'avail availability available instock lager leadtime lead moq spq',
  ITEM: 'item items line lines pos position posicion posizione index idx sn sno sr srno лп',
  LIB: 'lib libref library symbol partsymbol libpart cmp',
  UNFITTED: 'dnp dni dnf dnm dns dnl nopop noload exclude excluded unpopulated',
  FITTED: 'fitted fit mounted mount populate populated place placed placement load loaded install installed stuff stuffed bestuckt bestueckt bestuckung bestueckung',
};

/** Headers written without spaces between words, and what they mean in the words above. */
export const PHRASES: Readonly<Record<string, string>> = {
  制造商料号: 'MPN', 制造商型号: 'MPN', 制造商零件编号: 'MPN', 制造商编号: 'MPN', 厂家型号: 'MPN', 厂商型号: 'MPN', 厂商料号: 'MPN', 厂家料号: 'MPN', 原厂型号: 'MPN', 原厂料号: 'MPN', 原厂编号: 'MPN', 生产厂家型号: 'MPN', 品牌型号: 'MPN', 製造商料號: 'MPN', 廠商料號: 'MPN',
  メーカー型番: 'MPN', メーカ型番: 'MPN', メーカー型式: 'MPN', メーカー品番: 'MPN', メーカ品番: 'MPN', 製造元型番: 'MPN', メーカー部品番号: 'MPN', 製造業者部品番号: 'MPN',
  型号: 'PART NUMBER', 规格型号: 'PART NUMBER', 型号规格: 'PART NUMBER', 零件号: 'PART NUMBER', 器件型号: 'PART NUMBER', 元件型号: 'PART NUMBER', 型號: 'PART NUMBER', 型番: 'PART NUMBER', 型式: 'PART NUMBER', 品番: 'PART NUMBER', 部品番号: 'PART NUMBER', 部品型番: 'PART NUMBER', 部品番: 'PART NUMBER',
  制造商: 'MFR', 生产厂家: 'MFR', 生产商: 'MFR', 厂家: 'MFR', 厂商: 'MFR', 品牌: 'MFR', 原厂: 'MFR', 製造商: 'MFR', 廠商: 'MFR', メーカー: 'MFR', メーカ: 'MFR', メーカー名: 'MFR', メーカ名: 'MFR', 製造元: 'MFR', 製造者: 'MFR',
  数量: 'QTY', 用量: 'QTY', 单板用量: 'QTY PER BOARD', 单机用量: 'QTY PER BOARD', 單板用量: 'QTY PER BOARD', 數量: 'QTY', 个数: 'QTY', 個数: 'QTY', 員数: 'QTY', 员数: 'QTY', 使用数: 'QTY', 总数量: 'ORDER QTY', 总数: 'ORDER QTY', 采购数量: 'ORDER QTY', 合計数: 'ORDER QTY', 発注数: 'ORDER QTY',
  位号: 'REF', 标号: 'REF', 元件位号: 'REF', 位置号: 'REF', 位置: 'REF', 元件标号: 'REF', 位號: 'REF', 部品記号: 'REF', 回路記号: 'REF', 回路番号: 'REF', リファレンス: 'REF', 部品位置: 'REF', シンボル: 'REF', 記号: 'REF',
  позиционноеобозначение: 'REF', позобозначение: 'REF', обозначение: 'REF', децимальныйномер: 'OWN NUMBER', артикул: 'PART NUMBER', numberofparts: 'QTY', noofparts: 'QTY', nrofparts: 'QTY', bestellnummer: 'ORDER NUMBER', bestellnr: 'ORDER NUMBER', artikelbezeichnung: 'NAME', teilebezeichnung: 'NAME', bauteilbezeichnung: 'NAME', referenzbezeichner: 'REF', артикулпроизводителя: 'MPN', номерпроизводителя: 'MPN', партномерпроизводителя: 'MPN', маркировка: 'PART NUMBER', примечание: 'NOTE', примечания: 'NOTE',
  描述: 'DESC', 名称: 'DESC', 品名: 'DESC', 物料名称: 'DESC', 规格: 'DESC', 规格描述: 'DESC', 物料描述: 'DESC', 品名规格: 'DESC', 项目: 'DESC', 規格: 'DESC', 仕様: 'DESC', 部品名: 'DESC', 説明: 'DESC', 値: 'VALUE', 定数: 'VALUE', 阻值: 'VALUE', 参数: 'VALUE', 值: 'VALUE',
  封装: 'FOOTPRINT', 封裝: 'FOOTPRINT', パッケージ: 'FOOTPRINT', フットプリント: 'FOOTPRINT', 备注: 'NOTE', 備註: 'NOTE', 備考: 'NOTE', 单价: 'PRICE', 总价: 'PRICE', 价格: 'PRICE', 単価: 'PRICE', 金額: 'PRICE',
  供应商: 'DIST', 供应商料号: 'DIST PN', 供应商编号: 'DIST PN', 商品编号: 'DIST PN', 立创编号: 'DIST PN', 立创商城编号: 'DIST PN', 仕入先: 'DIST', 購入先: 'DIST', 物料编码: 'OWN NUMBER', 物料编号: 'OWN NUMBER', 物料号: 'OWN NUMBER', 料号: 'OWN NUMBER', 编码: 'OWN NUMBER', 编号: 'ITEM NUMBER', 序号: 'ITEM', 番号: 'ITEM', 項番: 'ITEM', 是否贴装: 'FITTED', 贴装: 'FITTED', 実装: 'FITTED', 替代料: 'ALT PART NUMBER', 替代型号: 'ALT PART NUMBER', 代替品: 'ALT PART NUMBER',
};

/** From a word of a header to the word that stands for it. */
export const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([word, spellings]) =>
    spellings.split(' ').map((spelling): [string, string] => [spelling, word]),
  ),
);
