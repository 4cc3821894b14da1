import type {ContainerKey} from '../model/ids.ts';

/** Containers about which something is remembered, as long as they exist. */
export class KeySet extends Set<ContainerKey> {
	keepOnly(known: {has(key: ContainerKey): boolean}): void {
		for (const key of this) if (!known.has(key)) this.delete(key);
	}
}
