import type {Remembered} from '../config/state-file.ts';
import type {Store} from '../store/store.ts';
import type {Preference} from './preferences.ts';

export interface RememberPorts {
	readonly store: Pick<Store, 'getState' | 'subscribe'>;
	readonly preferences: readonly Preference[];
	readonly write: (changes: Remembered) => Promise<void>;
	/** Hears once why nothing is remembered. */
	readonly onFailure: (reason: string) => void;
	/** Calls later, at most this often; returns the way to give that up. */
	readonly later: (use: () => void) => () => void;
}

/**
 * Writes what the user changes from now on, a while after, and when it is told to. What he does not
 * touch is not written: it may come from the configuration, or be changed by another dockmon meanwhile.
 */
export const rememberChanges = ({
	store,
	preferences,
	write,
	onFailure,
	later,
}: RememberPorts): (() => Promise<void>) => {
	const remembered = preferences.filter(({from}) => from !== undefined);
	const latest = new Map(remembered.map(each => [each.key, each.from?.(store.getState())]));
	const changed = new Set<Preference>();
	let giveUp: (() => void) | undefined;
	let hasFailed = false;

	const flush = async (): Promise<void> => {
		giveUp?.();
		giveUp = undefined;
		if (changed.size === 0 || hasFailed) return;
		const state = store.getState();
		const values = [...changed].map(({key, read}) => [key, read(state)] as const);
		changed.clear();
		try {
			await write(Object.fromEntries(values));
		} catch (error) {
			hasFailed = true;
			onFailure(error instanceof Error ? error.message : String(error));
		}
	};
	const look = (): void => {
		const state = store.getState();
		for (const preference of remembered) {
			const value = preference.from?.(state);
			if (value === latest.get(preference.key)) continue;
			latest.set(preference.key, value);
			changed.add(preference);
		}
		if (changed.size > 0) giveUp ??= later(() => void flush());
	};
	store.subscribe(look);
	return async () => {
		look();
		await flush();
	};
};
