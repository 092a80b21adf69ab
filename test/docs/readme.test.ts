import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Config } from '../../src/config/schema.ts';
import { FORMATS } from '../../src/core/report/report.ts';
import { CONDITION_SENTENCES } from '../../src/core/rule/conditions.ts';
import { LIFECYCLES, MATCHES } from '../../src/core/words.ts';
import { cli, workFolder } from '../support/cli.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const COMMANDS = ['run', 'plan', 'part', 'changes', 'diff', 'login', 'logout', 'emulator', 'demo'];

test.each(COMMANDS)('the README tells of %s and each of its flags', async (command) => {
  const { stdout } = await cli([command, '--help'], workFolder());
  const flags = [...stdout.matchAll(/^\s+--([a-z][a-z-]+)/gm)].map(([, flag]) => flag!);
  const told = flags.filter((flag) => !['help', 'version', 'json', 'redirect-uri', 'paste'].includes(flag));
  expect(readme).toMatch(new RegExp(`\`${command}[ \`]|bom-audit ${command}|, \`${command}\``));
  for (const flag of told) expect(readme).toContain(`--${flag}`);
});

test('the README tells of every word, format and condition', () => {
  for (const word of [...LIFECYCLES, ...MATCHES]) expect(readme).toContain(`\`${word}\``);
  for (const format of FORMATS) expect(readme).toContain(format);
  for (const sentence of CONDITION_SENTENCES)
    expect(readme).toMatch(new RegExp(sentence.replace('N', '\\d+')));
});

test('the README tells of every config key', () => {
  for (const [section, value] of Object.entries(Config.parse({}))) {
    const keys =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    expect(readme).toMatch(new RegExp(`\`${section}(\`|\\.)`));
    const isWhole = readme.includes(`\`${section}.*\``);
    if (!isWhole) for (const key of keys) expect(readme).toMatch(new RegExp(`\`(${section})?\\.${key}\``));
  }
});

test.each([0, 1, 2, 3, 70])('the README tells of exit code %i', (code) => {
  expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});
