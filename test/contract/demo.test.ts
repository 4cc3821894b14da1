import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startDemoEngine} from '../../source/demo/start.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {localHost} from '../../source/model/ids.ts';
import {demoCast} from './demo-cast.ts';
import {engineContract} from './engine-contract.ts';

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
		cast: demoCast(engine),
		async close() {
			await demo.close();
			await rm(folder, {recursive: true});
		},
	};
});
