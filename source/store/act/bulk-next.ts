import type {ActionVerb} from '../../model/act/container-action.ts';
import type {Wait} from '../../model/attention/dependencies.ts';
import {type BulkRow, type BulkRun, hasFailed} from './bulk-state.ts';

export interface BulkNext {
	/** Those that may begin, in order. */
	readonly ready: readonly BulkRow[];
	/** Those that cannot be done, with the reason: what they need has not come about. */
	readonly blocked: readonly (readonly [BulkRow, string])[];
}

/** What can be done next: what a row waits for has been dealt with, and is as the row needs it. */
export const nextOf = ({rows, action}: BulkRun): BulkNext => {
	const members = byService(rows);
	const ready: BulkRow[] = [];
	const blocked: (readonly [BulkRow, string])[] = [];
	for (const row of rows) {
		if (row.status !== 'waiting') continue;
		const verdicts = row.after.map(wait => verdictOn(wait, members, action.verb));
		const why = verdicts.find(verdict => typeof verdict === 'object');
		if (why !== undefined) blocked.push([row, why.why]);
		else if (verdicts.every(verdict => verdict === 'met')) ready.push(row);
	}
	return {ready, blocked};
};

/** The first that it still waits for; undefined where it waits for its turn only. */
export const awaitedBy = (row: BulkRow, {rows, action}: BulkRun): Wait | undefined => {
	if (row.after.length === 0) return undefined;
	const members = byService(rows);
	return row.after.find(wait => verdictOn(wait, members, action.verb) === 'open');
};

/** True where another one needs that it has ended with 0. */
export const isEndAwaited = ({service}: BulkRow, {rows, action}: BulkRun): boolean =>
	isStarting(action.verb) &&
	rows.some(({after}) =>
		after.some(
			wait => wait.service === service && wait.condition === 'service_completed_successfully',
		),
	);

type Members = ReadonlyMap<string, readonly BulkRow[]>;

/** The same for the same rows: each of those on the screen asks for it. */
const byService = (rows: readonly BulkRow[]): Members => {
	const found = known.get(rows);
	if (found !== undefined) return found;
	const members = new Map<string, BulkRow[]>();
	known.set(rows, members);
	for (const row of rows) {
		const others = members.get(row.service);
		if (others === undefined) members.set(row.service, [row]);
		else others.push(row);
	}
	return members;
};

const known = new WeakMap<readonly BulkRow[], Members>();

/** Those by which something runs that others can use. */
const isStarting = (verb: ActionVerb): boolean => verb === 'start' || verb === 'restart';

type Verdict = 'met' | 'open' | {readonly why: string};

const verdictOn = (wait: Wait, members: Members, verb: ActionVerb): Verdict => {
	const rows = members.get(wait.service) ?? [];
	// Whoever stops everything does not want half of it to stay because a part of it would not stop.
	if (!isStarting(verb)) return rows.every(({status}) => status === 'ended') ? 'met' : 'open';
	const unmet = rows.find(row => isUnmet(row, wait));
	if (unmet !== undefined) return {why: `it needs ${unmet.name}`};
	return rows.every(row => isMet(row, wait)) ? 'met' : 'open';
};

const isMet = ({status}: BulkRow, {condition}: Wait): boolean =>
	status === 'ended' || (status === 'settling' && condition === 'service_started');

/** It runs, whatever its health says; that is enough for who only needs it started. */
const runs: ReadonlySet<string | undefined> = new Set(['unhealthy', 'unsettled', 'ended']);

const isUnmet = (row: BulkRow, {condition}: Wait): boolean => {
	const {outcome} = row;
	if (outcome?.kind === 'cancelled') return true;
	if (!hasFailed(row)) return false;
	return !(condition === 'service_started' && runs.has(outcome?.kind));
};
