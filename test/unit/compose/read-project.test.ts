import {tmpdir} from 'node:os';
import process from 'node:process';
import {expect, test} from 'vitest';
import {readProject} from '../../../source/compose/read-project.ts';
import {aPlace, legacyTool} from '../../helpers/compose.ts';

/** Prints it as its configuration, which is no list of hashes. */
const printing = (config: unknown) => ({
	...legacyTool,
	argv: [process.execPath, '-e', `console.log(${JSON.stringify(JSON.stringify(config))})`, '--'],
});

test.each([{}, {api: {image: 'x'}}])(
	'volumes are read, with services or none (%#)',
	async services => {
		const volumes = {data: {}, mine: {name: 'own'}, archive: {external: true, name: 'archive'}};
		const read = await readProject({
			tool: printing({services, volumes}),
			place: aPlace({directory: tmpdir()}),
			env: {},
			signal: AbortSignal.timeout(10_000),
		});
		expect(read.services.map(({name}) => name)).toEqual(Object.keys(services));
		expect(read.volumes.map(({name}) => name)).toEqual(['shop_data', 'own']);
	},
);
