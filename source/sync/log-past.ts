import {EngineError} from '../model/engine-error.ts';
import {known} from '../model/known.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {ArrivedLine} from '../store/logs/log-entry.ts';
import type {LogsOlder} from '../store/logs/logs-state.ts';
import type {SyncContext} from './context.ts';
import type {LogPlaces} from './log-places.ts';
import {LogQueue, mergeQueues} from './log-queue.ts';
import {type Reach, reachesOf} from './log-reach.ts';
import {endOf, type PastEnd, readOlder} from './log-window.ts';

/** Lines of one source that are loaded at once; fewer where there are many sources. */
const windowLines = {most: 1000, least: 200, inAll: 2000};
/** Sources that are read at once. */
const readers = 4;

interface Stock {
	/** Older than what is shown, in order, and not shown yet. */
	readonly lines: readonly LogLine[];
	/** Why there is nothing before them; undefined where there may be. */
	readonly end: PastEnd | undefined;
	/** Where it could not be read now: back to here it is known. */
	readonly knownFromMillis?: number;
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
		if (this.#isLoading || (older !== undefined && older !== 'loading')) return;
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
		// Of what is not open the last lines are not here yet, nor of what is left out because there is too much.
		const sources = [...store.getState().logs.sources]
			.filter(([, {status}]) => status.kind !== 'opening')
			.map(([source]) => source);
		const {most, least, inAll} = windowLines;
		const count = Math.max(least, Math.min(most, Math.ceil(inAll / sources.length)));
		const empty = sources.filter(source => {
			const stock = this.#stocks.get(source);
			return stock === undefined || (stock.lines.length === 0 && stock.end === undefined);
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
		if (reach === undefined) return {lines: [], end: endOf(this.#sinceMillis)};
		if (container === undefined) return {lines: [], end: 'unreadable'};
		try {
			const window = {reach, count, sinceMillis: this.#sinceMillis};
			return await readOlder(this.#context, container, window);
		} catch (error) {
			const isFinal =
				error instanceof EngineError &&
				(error.kind === 'not-found' || error.kind === 'unsupported');
			if (isFinal || signal.aborted) return {lines: [], end: 'unreadable'};
			// What others said before that would be shown as if this one had said nothing.
			return {lines: [], end: undefined, knownFromMillis: reach.atMillis};
		}
	}

	#show(): void {
		const {logs, store} = this.#context;
		const horizon = Math.max(
			...[...this.#stocks.values()]
				.filter(({end}) => end === undefined)
				.map(({lines, knownFromMillis}) => knownFromMillis ?? atOf(lines) ?? 0),
		);
		const queues: LogQueue[] = [];
		for (const [source, {lines, end}] of this.#stocks) {
			const found = lines.findIndex(({atMillis = 0}) => atMillis >= horizon);
			const from = found < 0 ? lines.length : found;
			const queue = new LogQueue(source);
			queue.add(lines.slice(from), 0, 0);
			queues.push(queue);
			this.#stocks.set(source, {lines: lines.slice(0, from), end});
		}
		const older: readonly ArrivedLine[] = mergeQueues(queues, Number.POSITIVE_INFINITY);
		let isFull = false;
		if (older.length > 0) {
			const {lines, moved} = logs.prepend(older);
			isFull = lines < older.length;
			store.dispatch({type: 'logs/appended', version: logs.version, moved});
		}
		this.#dropped = logs.dropped;
		const end = isFull ? 'full' : this.#end();
		store.dispatch({type: 'logs/older-changed', ...known('older', end)});
	}

	/** Undefined while there may be more of one of them. */
	#end(): LogsOlder | undefined {
		const stocks = [...this.#stocks.values()];
		if (stocks.some(({end, lines}) => end === undefined || lines.length > 0)) return undefined;
		const isUnreadable = stocks.some(({end}) => end === 'unreadable');
		return isUnreadable ? 'unreadable' : endOf(this.#sinceMillis);
	}
}

const atOf = (lines: readonly LogLine[]): number | undefined =>
	lines.find(({atMillis}) => atMillis !== undefined)?.atMillis;
