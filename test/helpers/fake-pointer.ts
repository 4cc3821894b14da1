import type {Pointer, PointerEvent} from '../../source/view/pointer.ts';

/** A mouse that a test moves. */
export class FakePointer implements Pointer {
	readonly #listeners = new Set<(event: PointerEvent) => void>();

	subscribe(listener: (event: PointerEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	press(column: number, row: number): void {
		this.#tell({kind: 'press', column, row});
	}

	turn(column: number, row: number, turns: number): void {
		this.#tell({kind: 'wheel', column, row, turns});
	}

	#tell(event: PointerEvent): void {
		for (const listener of this.#listeners) listener(event);
	}
}
