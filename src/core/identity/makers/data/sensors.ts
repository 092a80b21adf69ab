import type { CompanyTable } from '../table.ts';

/** Makers of sensors and of micromechanical parts. */
export const SENSORS = {
  'all-sensors': ['Amphenol All Sensors Corporation', 'All Sensors'],
  aosong: ['Aosong', 'ASAIR', 'Guangzhou Aosong'],
  bosch: ['Bosch Sensortec', 'Bosch', 'Robert Bosch', '博世'],
  'city-technology': ['City Technology'],
  e2v: ['E2V', 'e2v technologies', 'Teledyne e2v'],
  flir: ['FLIR', 'FLIR Lepton', 'Teledyne FLIR'],
  honeywell: [
    'Honeywell Sensing and Productivity Solutions',
    'Honeywell',
    'Honeywell Microelectronics & Precision Sensors',
  ],
  interlink: ['Interlink Electronics', 'Interlink'],
  invensense: ['TDK InvenSense', 'InvenSense'],
  kionix: ['Kionix Inc.'],
  lem: ['LEM USA Inc.', 'LEM'],
  'measurement-specialties': ['TE Connectivity Measurement Specialties', 'Measurement Specialties', 'MEAS'],
  memsic: ['Memsic Inc.'],
  micronas: ['TDK-Micronas GmbH', 'Micronas'],
  novasensor: ['Amphenol NovaSensor', 'NovaSensor', 'Lucas Novasensor', 'GE NovaSensor'],
  omega: ['Omega', 'Omega Engineering', 'OMEGA Thermocouples'],
  piher: ['Amphenol Piher Sensing Systems', 'Piher', 'Piher Sensing'],
  posifa: ['Posifa Technologies', 'Posifa'],
  semitec: ['Semitec USA Corp', 'Semitec'],
  sensirion: ['Sensirion AG'],
  shibaura: ['Shibaura Temperature Sensors', 'Shibaura'],
  thermometrics: ['Amphenol Thermometrics', 'Thermometrics', 'GE Thermometrics'],
} as const satisfies CompanyTable;
