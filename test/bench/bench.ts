import { benchFiles } from './files.ts';
import { benchPipeline } from './pipeline.ts';

await benchFiles();
await benchPipeline();
