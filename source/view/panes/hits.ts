import type {HitTest} from '../hit.ts';
import type {PaneArea} from './index.ts';
import {hitList} from './list/hit-list.ts';
import {hitLogPane} from './logs/hit-log-pane.ts';
import {hitBottom} from './tabs/hit-tab.ts';

/** What a click in an area means, beside what parts of its lines say themselves. */
export const paneHits: Readonly<Partial<Record<PaneArea, HitTest>>> = {
	list: hitList,
	bottom: (...at) => hitBottom(...at) ?? hitLogPane(...at),
};
