import type {Action} from './action.ts';
import type {State} from './state.ts';

/**
 * How soon a change has to be seen. `now`: it answers a key, or something happened; `soon`: one of
 * several that come together; `gathered`: the same, where the next one can be awaited; `with others`:
 * nobody waits for it, and a frame for it alone would cost more than it tells.
 */
export type Urgency = 'now' | 'soon' | 'gathered' | 'with others';

/** `before`: the state that the action changes. */
export const urgencyOf = (action: Action, before: State): Urgency =>
	action.type === 'stats/sampled'
		? urgencyOfStats(action, before)
		: (urgencies[action.type] ?? 'now');

/** The first figures of a container are awaited, and those of the API come over some part of a second. */
const urgencyOfStats = (
	{usages, isUnseen}: Extract<Action, {type: 'stats/sampled'}>,
	before: State,
): Urgency => {
	if (isUnseen) return 'with others';
	const isNews = usages.some(([key]) => before.usages.get(key)?.cpuPercent === undefined);
	return isNews || usages.every(([, {sample}]) => sample.origin === 'cgroup') ? 'soon' : 'gathered';
};

const urgencies: Readonly<Partial<Record<Action['type'], Urgency>>> = {
	'container/inspected': 'soon',
	// Nobody reads more than some lines a second, and a program may write thousands.
	'logs/appended': 'soon',
	'program/written': 'soon',
	'bulk/row-changed': 'soon',
	'host/sampled': 'with others',
	'clock/ticked': 'with others',
	'list/reordered': 'with others',
};

const order: readonly Urgency[] = ['with others', 'gathered', 'soon', 'now'];

export const isMoreUrgent = (urgency: Urgency, than: Urgency): boolean =>
	order.indexOf(urgency) > order.indexOf(than);
