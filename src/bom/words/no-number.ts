/** What people write where they have no part number or maker. Lower case, whole cells. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  `n/a | a/r | na | n.a. | n.a | nil | none | null | no | nan | void | empty | blank | undefined | unknown | unspecified | tbd | tba | tbc | t.b.d. |
  tbd. | dnp | dni | dnf | dnm | dns | dnl | nm | np | nf | n/p | any | various | generic | generique | generisch | misc | misc. | custom |
  see-note | see-notes | see-description | same | same as above | ditto | idem | dito | not applicable | not available | not specified |
  not defined | not assigned | not required | not known | unassigned | to be defined | to be determined | to be confirmed |
  to be decided | to be announced | no part number | no part no | no mpn | no p/n | no pn | without part number | do not place | do not populate |
  any brand | generic part | pending | in progress | open | standard | std | std. | commodity | jellybean | jelly bean | local | house |
  k. a. | k.a. | entfällt | entfaellt | keine | keine angabe | unbekannt | offen | beliebig | diverse | siehe oben | s.o. | nicht vorhanden |
  norm | normteil | standardteil | aucun | aucune | néant | neant | inconnu | à définir | a definir | à préciser | quelconque | sans objet |
  divers | nessuno | nessuna | da definire | sconosciuto | generico | vari | qualsiasi | ninguno | ninguna | sin especificar | por definir |
  desconocido | genérico | varios | nenhum | desconhecido | por definir | niciunul | necunoscut | brak | nie dotyczy | nieznany | dowolny |
  do ustalenia | žádný | neuvedeno | libovolný | nincs | tetszőleges | ismeretlen | ingen | okänd | saknas | valfri | ukendt | ukjent | valgfri |
  ei ole | ei tiedossa | geen | onbekend | nvt | n.v.t. | yok | belirsiz | herhangi | δεν υπάρχει | άγνωστο | нет | отсутствует | неизвестно |
  любой | не указан | немає | невідомо | будь-який | 无 | 無 | 暂无 | 暫無 | 待定 | 未知 | 不限 | 通用 | 任意 | 空 | 同上 | なし | 無し | 未定 | 不明 |
  汎用 | 汎用品 | 任意品 | 없음 | 미정 | 해당없음 | 범용`
    .split('|')
    .map((word) => word.trim().replace(/\s+/g, ' ')),
);

/** A remark in a part number's place: it says where the number is, who brings the part, or that any will do. */
export const REMARKS: readonly RegExp[] = [
  /^(?:please )?(?:see|refer(?: to)?|per|as per|acc\.?(?:ording)? to|siehe|s\.|gemäß|laut|nach|voir|selon|suivant|vedi|come da|ver|según|conforme|zie|volgens|se|ks\.|viz|podle|lásd|patrz|wg|zgodnie z|см\.?|согласно|див\.?|bkz\.?|見|参照|请?见|參見)\s*(?:\p{L}+\.?\s+){0,2}(?:notes?|drawings?|drw|dwg|spec\.?|specs|specifications?|descriptions?|comments?|remarks?|tables?|sheets?|schematics?|bom|above|below|docs?|documents?|datasheet|hinweis|bemerkung|zeichnung|beschreibung|stückliste|unten|oben|tabelle|notice|plan|dessin|remarque|schéma|nota|disegno|note|descripción|dibujo|plano|tekening|opmerking|ritning|tegning|piirustus|výkres|pozn\.?|rajz|rysun\w*|uwagi|opis|черт\.?|чертеж\w*|примечани\w*|çizim)\b/iu,
  /^(?:see|siehe|voir|vedi|ver|zie|viz|patrz|lásd|см\.?)\s+\S|^(?:请?见|请?参[见照]|參見|參照)\S/iu,
  /^(?:as|if|when|where)\s+(?:available|required|needed|necessary|applicable|per|specified|supplied|stocked)\b/i,
  /^(?:customer|client|user|free|buyer|house|shop|locally?|self|any|in[- ]house)[\s-]*(?:supplied|furnished|provided|issued?|consigned|sourced|stock|made|supply|manufactured)\b/i,
  /^(?:supplied|furnished|provided|consigned|delivered|sourced) (?:by|from)\b|^consign(?:ed|ment)\b|^free[- ]issue\b|^cf[em]$/i,
  /^(?:kunden)?beistell\w*|^vom kunden\b|^bauseits\b|^fourni(?:e|es|s)? par\b|^fornit\w+ dal\b|^suministrado por\b|^fornecido pel\w\b|^dostarcza\b|^dodá\w* zákazník|^客供|^客户提供|^客戶提供|^支給|^고객지급|^사급/iu,
  /^(?:or|oder|ou|oppure|lub|nebo|eller|tai|of|veya|или|або|或)\s+(?:equiv|similar|gleichw|ähnl|équiv|simil|odpow|ekviv|tilsv|likv|vast|gelijk|muad|аналог|екв|экв|同)/iu,
  /^(?:to be|wird noch|à|da|por|do|k)\s+(?:defined|determined|confirmed|decided|selected|specified|announced|advised|festgelegt|définir|déterminer|definire|definir|ustalenia|doplnění)\b/iu,
  /^(?:equiv(?:alent|\.)?s?|equivalents?|similar|compatible|gleichwertig\w*|équivalent\w*|equivalente?s?|odpowiednik|ekvivalent\w*|аналог|эквивалент|同等品?|相当品|동등품)$/iu,
  /^(?:buy|order|purchase|source|use|choose|select|pick)\s+(?:local\w*|any\w*|from|at|equivalent|what|per)\b/i,
  /^not\s+(?:in\s+(?:bom|stock|use)|used|needed|available|purchased|supplied|a part)\b/i,
  /^no\s+(?:substitut\w+|part|component|number|mpn|alternat\w+)s?\b/i,
];

