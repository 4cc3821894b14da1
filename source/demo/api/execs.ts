import type {DemoContainer} from '../world/container.ts';

/** The processes that clients run in containers beside the first one. */
export class Execs {
	readonly #ids = new Map<string, string>();

	/** Those of a container; null when there are none, as the engine says it. */
	idsOf(container: DemoContainer): string[] | null {
		const ids = [...this.#ids].filter(([, id]) => id === container.id).map(([execId]) => execId);
		return ids.length > 0 ? ids : null;
	}
}
