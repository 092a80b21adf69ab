import { expect, test } from 'vitest';
import { isDigiKeys, isLoopback, sourceName } from '../../src/core/address.ts';

test.each<[address: string, name: string, isTheirs: boolean]>([
  ['https://api.digikey.com', 'DigiKey', true],
  ['https://API.DigiKey.com:443/', 'DigiKey', true],
  ['https://sandbox-api.digikey.com', 'DigiKey’s sandbox', true],
  ['http://127.0.0.1:8080', 'emulator or proxy on this machine', false],
  ['https://localhost', 'emulator or proxy on this machine', false],
  ['http://api.digikey.com', 'server other than DigiKey’s', false],
  ['https://api.digikey.com:8443', 'server other than DigiKey’s', false],
  ['https://api.digikey.com.', 'server other than DigiKey’s', false],
  ['https://api.digikey.com.evil.example', 'server other than DigiKey’s', false],
  ['https://api.digikey.com@evil.example', 'server other than DigiKey’s', false],
  ['https://evil.example/https://api.digikey.com', 'server other than DigiKey’s', false],
])('%s: %s', (address, name, isTheirs) => {
  expect(sourceName(address)).toBe(name);
  expect(isDigiKeys(address)).toBe(isTheirs);
});

test('what is no address is nobody’s', () => {
  expect(isDigiKeys('api.digikey.com')).toBe(false);
});

test.each([
  ['http://127.0.0.1:1', true],
  ['http://127.9.9.9', true],
  ['http://localhost', true],
  ['http://[::1]:80', true],
  ['http://localhost.evil.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://10.0.0.1', false],
])('%s is this machine: %s', (address, expected) => {
  expect(isLoopback(new URL(address))).toBe(expected);
});
