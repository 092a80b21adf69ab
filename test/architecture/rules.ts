import type { IForbiddenRuleType } from 'dependency-cruiser';

const src = (...rooms: string[]) => `^src/(${rooms.join('|')})`;

/** Who may import whom. Each rule argues for itself: the comment is what a person reads when it is broken. */
export const RULES: readonly IForbiddenRuleType[] = [
  {
    name: 'core-is-pure',
    comment:
      'Decisions stay testable as tables only while they reach nothing but each other and a pure library.',
    severity: 'error',
    from: { path: src('core/') },
    to: { pathNot: [src('core/'), '^node_modules/fastest-levenshtein'] },
  },
  {
    name: 'ports-know-core-only',
    comment: 'A seam that knew an implementation would be none.',
    severity: 'error',
    from: { path: src('ports[.]ts') },
    to: { pathNot: src('core/') },
  },
  {
    name: 'bom-and-report-know-core-and-disk-only',
    comment: 'Files in and out must not need a provider, a database or a setting.',
    severity: 'error',
    from: { path: src('bom/', 'report/') },
    to: { path: '^src/', pathNot: [src('core/', 'disk/'), '^src/$1'] },
  },
  {
    name: 'disk-knows-core-only',
    comment: 'How a file gets its name safely has nothing to do with what is in it.',
    severity: 'error',
    from: { path: src('disk/') },
    to: { path: '^src/', pathNot: src('core/', 'disk/') },
  },
  {
    name: 'adapters-know-ports-and-themselves',
    comment:
      'A provider, a limiter, a store and the audit meet in the composition root only, so that each can be replaced.',
    severity: 'error',
    from: { path: src('sources/', 'limiter/', 'store/', 'config/') },
    to: { path: '^src/', pathNot: [src('core/', 'disk/', 'ports[.]ts'), '^src/$1'] },
  },
  {
    name: 'use-cases-know-no-implementation',
    comment:
      'A use case runs over any store, source and shell: it sees seams, files in and out, and decisions.',
    severity: 'error',
    from: { path: src('app/') },
    to: { path: '^src/', pathNot: src('app/', 'core/', 'ports[.]ts', 'bom/', 'report/', 'disk/') },
  },
  {
    name: 'the-emulator-shares-nothing',
    comment: 'Sharing code with the client would share its mistakes.',
    severity: 'error',
    from: { path: src('emulator/') },
    to: { path: '^src/', pathNot: src('emulator/') },
  },
  {
    name: 'nobody-imports-cli',
    comment: 'The command line is the outermost room.',
    severity: 'error',
    from: { path: '^src/', pathNot: src('cli/') },
    to: { path: src('cli/') },
  },
  {
    name: 'only-demo-and-emulator-reach-the-emulator',
    comment: 'Made-up data must never be able to slip into an audit of real parts.',
    severity: 'error',
    from: { path: src('cli/'), pathNot: src('cli/commands/(demo|emulator)[.]ts') },
    to: { path: src('emulator/') },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-tests-in-production',
    comment: 'What ships must not need what does not.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^test/' },
  },
  ...onlyIn('got', ['sources/http[.]ts']),
  ...onlyIn('hpagent', ['sources/http[.]ts']),
  ...onlyIn('bottleneck', ['limiter/bottleneck[.]ts']),
  ...onlyIn('better-sqlite3', ['store/']),
  ...onlyIn('p-limit', ['app/']),
  ...onlyIn('exceljs', ['report/']),
  ...onlyIn('csv-parse', ['bom/']),
  ...onlyIn('csv-stringify', ['report/']),
  ...onlyIn('yargs', ['cli/main[.]ts', 'cli/options[.]ts']),
  ...onlyIn('zod', ['config/', 'sources/']),
  ...onlyIn('preact', ['report/html/']),
  ...onlyIn('d3-(scale|shape)', ['report/']),
  ...onlyIn('ical-generator', ['report/']),
  ...onlyIn('xmlbuilder2', ['report/']),
  ...onlyIn('@cyclonedx', ['report/']),
  ...onlyIn('saxes', ['bom/']),
  ...onlyIn('numfmt', ['bom/']),
  ...onlyIn('@zip.js', ['bom/']),
  ...onlyIn('iconv-lite', ['bom/']),
  ...onlyIn('pino', ['cli/log[.]ts']),
  ...onlyIn('selfsigned', ['cli/commands/login']),
  {
    name: 'sockets-have-homes',
    comment: 'Everything that leaves this machine goes through one file, where the limiter can see it.',
    severity: 'error',
    from: { path: '^src/', pathNot: src('emulator/', 'sources/http[.]ts', 'cli/commands/login') },
    to: { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)' },
  },
  {
    name: 'disk-has-homes',
    comment: 'A report writer or a provider that reads files has become something else.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: src('app/(boms|outputs)[.]ts', 'bom/', 'cli/', 'config/', 'disk/', 'emulator/', 'store/'),
    },
    to: { dependencyTypes: ['core'], path: '^(node:)?fs(/|$)' },
  },
];

/** A package that does I/O, or is slow to load, has one home. */
function onlyIn(name: string, homes: readonly string[]): IForbiddenRuleType[] {
  return [
    {
      name: `${name}-has-one-home`,
      comment: `${name} is used in src/${homes.join(', src/')} only, so that it can be replaced there.`,
      severity: 'error',
      from: { path: '^src/', pathNot: src(...homes) },
      to: { path: `^node_modules/${name}/` },
    },
  ];
}
