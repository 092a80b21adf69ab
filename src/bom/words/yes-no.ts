/** In columns that say whether a part is fitted, or that it is not. Lower case. */
export const YES: ReadonlySet<string> = new Set(
  `y yes ja oui si sì sí sim da tak ano áno igen kyllä evet ναι да так 是 有 はい 예 네 true wahr vrai vero verdadero prawda истина 1 x ✓ ✔ ☑`.split(
    /\s+/,
  ),
);

export const NO: ReadonlySet<string> = new Set(
  `n no nein non nee nej nei não nie ne nem ei hayır όχι нет ні 否 无 無 不 いいえ 아니오 아니요 false falsch faux falso fałsz ложь 0 - × ✗ ✘ ❌ ☐`.split(
    /\s+/,
  ),
);
