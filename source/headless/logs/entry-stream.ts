import type {ArrivedLine} from '../../store/logs/log-entry.ts';
import {EntryMaker, type HandedEntry, patienceMillis} from './entry.ts';

/** Makes entries of lines that come as they are written; what nothing follows is handed out after a moment. */
export class EntryStream {
	readonly #take: (entries: readonly HandedEntry[]) => void;
	readonly #maker = new EntryMaker();
	#timer: NodeJS.Timeout | undefined;

	constructor(take: (entries: readonly HandedEntry[]) => void) {
		this.#take = take;
	}

	push(lines: readonly ArrivedLine[]): void {
		this.#take(lines.flatMap(line => this.#maker.push(line)));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.end(), patienceMillis);
	}

	/** Hands out what is open. */
	end(): void {
		clearTimeout(this.#timer);
		this.#take(this.#maker.end());
	}
}
