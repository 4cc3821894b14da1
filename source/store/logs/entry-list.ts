import type {LogEntry} from './log-entry.ts';

/** Entries of a piece at most. */
const pieceSize = 256;

/** Undefined is what has gone, at the beginning. */
type Piece = (LogEntry | undefined)[];

/** What may be read of a list by those who do not own it. */
export interface Entries {
	readonly size: number;
	/** From the oldest, 0, to `size - 1`. */
	at(index: number): LogEntry | undefined;
	find(seq: number): LogEntry | undefined;
	/** Index of the entry, or of the first after it where it is not there; `size` behind the last. */
	indexOf(seq: number): number;
	/** From the newest that is not above `to` down to `from`, until `visit` answers false. */
	walkBack(to: number, from: number, visit: (entry: LogEntry) => boolean): void;
}

/**
 * Entries in the order of their numbers. They come at the end, go anywhere, and are asked for by
 * place: an array of them would be moved as a whole by each that goes, so it is cut into pieces. Of a flood
 * as many go as come, the oldest each time: those are only counted, until the first piece has gone as a whole.
 */
export class EntryList implements Entries {
	#pieces: Piece[] = [];
	/** Index of the first entry of each piece, gone or not; right for as many pieces as it is long. */
	#starts: number[] = [];
	#size = 0;
	/** Entries at the beginning of the first piece that have gone. */
	#gone = 0;

	get size(): number {
		return this.#size;
	}

	clear(): void {
		this.#pieces = [];
		this.#starts = [];
		this.#size = 0;
		this.#gone = 0;
	}

	/** Its number is above all others. */
	push(entry: LogEntry): void {
		this.#size++;
		const last = this.#pieces.at(-1);
		if (last !== undefined && last.length < pieceSize) last.push(entry);
		else this.#pieces.push([entry]);
	}

	/** Entries in their order, between whose numbers there is none here. */
	insert(run: readonly LogEntry[]): void {
		const [first] = run;
		if (first === undefined) return;
		if (first.seq > (this.#pieces.at(-1)?.at(-1)?.seq ?? Number.NEGATIVE_INFINITY)) {
			for (const entry of run) this.push(entry);
			return;
		}
		this.#size += run.length;
		this.#cut();
		const index = Math.max(0, this.#pieceOf(first.seq));
		const piece = this.#pieces[index] ?? [];
		const place = this.#placeIn(index, first.seq);
		const all = [...piece.slice(0, place), ...run, ...piece.slice(place)];
		const pieces = Array.from({length: Math.ceil(all.length / pieceSize)}, (_, part) =>
			all.slice(part * pieceSize, (part + 1) * pieceSize),
		);
		this.#pieces = [...this.#pieces.slice(0, index), ...pieces, ...this.#pieces.slice(index + 1)];
		this.#forget(index);
	}

	/** The oldest, which is no longer here then. */
	shift(): LogEntry | undefined {
		const oldest = this.#pieces[0]?.[this.#gone];
		if (oldest !== undefined) this.#removeFirst();
		return oldest;
	}

	delete(seq: number): void {
		// What goes is mostly the oldest of all.
		if (this.#pieces[0]?.[this.#gone]?.seq === seq) {
			this.#removeFirst();
			return;
		}
		const index = this.#pieceOf(seq);
		if (index === 0) this.#cut();
		const piece = this.#pieces[index] ?? [];
		const place = this.#placeIn(index, seq);
		if (piece[place]?.seq === seq) this.#remove(index, place);
	}

	at(index: number): LogEntry | undefined {
		if (index < 0 || index >= this.#size) return undefined;
		this.#count();
		const starts = this.#starts;
		const found = partition(starts.length, piece => (starts[piece] ?? 0) <= index) - 1;
		return this.#pieces[found]?.[index - (starts[found] ?? 0)];
	}

	find(seq: number): LogEntry | undefined {
		const index = this.#pieceOf(seq);
		const piece = this.#pieces[index] ?? [];
		const entry = piece[this.#placeIn(index, seq)];
		return entry?.seq === seq ? entry : undefined;
	}

	indexOf(seq: number): number {
		this.#count();
		const index = this.#pieceOf(seq);
		return index < 0 ? 0 : (this.#starts[index] ?? 0) + this.#placeIn(index, seq);
	}

	walkBack(to: number, from: number, visit: (entry: LogEntry) => boolean): void {
		for (let index = this.#pieceOf(to); index >= 0; index--) {
			const piece = this.#pieces[index] ?? [];
			for (let place = this.#placeIn(index, to + 1) - 1; place >= 0; place--) {
				const entry = piece[place];
				if (entry === undefined || entry.seq < from || !visit(entry)) return;
			}
		}
	}

	/** The last piece that begins with this number or below; -1 where none does. */
	#pieceOf(seq: number): number {
		const pieces = this.#pieces;
		return partition(pieces.length, index => (pieces[index]?.[0]?.seq ?? seq) <= seq) - 1;
	}

	#placeIn(index: number, seq: number): number {
		const piece = this.#pieces[index] ?? [];
		const first = index === 0 ? this.#gone : 0;
		return partition(piece.length, place => (piece[place]?.seq ?? seq) < seq, first);
	}

	#removeFirst(): void {
		const [piece] = this.#pieces;
		if (piece === undefined) return;
		piece[this.#gone++] = undefined;
		this.#size--;
		this.#forget(0);
		if (this.#gone === piece.length) this.#cut();
	}

	/** Takes those away that have gone. */
	#cut(): void {
		if (this.#gone === 0) return;
		const left = this.#pieces[0]?.slice(this.#gone) ?? [];
		if (left.length === 0) this.#pieces.shift();
		else this.#pieces[0] = left;
		this.#gone = 0;
		this.#forget(0);
	}

	#remove(index: number, place: number): void {
		const piece = this.#pieces[index] ?? [];
		this.#size--;
		piece.splice(place, 1);
		if (piece.length === 0) this.#pieces.splice(index, 1);
		else if (piece.length < pieceSize / 4) this.#join(index);
		this.#forget(index);
	}

	/** Where many have gone, small pieces become one, or there would be as many as entries. */
	#join(index: number): void {
		const piece = this.#pieces[index] ?? [];
		const next = this.#pieces[index + 1];
		if (next === undefined || piece.length + next.length > pieceSize / 2) return;
		this.#pieces.splice(index, 2, [...piece, ...next]);
	}

	#forget(index: number): void {
		if (this.#starts.length > index) this.#starts.length = index;
	}

	#count(): void {
		const starts = this.#starts;
		for (let index = starts.length; index < this.#pieces.length; index++) {
			const before = this.#pieces[index - 1]?.length ?? 0;
			starts.push(index === 0 ? -this.#gone : (starts[index - 1] ?? 0) + before);
		}
	}
}

/** The first index for which it is no longer so. */
const partition = (length: number, isBefore: (index: number) => boolean, first = 0): number => {
	let low = first;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
};
