/**
 * Who sells parts under order numbers of his own: distributors, shops, marketplaces. Lower case, without accents, spaces
 * and marks. Some put their names on products, too (Adafruit, RS PRO): in a column of makers they are makers.
 */
const NAMES = `
  digikey mouser farnell element14 newark premierfarnell onecall cpc rs rscomponents radiospares rsonline allied
  alliedelectronics lcsc szlcsc jlc jlcpcb jlcparts tme transfermultisort arrow avnet avnetsilica silica ebvelektronik
  futureelectronics tti verical rochester winsource heilind sagerelectronics masterelectronics richardsonrfpd
  onlinecomponents chip1stop chiponestop corestaff octopart findchips
  rutronik distrelec elfa elfadistrelec schukat burklin buerklin conrad reichelt pollin voelkner volkner elv segor
  kesslerelectronic csdelectronics darisus box73 berrybase watterott exptech funduino eibtron bastelgarage pibord opencircuit
  tinytronics kiwielectronics antratek hackerstore sossolutions
  gotronic selectronic lextronic mikroshop robotshop snootlab robotitaly futurashop homotix melopero
  bricogeek electan cetronic tiendatec diotronic ondaradio leantec botnroll ptrobotics mauser electrofun
  filipeflop baudaeletronica curtocircuito soldafria optimusdigital cleste conexelectronic vitacom robofun ardushop
  maritex botland kamami nettigo gme gmelectronic laskakit soselectronic tipa hestore lomex chipcad microdis
  electrokit kjell kjellcompany biltema lawicel elextra partco bebek spelektroniikka triopak verkkokauppa
  grobotronics hellasdigital cableworks direnc robotistan ozdisan samm motorobit
  chipdip platan terraelectronica promelec compel elitan electronshik voltmaster kosmodrom rcscomponents imrad
  rapidonline bitsbox kitronik maplin pimoroni thepihut coolcomponents hobbytronics
  sparkfun adafruit seeed seeedstudio dfrobot pololu tindie jameco tayda taydaelectronics mcmaster mcmastercarr
  allelectronics bgmicro jaycar altronics corelectronics wiltronics
  akizuki akizukidenshi marutsu sengoku switchscience aitendo monotaro misumi
  devicemart eleparts icbanq mechasolution coupang
  taobao tmall aliexpress alibaba ickey hqchip oneyac icgoo banggood gearbest hobbyking amazon ebay walmart etsy
  mercadolibre mercadolivre
  立创 立创商城 嘉立创 淘宝 天猫 云汉芯城 京东 秋月 秋月電子 マルツ 千石`
  .split(/\s+/)
  .filter((name) => name !== '');

/** Words of a header that name a shop, with those that are too short to be trusted in a cell. */
export const SHOP_WORDS: ReadonlySet<string> = new Set([...NAMES, 'dk', 'sf']);

const SHOPS = new Set(NAMES);
const LONGEST = 80;
const TRADE =
  /(?:electronics?|elektronik|components|distribution|marketplace|online|shop|store|gmbh|inc|ltd|co)+$/;

/** True for a cell that names a shop, or several: `Digi-Key`, `Reichelt Elektronik`, `www.pollin.de`, `Farnell / RS`. */
export function isShop(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const names = cell
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .split(/[/,;&|+\n]/)
    .map((name) =>
      name
        .normalize('NFD')
        .replace(/\.(?:com?|de|fr|nl|pl|eu|net|org|uk|cn|ru|it|es)\b/g, '')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .normalize('NFC'),
    )
    .filter((name) => name !== '');
  return names.length > 0 && names.every((name) => SHOPS.has(name) || SHOPS.has(name.replace(TRADE, '')));
}
