import type {Overlay} from '../../store/overlay.ts';

/** A line at the edge of the screen in which is typed what the pane above follows. */
export const isTyped = ({kind}: Overlay): boolean => lines.has(kind);

const lines: ReadonlySet<Overlay['kind']> = new Set([
	...([
		'filter',
		'search',
		'pattern',
		'find',
		'moment',
		'narrow',
		'label',
		'compose-line',
	] as const),
]);
