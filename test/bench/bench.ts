import { benchFiles } from './files.ts';

await benchFiles();
