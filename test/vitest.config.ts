import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/temporary.ts'],
    setupFiles: ['test/support/no-network.ts'],
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'src/**/*.tsx'],
      reporter: ['text-summary'],
      thresholds: {
        lines: 85,
        branches: 75,
        'src/core/**': { lines: 95, branches: 90 },
      },
    },
  },
});
