import { describe, expect, test } from 'vitest';
import { meaningOf, type Role } from '../../src/bom/names.ts';
import { LANGUAGES } from '../../src/bom/words.ts';

/** Headers that BOMs of each language have, parted by `|`. */
const HEADERS: Readonly<Record<string, Readonly<Partial<Record<Role, string>>>>> = {
  English: {
    mpn: 'Manufacturer Part Number | Mfr. P/N | Mfg Part No. | MPN | Man. Part No | Manufactuer Part Number | Maker part no. | Mfr_PN_2',
    alternate: 'Alternate Part Number | 2nd Source P/N | MPN variant B | Rev A MPN',
    manufacturer: 'Manufacturer | Mfr Name | Maker | Brand | Manufacurer | MANUFACTURER_1',
    quantity: `Qty | Q'ty | QTY. | Qtity | Quanity | Qty Reqd | Total Needed | No. off | No off | Nos | Usage | Pcs | Qty/Assy | Qty per badge |
      Qty./pc | QPA | # per board | Pcs/unit | No. Reqd. | Count | Qty Top`,
    designators: 'Ref Des | RefDes | Designator | Designators | Reference(s) | Ref. Designator | Referance',
    'distributor-number':
      'Supplier Part Number | Digi-Key Part Number | Farnell order code | Vendor P/N | SKU | Mouser Part #',
    'own-number': 'Internal Part No. | IPN | House reference | Company Part Number | Our P/N | ERP number',
    level: 'Level | BOM Level | Lvl | Indent level',
  },
  German: {
    mpn: `Herstellerteilenummer | Hersteller-Artikelnummer | Hersteller-Bestellnummer | HTN | Herst.-Nr. | Hersteller Nr. | Hst.-Teilenr. |
      Herstellerbezeichnung Nr. | Teilenummer des Herstellers | Hersteller-Typ`,
    manufacturer: 'Hersteller | Fabrikat | Herstellername | Hst.',
    quantity:
      'Menge | Anzahl | Stückzahl | Stk. | Menge je Gerät | Stück pro Baugruppe | Anz. | Stk/Platine | Gesamtmenge | Bedarf',
    designators: 'Referenz | Bezeichner | Einbauplatz | Bestückungsplatz | Referenzbezeichner',
    'distributor-number':
      'Lieferantenartikelnummer | Lieferanten-Nr. | Bestellnummer Reichelt | Farnell Best.-Nr. | Lieferantenbestellnummer',
    'order-number': 'Bestellnummer | Best.-Nr. | Artikelnummer | Art.-Nr.',
    'own-number': 'Interne Nummer | Sachnummer | Materialnummer | Hausnummer | Kundenartikelnummer',
    distributor: 'Lieferant | Händler | Bezugsquelle',
    description: 'Beschreibung | Bezeichnung | Benennung | Materialkurztext',
    level: 'Ebene | Stufe | Strukturebene',
  },
  Dutch: {
    mpn: 'Fabrikantnummer | Onderdeelnummer fabrikant | Artikelnummer fabrikant | Typenummer fabrikant',
    manufacturer: 'Fabrikant | Merk',
    quantity: 'Aantal | Hoeveelheid | Aantal per print | Stuks',
    designators: 'Referentie',
    distributor: 'Leverancier',
    description: 'Omschrijving',
  },
  Swedish: {
    mpn: 'Tillverkarens artikelnummer | Tillverkarens artikelnr | Tillverkare art.nr',
    manufacturer: 'Tillverkare | Fabrikat',
    quantity: 'Antal | Antal per kort | Antal/enhet | Mängd',
    designators: 'Referens | Beteckning',
    distributor: 'Leverantör',
    description: 'Beskrivning | Benämning',
    'distributor-number': 'Leverantörens artikelnummer',
  },
  Danish: {
    mpn: 'Producentens varenummer | Producent varenr.',
    manufacturer: 'Producent',
    quantity: 'Antal | Antal pr. print | Mængde',
    description: 'Beskrivelse',
    distributor: 'Leverandør',
  },
  Norwegian: {
    mpn: 'Produsentens delenummer | Produsent artikkelnummer',
    manufacturer: 'Produsent',
    quantity: 'Antall | Antall per kort',
    description: 'Beskrivelse',
    distributor: 'Leverandør',
  },
  French: {
    mpn: `Référence fabricant | Réf. fabricant | Réf. constructeur | Numéro de pièce du fabricant | Code fabricant | Référence article fabricant |
      N° pièce fabricant | Numéro d'article du fabricant`,
    manufacturer: 'Fabricant | Constructeur | Marque | Nom du fabricant',
    quantity:
      'Quantité | Qté | Qté. | Nb | Quantité unitaire | Qté par carte | Quantité totale | Nombre | Qté/carte',
    designators: 'Repère | Repères',
    'distributor-number': 'Référence fournisseur | Code fournisseur | Réf. Farnell | Réf fournisseur',
    'own-number': 'Référence interne | Code interne',
    distributor: 'Fournisseur | Distributeur',
    description: 'Désignation | Libellé | Description',
    level: 'Niveau',
  },
  Italian: {
    mpn: 'Codice produttore | Codice costruttore | Codice articolo produttore | P/N produttore | Numero di parte del produttore',
    manufacturer: 'Produttore | Costruttore | Marca',
    quantity: 'Quantità | Q.tà | Qtà | Qta per scheda | Quantità per scheda | Pezzi | Quantità totale',
    designators: 'Riferimento | Riferimenti | Rif.',
    'distributor-number': 'Codice fornitore',
    'own-number': 'Codice interno',
    distributor: 'Fornitore',
    description: 'Descrizione',
  },
  Spanish: {
    mpn: 'Número de parte del fabricante | Referencia fabricante | N.º de pieza del fabricante | Código del fabricante | Ref. fabricante',
    manufacturer: 'Fabricante | Marca',
    quantity: 'Cantidad | Cant. | Cantidad por placa | Cantidad total | Cantidad unitaria | Uds.',
    designators: 'Referencia | Referencias | Designador',
    'distributor-number': 'Referencia proveedor | Código del proveedor',
    'own-number': 'Código interno',
    distributor: 'Proveedor',
    description: 'Descripción',
    level: 'Nivel',
  },
  Portuguese: {
    mpn: 'Código do fabricante | Número da peça do fabricante | Referência do fabricante',
    manufacturer: 'Fabricante',
    quantity: 'Quantidade | Qtd. | Qtde | Quantidade por placa | Qtd/placa',
    designators: 'Referência | Designador',
    distributor: 'Fornecedor',
    description: 'Descrição',
  },
  Romanian: {
    mpn: 'Cod producător | Număr piesă producător',
    manufacturer: 'Producător',
    quantity: 'Cantitate | Cantitate pe placă | Buc. | Cant.',
    designators: 'Referință',
    distributor: 'Furnizor',
    description: 'Descriere',
  },
  Polish: {
    mpn: 'Numer części producenta | Numer katalogowy producenta | Symbol producenta | Kod producenta | Oryginalny symbol',
    manufacturer: 'Producent',
    quantity: 'Ilość | Ilość na płytkę | Ilość sztuk | Szt. | Liczba sztuk | Ilość całkowita',
    designators: 'Oznaczenie | Oznaczenia',
    'distributor-number': 'Kod dostawcy | Numer katalogowy dostawcy | Symbol TME',
    distributor: 'Dostawca | Sklep',
    description: 'Opis',
    level: 'Poziom',
  },
  Czech: {
    mpn: 'Číslo dílu výrobce | Kód výrobce | Typ výrobce',
    manufacturer: 'Výrobce',
    quantity: 'Množství | Počet | Ks | Počet kusů | Množství na desku | Celkem',
    distributor: 'Dodavatel',
    description: 'Popis',
    footprint: 'Pouzdro',
  },
  Hungarian: {
    mpn: 'Gyártói cikkszám | Gyártó cikkszáma | Gyártói alkatrészszám | Gyártói kód',
    manufacturer: 'Gyártó',
    quantity: 'Mennyiség | Darabszám | Db | Darab | db/panel',
    designators: 'Pozíció | Pozíciójel',
    'distributor-number': 'Szállítói cikkszám | Beszállítói cikkszám',
    distributor: 'Szállító | Forgalmazó',
    description: 'Leírás | Megnevezés',
  },
  Finnish: {
    mpn: 'Valmistajan tuotenumero | Valmistajan osanumero | Valmistajan tuotekoodi',
    manufacturer: 'Valmistaja',
    quantity: 'Määrä | Kpl | Lukumäärä | Kpl/laite | Kappalemäärä',
    designators: 'Viite | Viitteet',
    distributor: 'Toimittaja',
    description: 'Kuvaus',
  },
  Greek: {
    mpn: 'Κωδικός κατασκευαστή | Αριθμός εξαρτήματος κατασκευαστή',
    manufacturer: 'Κατασκευαστής | ΚΑΤΑΣΚΕΥΑΣΤΗΣ',
    quantity: 'Ποσότητα | ΠΟΣΟΤΗΤΑ | Τεμάχια | Ποσότητα ανά πλακέτα',
    designators: 'Αναφορά',
    distributor: 'Προμηθευτής',
    description: 'Περιγραφή',
  },
  Turkish: {
    mpn: 'Üretici Parça Numarası | Üretici Parça No | ÜRETİCİ PARÇA KODU | Üretici kodu',
    manufacturer: 'Üretici | Marka | ÜRETİCİ',
    quantity: 'Adet | Miktar | Kart başına adet | Toplam adet',
    designators: 'Referans',
    'own-number': 'Malzeme kodu | Stok kodu',
    distributor: 'Tedarikçi',
    description: 'Açıklama | AÇIKLAMA',
  },
  Russian: {
    mpn: 'Артикул производителя | Парт-номер производителя | Номер производителя | Код производителя',
    manufacturer: 'Производитель | Изготовитель | Фирма',
    quantity:
      'Количество | Кол-во | Кол. | Кол-во на плату | Кол-во, шт. | Количество на изделие | Общее количество',
    designators: 'Обозначение | Поз. обозначение | Позиционное обозначение',
    'order-number': 'Артикул',
    distributor: 'Поставщик',
    description: 'Описание | Наименование',
    level: 'Уровень',
  },
  Ukrainian: {
    mpn: 'Артикул виробника | Номер виробника',
    manufacturer: 'Виробник',
    quantity: 'Кількість | Кількість на плату',
    designators: 'Позначення | Позиційне позначення',
    distributor: 'Постачальник',
    description: 'Опис | Найменування',
  },
  Chinese: {
    mpn: '制造商料号 | 制造商型号 | 厂家型号 | 原厂型号 | 制造商零件编号 | 品牌型号 | 厂商物料编码 | 製造商料號 | 廠商料號 | 製造商零件編號',
    manufacturer: '制造商 | 品牌 | 厂家 | 厂商 | 生产厂家 | 製造商 | 廠商 | 原厂',
    quantity:
      '数量 | 用量 | 单台用量 | 单板用量 | 每板数量 | 单机用量 | 每台用量 | 总数量 | 采购数量 | 數量 | 單板用量 | 数量(PCS)',
    designators: '位号 | 元件位号 | 标号 | 位號',
    'distributor-number': '供应商料号 | 供应商编号 | 立创编号 | 商品编号 | 立创商城编号',
    'own-number': '物料编码 | 料号 | 公司料号 | 物料编号 | 内部料号 | 料號',
    distributor: '供应商 | 供应商名称',
    description: '描述 | 规格 | 品名 | 物料描述',
    footprint: '封装 | 封裝',
    level: '层级 | 階層',
    alternate: '替代料 | 替代型号 | 备选型号',
  },
  Japanese: {
    mpn: 'メーカー型番 | メーカ品番 | メーカー型式 | メーカー部品番号 | 製造元型番 | メーカー型番（MPN）| メーカー品番',
    manufacturer: 'メーカー | メーカ名 | 製造元 | メーカー名',
    quantity: '数量 | 員数 | 個数 | 1台あたりの数量 | 基板1枚あたり員数 | 使用数 | 合計数 | 発注数 | 数量/台',
    designators: '部品記号 | 回路記号 | リファレンス | 回路番号',
    'distributor-number': '購入先品番 | 仕入先品番 | 秋月コード',
    'own-number': '社内品番 | 自社部品番号',
    distributor: '購入先 | 仕入先',
    level: '階層 | レベル',
  },
  Korean: {
    mpn: '제조사 부품번호 | 제조사품번 | 제조사 파트넘버 | 메이커 품번 | 제조업체 부품 번호',
    manufacturer: '제조사 | 제조업체 | 메이커 | 제조사명',
    quantity: '수량 | 소요량 | 대당 수량 | 보드당 수량 | 개수 | 총수량 | 원단위',
    designators: '위치 | 레퍼런스 | 부품위치 | 참조번호',
    'own-number': '자재코드 | 자재번호 | 품목코드 | 사내품번',
    distributor: '공급사 | 구매처',
    description: '설명 | 규격 | 품명 | 사양',
  },
};

