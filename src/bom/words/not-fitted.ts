/** How people say that a part is not to be populated: abbreviations that may stand beside other words. Lower case. */
export const ABBREVIATIONS = 'dnp dni dnf';

/** Abbreviations that say so only when they stand alone. */
export const SHORT_ABBREVIATIONS =
  'dnm dns dnl np n/p nm n.m. nf n/f n.b. nb n.f. nofit nopop no-pop depop unpop d.n.p. d.n.f. d.n.i.';

/** The same in full; each is a regular expression over one or several words. */
export const PHRASES: readonly string[] = [
  "do\\s*n[o']t\\s+(?:be\\s+)?(?:place|populate|fit|mount|stuff|install|load|assemble|insert|solder)d?",
  'no[ -]?(?:place|pop|populate|mount|fit|stuff|load|install)',
  '(?:is |are )?not\\s+(?:to\\s+be\\s+)?(?:placed|populated|fitted|mounted|stuffed|installed|loaded|assembled|inserted|soldered)',
  'un(?:populated|fitted|mounted|placed|stuffed|installed|assembled)',
  'de-?pop(?:ulated?)?',
  'omit(?:ted)?',
  'leave\\s+(?:empty|off|unpopulated|unfitted)',
  // German, Dutch
  'nicht\\s+(?:bestücke?n?t?|bestuecke?n?t?|montiere?n?t?|einbauen|eingebaut|gelötet|löten)',
  'unbest(?:ü|ue)ckt',
  'niet\\s+(?:plaatsen|geplaatst|monteren|gemonteerd|bestukken)',
  // Swedish, Danish, Norwegian, Finnish
  '(?:ej|inte|ikke)\\s+monter\\w*',
  'monteras\\s+(?:ej|inte)',
  'monteres\\s+ikke',
  'ei\\s+(?:asenneta|kalusteta|asennettu)',
  // French, Italian, Spanish, Portuguese, Romanian
  'non\\s+(?:monté|monte|montée|câblé|cable|placé|implanté|équipé)e?s?',
  'ne\\s+pas\\s+(?:monter|câbler|cabler|placer|implanter|équiper)',
  'non\\s+(?:montat[oaie]|montare|popolat[oa])',
  'no\\s+(?:montar|montado|poblar|poner|colocar)',
  'não\\s+(?:montar|montado|colocar)',
  'nu\\s+se\\s+(?:montează|monteaza|plantează)',
  'nemontat[ăe]?',
  // Polish, Czech, Slovak, Hungarian
  'nie\\s+(?:montować|montowac|obsadzać|obsadzac|lutować|montowany)',
  'neosa(?:zovat|zeno|zené|dzovať|dené)',
  'nem\\s+(?:beültetendő|beültetett|ültetendő|szerelendő)',
  // Russian, Ukrainian, Greek, Turkish
  'не\\s+(?:устанавливать|устанавливается|монтировать|монтируется|запаивать|паять|ставить|встановлювати|монтувати)',
  '(?:δεν|μη)\\s+(?:τοποθετ\\p{L}*|συναρμολογ\\p{L}*)',
  '(?:takılmayacak|dizilmeyecek|takma(?:yın)?|monte\\s+edilmeyecek|montaj\\s+yok)',
];

/** In scripts without blanks, where nothing need part them from the next word. */
export const UNSPACED_PHRASES: readonly string[] = [
  '不贴装?',
  '不焊接?',
  '不(?:安)?装',
  '不上件?',
  '空贴',
  '不貼裝?',
  '不裝',
  '不焊',
  '未実装(?:部品)?',
  '実装しない',
  '実装なし',
  '実装不要',
  '非実装',
  '미실장',
  '미장착',
  '실장\\s*안\\s*함',
];
