import type {Action} from './action.ts';

/**
 * How soon a change has to be seen. `now`: it answers a key, or something happened; `soon`: one of
 * several that come together; `with others`: nobody waits for it, and a frame for it alone would cost
 * more than it tells.
 */
export type Pace = 'now' | 'soon' | 'with others';

export const paceOf = ({type}: Action): Pace => paces[type] ?? 'now';

const paces: Readonly<Partial<Record<Action['type'], Pace>>> = {
	'stats/sampled': 'soon',
	'container/inspected': 'soon',
	'host/sampled': 'with others',
	'clock/ticked': 'with others',
	'list/reordered': 'with others',
};

const order: readonly Pace[] = ['with others', 'soon', 'now'];

export const isSooner = (pace: Pace, than: Pace): boolean =>
	order.indexOf(pace) > order.indexOf(than);
