import type {Engine} from '../../engine/engine.ts';
import {EngineError} from '../../model/engine-error.ts';

/**
 * Removes the container with this name that Compose has made for one run, if it is up. Never rejects: `tell` is told
 * where it may go on.
 */
export const removeOneOff = async (
	engine: Pick<Engine, 'listUp' | 'act'> | undefined,
	name: string,
	tell: (text: string) => void,
): Promise<void> => {
	const {signal} = new AbortController();
	try {
		const up = (await engine?.listUp(signal)) ?? [];
		const found = up.find(each => each.name === name && each.compose?.oneOff === true);
		if (found !== undefined)
			await engine?.act(found.ref, {verb: 'remove', force: true, volumes: true}, signal);
	} catch (error) {
		// It goes at this moment, or has gone.
		if (error instanceof EngineError && (error.kind === 'not-found' || error.kind === 'conflict'))
			return;
		const reason = error instanceof Error ? error.message : String(error);
		tell(`${name} may go on: it could not be removed: ${reason}`);
	}
};
