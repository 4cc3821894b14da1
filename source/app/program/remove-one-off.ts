import type {Engine} from '../../engine/engine.ts';
import {EngineError} from '../../model/engine-error.ts';

/** Removes the container with this name that Compose has made for one run, if it is up. Never rejects. */
export const removeOneOff = async (
	engine: Pick<Engine, 'listUp' | 'act'> | undefined,
	name: string,
): Promise<void> => {
	const {signal} = new AbortController();
	try {
		const up = (await engine?.listUp(signal)) ?? [];
		const found = up.find(each => each.name === name && each.compose?.oneOff === true);
		if (found !== undefined)
			await engine?.act(found.ref, {verb: 'remove', force: true, volumes: true}, signal);
	} catch (error) {
		// It goes at this moment, or nobody can be asked.
		if (!(error instanceof EngineError)) throw error;
	}
};
