import type {ContainerKey} from '../model/ids.ts';
import {hasSameItems} from '../model/same.ts';
import type {DetailKind} from './detail/detail-state.ts';

/**
 * Which containers the user is looking at: those whose rows are on the screen and those that are
 * selected, and what of the selection is shown. Kept outside the state, because it follows from the state and the size of the terminal.
 */
export class Viewport {
	#keys: readonly ContainerKey[] = [];
	/** The same as they were said last. */
	#said: readonly ContainerKey[] = [];
	#isSeen = true;
	#isOnHost = false;
	#peeks = false;
	#needed: readonly DetailKind[] = [];
	readonly #onSeen = new Set<() => void>();
	readonly #onNeeded = new Set<() => void>();

	/** From top to bottom, each once; the same array while it is the same containers. */
	get keys(): readonly ContainerKey[] {
		return this.#keys;
	}

	/** False while the terminal has no focus, or somebody else has the terminal. */
	get isSeen(): boolean {
		return this.#isSeen;
	}

	/** True while the screen of the machine is shown. */
	get isOnHost(): boolean {
		return this.#isOnHost;
	}

	lookAtHost(isOnHost: boolean): void {
		const isNew = isOnHost && !this.#isOnHost;
		this.#isOnHost = isOnHost;
		if (isNew) this.#tellSeen();
	}

	/** True while there is room beside a list of files for what the one under the cursor begins with. */
	get peeks(): boolean {
		return this.#peeks;
	}

	lookIntoFiles(peeks: boolean): void {
		if (peeks === this.#peeks) return;
		this.#peeks = peeks;
		for (const listener of this.#onNeeded) listener();
	}

	show(keys: readonly ContainerKey[]): void {
		// Said with every frame, and most often the same.
		if (hasSameItems(keys, this.#said)) return;
		this.#said = keys;
		const shown = [...new Set(keys)];
		if (!hasSameItems(shown, this.#keys)) this.#keys = shown;
	}

	/** What the tab on the screen is drawn from; empty while there is none. */
	get needed(): readonly DetailKind[] {
		return this.#needed;
	}

	need(kinds: readonly DetailKind[]): void {
		if (kinds.join() === this.#needed.join()) return;
		this.#needed = kinds;
		for (const listener of this.#onNeeded) listener();
	}

	/** Hears when something else is needed; returns the way to stop. */
	onNeeded(listener: () => void): () => void {
		this.#onNeeded.add(listener);
		return () => this.#onNeeded.delete(listener);
	}

	see(isSeen: boolean): void {
		const isAgain = isSeen && !this.#isSeen;
		this.#isSeen = isSeen;
		if (isAgain) this.#tellSeen();
	}

	/** Hears when somebody looks again, or at the machine; returns the way to stop. */
	onSeen(listener: () => void): () => void {
		this.#onSeen.add(listener);
		return () => this.#onSeen.delete(listener);
	}

	#tellSeen(): void {
		for (const listener of this.#onSeen) listener();
	}
}
