import type {Engine} from '../../source/engine/engine.ts';
import type {Cast} from './subject.ts';

/** Containers of the demo engine for each part. */
export const demoCast = (engine: Engine): Cast => {
	const named = (name: string) => async () => {
		const list = await engine.list(new AbortController().signal);
		const container = list.find(candidate => candidate.name === name);
		if (!container) throw new Error(`no ${name} among ${list.map(item => item.name)}`);
		return container.ref;
	};
	return {
		idle: named('registry'),
		talker: named('shop-web-1'),
		ended: named('migrate-0042'),
		terminal: named('scratchpad'),
		mute: named('observe-beacon-1'),
	};
};
