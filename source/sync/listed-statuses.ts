import {type Container, isUp} from '../model/container.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {Action} from '../store/action.ts';

/**
 * Where no event tells that a container was started again or turned unhealthy, the words of the list do: `Up 3
 * seconds` after `Up 2 hours`. The state does not keep them.
 */
export class ListedStatuses {
	#known: ReadonlyMap<ContainerKey, Container> = new Map();

	/** Of whom the list says something else than the one before. */
	changed(listed: Action): readonly ContainerKey[] {
		if (listed.type !== 'containers/listed') return [];
		const before = this.#known;
		this.#known = new Map(listed.containers.map(container => [refKey(container.ref), container]));
		return [...this.#known].flatMap(([key, container]) => {
			const known = before.get(key);
			if (known === undefined || known.status === container.status) return [];
			// How long ago it ended is in the words too, of thousands perhaps.
			return isUp(known) || isUp(container) ? [key] : [];
		});
	}
}
