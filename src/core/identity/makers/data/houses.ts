/** Names that stay the house's whatever division's or branch's name follows. */
export const HOUSES: readonly string[] = `Abracon | Adafruit | Allegro MicroSystems | Alps Alpine | Amphenol |
  Analog Devices | AVX | Bel Fuse | Bosch Sensortec | Bourns | Broadcom | Cinch Connectivity Solutions | Coilcraft |
  Cornell Dubilier | CTS | Cypress Semiconductor | Diodes Incorporated | Espressif | Everlight | Fairchild Semiconductor |
  Freescale | GigaDevice | Harting | Harwin | Hirose | Honeywell | Infineon | JST | KEMET | Keystone Electronics |
  Kingbright | KOA | KYOCERA AVX | Lattice Semiconductor | Linear Technology | Lite-On | Littelfuse | Macronix |
  Maxim Integrated | Melexis | Microchip | Micron Technology | Microsemi | Molex | Monolithic Power Systems | Murata |
  National Semiconductor | Nexperia | Nichicon | Nordic Semiconductor | Nuvoton | NXP | Omron | onsemi |
  ON Semiconductor | Panasonic | Phoenix Contact | Pulse Electronics | Qorvo | Quectel | Renesas | Rohm | Rubycon |
  Samsung Electro-Mechanics | Samtec | Schurter | Semtech | Sensata | Sensirion | Silicon Labs | Silicon Laboratories |
  Skyworks | Stackpole | STMicroelectronics | Sullins | Sumida | Susumu | Taiyo Yuden | Taoglas | TDK | TE Connectivity |
  Texas Instruments | Toshiba Semiconductor | TT Electronics | Vishay | Vishay Foil Resistors | Vishay Precision |
  Weidmüller | Winbond | Wurth | Wurth Elektronik | YAGEO`
  .split('|')
  .map((name) => name.trim());
