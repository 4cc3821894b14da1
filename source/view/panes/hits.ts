import type {HitTest} from '../hit.ts';
import type {PaneArea} from './index.ts';
import {hitList} from './list/hit-list.ts';
import {hitBottom} from './logs/hit-bottom.ts';

/** What a click in an area means, beside what parts of its lines say themselves. */
export const paneHits: Readonly<Partial<Record<PaneArea, HitTest>>> = {
	list: hitList,
	bottom: hitBottom,
};