/** `Generic` and the like before a value or a kind of part. */
export const GENERIC =
  /^(?:generic|any|standard|std\.?|common|various|misc\.?|commodity|jelly\s?bean|basic|normal|beliebig\w*|generisch\w*|diverse|générique|quelconque|standard\w*|generico|qualsiasi|genérico|cualquier\w*|dowoln\w*|libovoln\w*|любой|любая|通用|汎用)\s+/iu;

/** That another part will do as well, behind a number: `or equivalent`, `(or equiv.)`, `oder gleichwertig`. */
export const OR_EQUIVALENT =
  /[\s,;/([{]+(?:(?:or|oder|ou|oppure|o|lub|nebo|vagy|eller|tai|of|sau|veya|ή|или|або|&|and|\/|\+)[\s/]+)?(?:(?:any|an?|its|other|the|ein|eine[nrms]?|un|une)\s+)?(?:(?:approved|pin|direct|functional)[\s-]+)?(?:equiv\w*|eq\.|similars?|comparable|compatibles?|alternatives?|gleichw\w*|ähnlich\w*|aehnlich\w*|vergleichbar\w*|équiv\w*|similaires?|simil[ei]s?|analog[oi]|podobn\w*|odpowiednik\w*|ekviv\w*|ekwiwalent\w*|egyenértékű|vastaav\w*|likvärdig\w*|motsvarande|tilsvarende|gelijkwaardig\w*|vergelijkbaar|muadil\w*|eşdeğer\w*|аналог\w*|эквивалент\w*|еквівалент\w*|ισοδύναμ\w*|echivalent\w*)\.?\s*(?:type|part|component|product|typ|ok|only|allowed|acceptable)?\s*[)\]}]?$/iu;

/** The same in scripts without blanks, right behind the number. */
export const OR_EQUIVALENT_UNSPACED =
  /\s*[(（]?(?:或|又は|または|또는\s*)?(?:同等|相当|同类|同級|等同|兼容|互換|동등|상당|替代)(?:品|物|型号)?[)）]?$/u;
