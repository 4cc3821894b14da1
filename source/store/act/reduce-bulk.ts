import type {Action} from '../action.ts';
import type {State} from '../state.ts';
import {type BulkRow, type BulkRun, hasFailed, isUnderWay} from './bulk-state.ts';

export const reduceBulk = (state: State, action: Action): State => {
	switch (action.type) {
		case 'endpoint/chosen':
			return withoutRun(state);
		case 'bulk/began': {
			const {rows, action: what, of, title} = action.plan;
			const run: BulkRun = {
				...{action: what, of, title, isCancelled: false, startedAtMillis: action.atMillis},
				rows: rows.map(row => ({
					...row,
					status: row.skipped === undefined ? 'waiting' : 'ended',
				})),
			};
			return {...state, bulk: run};
		}
		case 'bulk/row-changed':
			return withRows(state, row => (row.key === action.key ? {...row, ...action.change} : row));
		case 'bulk/cancelled':
			return isUnderWay(state.bulk)
				? withRows({...state, bulk: {...state.bulk, isCancelled: true}}, cancelled)
				: state;
		case 'bulk/retried': {
			if (state.bulk === undefined || isUnderWay(state.bulk)) return state;
			const {endedAtMillis: _, ...run} = state.bulk;
			const bulk = {...run, isCancelled: false, startedAtMillis: action.atMillis};
			return withRows({...state, bulk}, row => (hasFailed(row) ? anew(state, row) : row));
		}
		case 'bulk/ended':
			return isUnderWay(state.bulk)
				? {...state, bulk: {...state.bulk, endedAtMillis: action.atMillis}}
				: state;
		default:
			return state;
	}
};

const withoutRun = (state: State): State => {
	if (state.bulk === undefined) return state;
	const {bulk: _, ...rest} = state;
	return rest;
};

/** The same state where no row has changed. */
const withRows = (state: State, change: (row: BulkRow) => BulkRow): State =>
	state.bulk === undefined
		? state
		: {...state, bulk: {...state.bulk, rows: state.bulk.rows.map(change)}};

const cancelled = (row: BulkRow): BulkRow =>
	row.status === 'waiting' ? {...row, status: 'ended', outcome: {kind: 'cancelled'}} : row;

/** As it is now: what was done to it the first time must not count as a change since. */
const anew = ({containers}: State, row: BulkRow): BulkRow => {
	const {outcome: _, sinceMillis: __, ...rest} = row;
	const now = containers.byKey.get(row.key);
	const target = now === undefined ? row.target : {...row.target, seen: {state: now.state}};
	return {...rest, target, status: 'waiting'};
};
