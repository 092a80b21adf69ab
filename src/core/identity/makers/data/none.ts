/** They stand where nobody knows or cares whose part it is. */
export const PLACEHOLDERS =
  `any | any maker | n/a | na | none | null | nil | unknown | unspecified | various | misc |
  miscellaneous | generic | std | standard | commodity | tbd | tba | dnp | dni | dnf | do not populate | do not fit |
  not fitted | nm | see notes | customer supplied | own | custom | x | manufacturer | vendor | supplier`.split(
    '|',
  );

/** They sell what others make. House brands are makers' names and not among them (Multicomp, RS PRO). */
export const DISTRIBUTORS =
  `DigiKey | Digi-Key | Digi-Key Electronics | DK | Mouser | Mouser Electronics | Farnell | element14 |
  Premier Farnell | Newark | Newark element14 | RS Components | RS | Radiospares | Arrow | Arrow Electronics | Avnet |
  Avnet Silica | PEI-Genesis | Future Electronics | TTI | TME | Transfer Multisort Elektronik | LCSC | LCSC Electronics | JLCPCB |
  SZLCSC | Rutronik | Conrad | Conrad Electronic | Reichelt | Reichelt Elektronik | Distrelec | Elfa | Elfa Distrelec |
  Schukat | Buerklin | Bürklin | Allied | Allied Electronics | Verical | Win Source | Chip One Stop |
  Master Electronics | Sager | Heilind | Powell | Jameco | Tayda | Amazon | eBay | AliExpress | Alibaba | Taobao |
  Octopart | Findchips | McMaster | McMaster-Carr | CableWholesale`.split('|');
