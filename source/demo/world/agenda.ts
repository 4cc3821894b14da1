/** Takes a task off the agenda; does nothing once it has run. */
export type Cancel = () => void;

interface Task {
	readonly atMillis: number;
	/** Tasks of one instant run in the order they were entered. */
	readonly sequence: number;
	readonly run: () => void;
	cancelled: boolean;
}

/**
 * What is going to happen in the world, by time: a binary heap. Everything that lives (probes,
 * crashes, streams) is a task here, so that one timer drives any number of containers.
 */
export class Agenda {
	readonly #heap: Task[] = [];
	#sequence = 0;

	add(atMillis: number, run: () => void): Cancel {
		const task: Task = {atMillis, sequence: this.#sequence++, run, cancelled: false};
		this.#heap.push(task);
		this.#rise(this.#heap.length - 1);
		return () => {
			task.cancelled = true;
		};
	}

	/** When the next task is due; undefined when there is none. */
	get nextMillis(): number | undefined {
		while (this.#heap[0]?.cancelled) this.#take();
		return this.#heap[0]?.atMillis;
	}

	/** Takes the next task that is due by then; undefined when none is. */
	takeDue(byMillis: number): Pick<Task, 'atMillis' | 'run'> | undefined {
		const next = this.nextMillis;
		return next !== undefined && next <= byMillis ? this.#take() : undefined;
	}

	clear(): void {
		this.#heap.length = 0;
	}

	#take(): Task | undefined {
		const first = this.#heap[0];
		const last = this.#heap.pop();
		if (last && this.#heap.length > 0) {
			this.#heap[0] = last;
			this.#sink(0);
		}
		return first;
	}

	#rise(start: number): void {
		let index = start;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!this.#isBefore(index, parent)) return;
			this.#swap(index, parent);
			index = parent;
		}
	}

	#sink(start: number): void {
		let index = start;
		for (;;) {
			const left = index * 2 + 1;
			const child = this.#isBefore(left + 1, left) ? left + 1 : left;
			if (!this.#isBefore(child, index)) return;
			this.#swap(index, child);
			index = child;
		}
	}

	#isBefore(index: number, other: number): boolean {
		const a = this.#heap[index];
		const b = this.#heap[other];
		if (!a || !b) return false;
		return a.atMillis === b.atMillis ? a.sequence < b.sequence : a.atMillis < b.atMillis;
	}

	#swap(index: number, other: number): void {
		const a = this.#heap[index];
		const b = this.#heap[other];
		if (!a || !b) return;
		this.#heap[index] = b;
		this.#heap[other] = a;
	}
}
