import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startDemoEngine} from '../../source/demo/start.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {localHost} from '../../source/model/ids.ts';
import {engineContract} from './engine-contract.ts';
import type {Cast} from './subject.ts';

const castOf = (engine: Engine): Cast => {
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

engineContract('demo engine', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-contract-'));
	const socketPath = join(folder, 'engine.sock');
	const demo = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
	const engine = createDockerEngine(
		{url: demo.endpoint, source: 'demo', transport: {kind: 'unix', socketPath}},
		localHost,
	);
	return {
		engine,
		cast: castOf(engine),
		async close() {
			await demo.close();
			await rm(folder, {recursive: true});
		},
	};
});
