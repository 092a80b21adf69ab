import { BASE } from './style/base.ts';
import { CHARTS } from './style/charts.ts';
import { MEDIA } from './style/media.ts';
import { TABLES } from './style/tables.ts';

/** The whole style of the page. */
export const STYLE = BASE + TABLES + CHARTS + MEDIA;
