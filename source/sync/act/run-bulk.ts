import {type ActionOutcome, outcomeLevel, sayOutcome} from '../../model/act/action-outcome.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {BulkAction} from '../../store/act/bulk-action.ts';
import {isEndAwaited, nextOf} from '../../store/act/bulk-next.ts';
import type {BulkPlan, BulkRow, BulkRun} from '../../store/act/bulk-state.ts';
import {isUnderWay} from '../../store/act/bulk-state.ts';
import {bulkLevel, sayBulk} from '../../store/act/say-bulk.ts';
import type {SyncContext} from '../context.ts';
import {when} from '../when.ts';
import {actOne} from './act-one.ts';
import {awaitEnd} from './await-end.ts';
import {watchNeighbours} from './watch-neighbours.ts';
import {watchStart} from './watch-steady.ts';

/** Calls to the engine at once; what is only waited for does not count. */
const maxAtOnce = 4;

/**
 * Does one thing to many containers, a few at a time and in their order; the state tells how far it is.
 * One run at a time. Silent once the session has ended.
 */
export class BulkRunner {
	readonly #context: SyncContext;

	constructor(context: SyncContext) {
		this.#context = context;
	}

	begin(plan: BulkPlan): void {
		if (isUnderWay(this.#run)) return;
		const atMillis = this.#context.clock.now();
		this.#dispatch({type: 'bulk/began', plan, atMillis});
		const targets = plan.rows.filter(({skipped}) => skipped === undefined);
		void watchNeighbours(
			this.#context,
			plan.action,
			targets.map(({target}) => target),
		);
		this.#advance();
	}

	/** Does those again that failed. */
	retry(): void {
		if (isUnderWay(this.#run)) return;
		this.#dispatch({type: 'bulk/retried', atMillis: this.#context.clock.now()});
		this.#advance();
	}

	/** Nothing more is sent; what the engine is at comes to its end, what is only waited for is left. */
	cancel(): void {
		const run = this.#run;
		const {store} = this.#context;
		if (!isUnderWay(run)) return;
		this.#dispatch({type: 'bulk/cancelled'});
		for (const {key, status} of run.rows) {
			// What the user does to one of them since is no part of it.
			const waits = store.getState().tasks.get(key)?.waitsForHealth === true;
			if (status === 'settling' && waits) store.dispatch({type: 'task/ended', key});
		}
		this.#advance();
	}

	get #run(): BulkRun | undefined {
		return this.#context.store.getState().bulk;
	}

	#dispatch(action: BulkAction): void {
		this.#context.store.dispatch(action);
	}

	#advance(): void {
		const run = this.#run;
		if (this.#context.signal.aborted || !isUnderWay(run)) return;
		const {ready, blocked} = nextOf(run);
		for (const [{key}, reason] of blocked) this.#end(key, {kind: 'refused', reason});
		// Others may need just those.
		if (blocked.length > 0) {
			this.#advance();
			return;
		}
		const running = run.rows.filter(({status}) => status === 'running').length;
		for (const row of ready.slice(0, Math.max(0, maxAtOnce - running))) void this.#do(row, run);
		if (run.rows.every(({status}) => status === 'ended')) this.#finish();
	}

	#end(key: ContainerKey, outcome: ActionOutcome): void {
		this.#dispatch({type: 'bulk/row-changed', key, change: {status: 'ended', outcome}});
	}

	#finish(): void {
		const {store, clock} = this.#context;
		const atMillis = clock.now();
		this.#dispatch({type: 'bulk/ended', atMillis});
		const run = this.#run;
		if (run === undefined) return;
		store.dispatch({type: 'message/added', level: bulkLevel(run), text: sayBulk(run), atMillis});
	}

	async #do(row: BulkRow, run: BulkRun): Promise<void> {
		const {clock, signal} = this.#context;
		const {key} = row;
		const sinceMillis = clock.now();
		this.#dispatch({type: 'bulk/row-changed', key, change: {status: 'running', sinceMillis}});
		const told = await this.#follow(row, run);
		if (signal.aborted) return;
		const outcome = told ?? this.#lost(key, sinceMillis);
		this.#end(key, outcome);
		this.#record(row, run, outcome);
		void watchStart(this.#context, {...run, target: row.target}, outcome);
		this.#advance();
	}

	/** Nobody follows it any more: the user has left it, or somebody wants something else of it. */
	#lost(key: ContainerKey, sinceMillis: number): ActionOutcome {
		const row = this.#run?.rows.find(each => each.key === key);
		// The engine was done already; only its health is not known.
		return this.#run?.isCancelled || row?.status === 'settling'
			? {kind: 'done', tookMillis: this.#context.clock.now() - sinceMillis}
			: {kind: 'refused', reason: 'another action on it is under way'};
	}

	/** Makes room for the next one as soon as the engine is done. */
	async #follow(row: BulkRow, run: BulkRun): Promise<ActionOutcome | undefined> {
		const {store, signal} = this.#context;
		const over = new AbortController();
		const either = AbortSignal.any([signal, over.signal]);
		const settle = (): void => {
			this.#dispatch({type: 'bulk/row-changed', key: row.key, change: {status: 'settling'}});
			this.#advance();
		};
		const acted = actOne(this.#context, run.action, row.target);
		// Only now is its task the one that was meant.
		void when(store, ({tasks}) => tasks.get(row.key)?.waitsForHealth === true, either).then(() => {
			if (!either.aborted) settle();
		});
		const outcome = await acted;
		over.abort();
		if (signal.aborted || outcome === undefined || !isEndAwaited(row, run)) return outcome;
		settle();
		return await awaitEnd(this.#context, row.key, outcome);
	}

	/** As it would be of one that was done by itself; the message tells of all of them. */
	#record({key, name}: BulkRow, {action}: BulkRun, outcome: ActionOutcome): void {
		if (outcome.kind === 'refused') return;
		const {store, clock} = this.#context;
		store.dispatch({
			...{type: 'timeline/acted', key, verb: action.verb, outcome: outcomeLevel(outcome)},
			...{text: sayOutcome(action, name, outcome), atMillis: clock.now()},
		});
	}
}
