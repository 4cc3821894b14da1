import type {PageId} from '../../store/views.ts';
import {memoPaint} from '../memo-paint.ts';
import {composePage} from './compose/spec.ts';
import {eventsPage} from './events/spec.ts';
import {filesPage} from './files/spec.ts';
import {hostPage} from './host/host-page.ts';
import type {PageSpec} from './page.ts';
import {problemsPage} from './problems/spec.ts';
import {statsPage} from './stats/page.ts';

/** Every screen but the list; a new one is a folder, a line here and a line in `store/views.ts`. */
const specs: Readonly<Record<PageId, PageSpec>> = {
	stats: statsPage,
	problems: problemsPage,
	events: eventsPage,
	host: hostPage,
	compose: composePage,
	files: filesPage,
};

export const pages = Object.fromEntries(
	Object.entries<PageSpec>(specs).map(([id, spec]) => [
		id,
		{...spec, paint: memoPaint(spec.paint, spec.inputs)},
	]),
) as Readonly<Record<PageId, PageSpec>>;
