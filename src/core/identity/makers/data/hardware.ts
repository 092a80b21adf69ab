import type { CompanyTable } from '../table.ts';

/** Makers of tools and hardware, of which DigiKey lists several beside another name of theirs. */
export const HARDWARE = {
  'acme-electric': ['Acme Electric', 'Acme Electric/Amveco/Actown', 'Amveco'],
  desco: ['Desco', 'Desco Industries, Inc, ESDSystems', 'ESD Systems', 'Desco Industries'],
  fujikura: ['Fujikura', 'Fujikura America, Inc.', 'Fujikura, Formerly DDK', 'DDK'],
  gleason: ['Milwaukee | Gleason Industrial Products', 'Gleason Industrial Products'],
  glenair: ['Glenair', 'Glenair/PEI-Genesis'],
  'jw-winco': ['J.W. Winco', 'JW Winco/Otto Ganter', 'Otto Ganter'],
  legrand: ['Legrand', 'Quiktron/Legrand', 'Quiktron'],
  ripley: ['Ripley Tool/Miller', 'Ripley'],
  tapco: ['TAPCO', 'Tapco, Traffic & Parking Control Co, Inc'],
  tpi: ['TPI (Test Products Int)', 'TPI', 'Test Products International'],
  zhifengwei: ['CDA (Zhifengwei Technology)', 'Zhi Feng Wei Technology'],
} as const satisfies CompanyTable;
