import {known} from '../../model/known.ts';
import type {Action} from '../action.ts';
import type {State} from '../state.ts';
import {type DetailKind, type DetailState, type Loadable, noDetail} from './detail-state.ts';

export const reduceDetail = (state: State, action: Action): State => {
	const detail = nextDetail(state.detail, action);
	return detail === state.detail ? state : {...state, detail};
};

/** What is known belongs to one selection: with another one all begins anew. */
export const keepDetail = (state: State): State => {
	const {selected} = state.list;
	if (state.detail.row === selected) return state;
	const {find, data} = state.detail;
	const volumes = 'value' in data.volumes ? data.volumes : noDetail.data.volumes;
	const detail = {...noDetail, data: {...noDetail.data, volumes}};
	return {...state, detail: {...detail, ...known('row', selected), ...known('find', find)}};
};

const nextDetail = (detail: DetailState, action: Action): DetailState => {
	switch (action.type) {
		case 'endpoint/chosen':
			return noDetail;
		case 'connection/lost':
			return withEach(detail, slot => {
				const {waitedMillis: _, ...rest} = slot;
				if (slot.status === 'ready') return {...rest, status: 'stale'} as Loadable<unknown>;
				return slot.status === 'loading' ? {status: 'idle'} : slot;
			});
		case 'detail/requested':
			return withSlot(detail, action, ({waitedMillis: _, ...slot}) =>
				slot.status === 'idle' ? {status: 'loading'} : slot,
			);
		case 'detail/awaited':
			return withSlot(detail, action, slot => ({...slot, waitedMillis: action.waitedMillis}));
		case 'detail/loaded': {
			const {value, atMillis} = action;
			return answered(
				withSlot(detail, action, () => ({status: 'ready', value, atMillis})),
				action,
			);
		}
		case 'detail/failed': {
			const {failure} = action;
			return answered(
				withSlot(detail, action, () => ({status: 'failed', failure})),
				action,
			);
		}
		case 'trees/compared':
			return {...detail, data: {...detail.data, other: noDetail.data.other}};
		case 'detail/asked':
			return {...detail, asked: new Set([...detail.asked, action.kind])};
		case 'detail/moved':
			return {...detail, places: {...detail.places, [action.tab]: action.place}};
		case 'detail/searched': {
			const {find: _, ...rest} = detail;
			return {...rest, ...known('find', action.find)};
		}
		case 'detail/revealed':
			return withRevealed(detail, action.name, revealMillis);
		case 'detail/counted': {
			const {name, leftMillis = 0} = detail.revealed ?? {};
			return withRevealed(detail, name, leftMillis - action.millis);
		}
		// What nobody looks at any more.
		case 'frame/tab-chosen':
		case 'frame/view-chosen':
			return withRevealed(detail, undefined, 0);
		default:
			return detail;
	}
};

const revealMillis = 10_000;

const withRevealed = (
	detail: DetailState,
	name: string | undefined,
	leftMillis: number,
): DetailState => {
	const {revealed, ...rest} = detail;
	if (name !== undefined && leftMillis > 0) return {...rest, revealed: {name, leftMillis}};
	return revealed === undefined ? detail : rest;
};

/** Asked for by a key is one answer; the next one is another key. */
const answered = (detail: DetailState, {kind}: {readonly kind: DetailKind}): DetailState =>
	detail.asked.has(kind)
		? {...detail, asked: new Set([...detail.asked].filter(each => each !== kind))}
		: detail;

type Slots = DetailState['data'];

const withSlot = (
	detail: DetailState,
	{key, kind}: {readonly key: DetailState['row']; readonly kind: DetailKind},
	change: (slot: Loadable<unknown>) => Loadable<unknown>,
): DetailState =>
	// An answer about what was selected before.
	detail.row === key
		? {...detail, data: {...detail.data, [kind]: change(detail.data[kind])} as Slots}
		: detail;

const withEach = (
	detail: DetailState,
	change: (slot: Loadable<unknown>) => Loadable<unknown>,
): DetailState => {
	const slots = Object.entries(detail.data).map(([kind, slot]) => [kind, change(slot)]);
	return {...detail, data: Object.fromEntries(slots) as Slots};
};
