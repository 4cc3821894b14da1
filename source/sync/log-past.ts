import {EngineError} from '../model/engine-error.ts';
import {known} from '../model/known.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {ArrivedLine} from '../store/logs/log-entry.ts';
import type {LogsState} from '../store/logs/logs-state.ts';
import type {SyncContext} from './context.ts';
import type {LogPlaces} from './log-places.ts';
import {LogQueue, mergeQueues} from './log-queue.ts';
import {type Reach, reachesOf} from './log-reach.ts';
import {readOlder} from './log-window.ts';

/** Lines of one source that are loaded at once; fewer where there are many sources. */
const windowLines = {most: 1000, least: 200, inAll: 2000};
/** Sources that are read at once. */
const readers = 4;

interface Stock {
	/** Older than what is shown, in order, and not shown yet. */
	readonly lines: readonly LogLine[];
	/** There is nothing before them. */
	readonly isAll: boolean;
}

/**
 * Older lines of all sources of a target, a window at a time. As one source's window reaches further back
 * than another's, only that is shown back to which all are known; the rest is kept for the next time.
 */
export class LogPast {
	readonly #context: SyncContext;
	readonly #places: LogPlaces;
	readonly #sinceMillis: number | undefined;
	#stocks = new Map<LogSourceId, Stock>();
	/** Lines that the book had dropped when the stocks were made. */
	#dropped: number | undefined;
	#isLoading = false;

	/** `sinceMillis`: nothing older is wanted. */
	constructor(context: SyncContext, places: LogPlaces, sinceMillis: number | undefined) {
		this.#context = context;
		this.#places = places;
		this.#sinceMillis = sinceMillis;
	}

	/** What cannot be read now is tried again the next time. */
	async load(): Promise<void> {
		const {store, logs, signal} = this.#context;
		const {older} = store.getState().logs;
		if (this.#isLoading || older === 'none' || older === 'full') return;
		this.#isLoading = true;
		store.dispatch({type: 'logs/older-changed', older: 'loading'});
		// What comes meanwhile must not push out the lines that the older ones are put before.
		logs.keepMore();
		// Where lines went all the same, those before them are others now.
		if (logs.dropped !== this.#dropped) this.#stocks = new Map();
		const {dropped} = logs;
		await this.#fill();
		this.#isLoading = false;
		if (signal.aborted) return;
		if (logs.dropped === dropped) this.#show();
		// There would be a hole between.
		else store.dispatch({type: 'logs/older-changed'});
	}

	async #fill(): Promise<void> {
		const {logs, store} = this.#context;
		const reaches = reachesOf(logs);
		const sources = [...this.#places.at(store.getState()).keys()];
		const {most, least, inAll} = windowLines;
		const count = Math.max(least, Math.min(most, Math.ceil(inAll / sources.length)));
		const empty = sources.filter(source => {
			const stock = this.#stocks.get(source);
			return stock === undefined || (stock.lines.length === 0 && !stock.isAll);
		});
		const read = async (): Promise<void> => {
			for (let source = empty.shift(); source !== undefined; source = empty.shift()) {
				const stock = await this.#read(source, reaches.of(source), count);
				this.#stocks.set(source, stock);
			}
		};
		await Promise.all(Array.from({length: readers}, read));
	}

	async #read(source: LogSourceId, reach: Reach | undefined, count: number): Promise<Stock> {
		const {store, signal} = this.#context;
		const container = this.#places.containerOf(store.getState(), source);
		// Where nothing was ever shown there is nothing before it.
		if (container === undefined || reach === undefined) return {lines: [], isAll: true};
		try {
			const window = {reach, count, sinceMillis: this.#sinceMillis};
			return await readOlder(this.#context, container, window);
		} catch (error) {
			const isFinal =
				error instanceof EngineError &&
				(error.kind === 'not-found' || error.kind === 'unsupported');
			if (isFinal || signal.aborted) return {lines: [], isAll: true};
			// Not known: it holds up the others no longer than until the next time.
			return {lines: [], isAll: false};
		}
	}

	#show(): void {
		const {logs, store} = this.#context;
		const unfinished = [...this.#stocks.values()].filter(
			({isAll, lines}) => !isAll && lines.length > 0,
		);
		const horizon = Math.max(...unfinished.map(({lines}) => atOf(lines) ?? 0));
		const queues: LogQueue[] = [];
		for (const [source, {lines, isAll}] of this.#stocks) {
			const found = lines.findIndex(({atMillis = 0}) => atMillis >= horizon);
			const from = found < 0 ? lines.length : found;
			const queue = new LogQueue(source);
			queue.add(lines.slice(from), 0, 0);
			queues.push(queue);
			this.#stocks.set(source, {lines: lines.slice(0, from), isAll});
		}
		const older: readonly ArrivedLine[] = mergeQueues(queues, Number.POSITIVE_INFINITY);
		let isFull = false;
		if (older.length > 0) {
			isFull = logs.prepend(older) < older.length;
			store.dispatch({type: 'logs/appended', version: logs.version});
		}
		this.#dropped = logs.dropped;
		const isDone = [...this.#stocks.values()].every(
			({isAll, lines}) => isAll && lines.length === 0,
		);
		const end: LogsState['older'] = isFull ? 'full' : isDone ? 'none' : undefined;
		store.dispatch({type: 'logs/older-changed', ...known('older', end)});
	}
}

const atOf = (lines: readonly LogLine[]): number | undefined =>
	lines.find(({atMillis}) => atMillis !== undefined)?.atMillis;