describe('headers in every language that a BOM may be in', () => {
  const cases = Object.entries(HEADERS).flatMap(([language, roles]) =>
    Object.entries(roles).flatMap(([role, headers]) =>
      headers.split('|').map((header) => [language, header.trim().replace(/\s+/g, ' '), role] as const),
    ),
  );
  test.each(cases)('%s: %s is %s', (_, header, role) => {
    expect(meaningOf(header)?.role ?? null).toBe(role);
  });
});

/** Of columns that hold a quantity, the one of a single board is to be preferred. */
const RANKS: readonly (readonly [least: string, better: string])[] = [
  ['Total Needed', 'QTY per badge'],
  ['Total Qty', 'Qty'],
  ['Gesamtmenge', 'Menge je Gerät'],
  ['Quantité totale', 'Quantité unitaire'],
  ['总数量', '单台用量'],
  ['Menge', 'Stk./Gerät'],
  ['Order Qty', 'Qty./pc'],
  ['Qty for 100 boards', 'Qty/board'],
  ['QTY 100', 'Qty'],
  ['Qty per 1000 units', 'Qty per unit'],
  ['合計数', '1台あたりの数量'],
  ['총수량', '대당 수량'],
  ['Toplam adet', 'Kart başına adet'],
  ['Ilość całkowita', 'Ilość na płytkę'],
  ['Ext. Qty', 'Usage per PCBA'],
  ['Need', 'Usage'],
];

test.each(RANKS)('%s yields to %s', (total, perUnit) => {
  const [least, better] = [meaningOf(total), meaningOf(perUnit)];
  expect([least?.role, better?.role]).toEqual(['quantity', 'quantity']);
  expect(better!.rank).toBeGreaterThan(least!.rank);
});

test('no spelling stands for two things', () => {
  const concepts = new Map<string, Set<string>>();
  for (const language of Object.values(LANGUAGES)) {
    for (const [concept, spellings] of Object.entries(language)) {
      for (const spelling of spellings.split(/\s+/)) {
        expect(spelling).toBe(spelling.toLowerCase());
        concepts.set(spelling, (concepts.get(spelling) ?? new Set()).add(concept));
      }
    }
  }
  expect([...concepts].filter(([, of]) => of.size > 1).map(([spelling, of]) => [spelling, ...of])).toEqual(
    [],
  );
});
