import {detailLines} from '../detail/paint-detail.ts';
import type {TabSpec} from './tab.ts';

/** What is known of the selection at a glance. */
export const overviewTab: TabSpec = {
	short: 'Info',
	needs: ['setup'],
	body: (view, width) => detailLines(view, width, Number.MAX_SAFE_INTEGER),
};
