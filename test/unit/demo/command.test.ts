import {EventEmitter} from 'node:events';
import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {runDemoEngine} from '../../../source/demo/command.ts';
import {demoEngine, temporarySocket} from '../../helpers/demo-engine.ts';
import {until} from '../../helpers/until.ts';
import {get} from './wire.ts';

/** A process that remembers what was written, and can be sent signals. */
class FakeProcess extends EventEmitter {
	written = {out: '', err: ''};
	stdout = {write: (text: string) => (this.written.out += text)};
	stderr = {write: (text: string) => (this.written.err += text)};
}

describe('demo-engine', () => {
	test.each(['SIGINT', 'SIGTERM'])('serves until %s', async signal => {
		const surrounding = new FakeProcess();
		const path = await temporarySocket();
		const running = runDemoEngine(
			['--listen', `unix://${path}`, '--containers', '30', '--seed', '5'],
			surrounding,
		);
		await until(() => surrounding.written.out !== '', 'the line');
		expect(surrounding.written).toEqual({out: `DOCKER_HOST=unix://${path}\n`, err: ''});
		const client = {endpoint: `unix://${path}`} as Parameters<typeof get>[0];
		expect((await get(client, '/info')).json.Containers).toBe(30);
		surrounding.emit(signal);
		expect(await running).toBe(0);
		expect(existsSync(path)).toBe(false);
		expect(surrounding.eventNames()).toEqual([]);
	});

	test.each([
		[[], '--listen is missing'],
		[
			['--listen', 'unix:///tmp/x', '--containers', 'many'],
			'--containers many: a whole number is expected',
		],
		[['--listen', 'unix:///tmp/x', '--seed=-1'], '--seed -1: a whole number is expected'],
		[
			['--listen', 'unix:///tmp/x', '--stopped', '1e3'],
			'--stopped 1e3: a whole number is expected',
		],
		[
			['--listen', 'unix:///tmp/x', '--fault', '* hang', '--fault', '* hagn'],
			'--fault "* hagn": expected one of refuse, hang,',
		],
		[['--listen', 'unix:///tmp/x', '--faults', '/nowhere'], '--faults: ENOENT'],
		[['--nonsense'], "Unknown option '--nonsense'"],
		[['extra'], "Unexpected argument 'extra'"],
		[['--listen'], "Option '--listen <value>' argument missing"],
	])('%j: usage on stderr, 2', async (argv, reason) => {
		const surrounding = new FakeProcess();
		expect(await runDemoEngine(argv, surrounding)).toBe(2);
		expect(surrounding.written.out).toBe('');
		expect(surrounding.written.err).toContain(`dockmon demo-engine: ${reason}`);
		expect(surrounding.written.err).toContain('Usage: dockmon demo-engine --listen');
	});

	test('faults come from a file and from flags', async () => {
		const surrounding = new FakeProcess();
		const path = await temporarySocket();
		await writeFile(`${path}.faults`, '# of a file\n\n/info status 503 "from a file"\n');
		const rules = ['--faults', `${path}.faults`, '--fault', '/version body number'];
		const running = runDemoEngine(['--listen', `unix://${path}`, ...rules], surrounding);
		await until(() => surrounding.written.out !== '', 'the line');
		const client = {endpoint: `unix://${path}`} as Parameters<typeof get>[0];
		expect((await get(client, '/info')).json).toEqual({message: 'from a file'});
		expect((await get(client, '/version')).json).toBe(42);
		surrounding.emit('SIGTERM');
		expect(await running).toBe(0);
	});

	test('a rule of a file that is none is told with its line', async () => {
		const surrounding = new FakeProcess();
		const path = `${await temporarySocket()}.faults`;
		await writeFile(path, '* delay 1s\n* delay soon\n');
		expect(await runDemoEngine(['--listen', 'unix:///tmp/x', '--faults', path], surrounding)).toBe(
			2,
		);
		expect(surrounding.written.err).toContain(
			`${path}:2: expected a time such as 800ms, found "soon"`,
		);
	});

	test('--help goes to stdout, 0', async () => {
		const surrounding = new FakeProcess();
		expect(await runDemoEngine(['--help'], surrounding)).toBe(0);
		expect(surrounding.written.out).toContain('Usage: dockmon demo-engine');
		expect(surrounding.written.out).toContain('GET /containers/*/stats hang after 10s for 5s');
	});

	test('an address that is taken: the reason on stderr, 1', async () => {
		const other = await demoEngine();
		const surrounding = new FakeProcess();
		expect(await runDemoEngine(['--listen', other.endpoint], surrounding)).toBe(1);
		expect(surrounding.written.err).toMatch(/another process serves that socket\n$/);
		expect(surrounding.eventNames()).toEqual([]);
	});
});
