import {existsSync} from 'node:fs';
import {expect, test} from 'vitest';
import {runProgram} from '../../../../source/app/program/run-program.ts';
import {until} from '../../../helpers/until.ts';

const run = (...argv: readonly string[]) => {
	const lines: string[] = [];
	const running = runProgram(argv, more => void lines.push(...more));
	return {...running, lines};
};

test('what it writes to both streams comes as lines, then its exit code', async () => {
	const {ended, lines} = run('/bin/sh', '-c', 'echo out; echo err >&2; printf rest; exit 3');
	expect(await ended).toEqual({kind: 'exited', code: 3});
	expect(lines.toSorted()).toEqual(['err', 'out', 'rest']);
});

test('no shell looks at the arguments', async () => {
	const {ended, lines} = run('echo', '$HOME; `id`', '*');
	await ended;
	expect(lines).toEqual(['$HOME; `id` *']);
});

test('it has the environment that dockmon has, and no more', async () => {
	const {ended, lines} = run('env');
	await ended;
	const names = lines.map(line => line.split('=')[0]);
	const own = names.filter(name => /dockmon/i.test(name ?? '') && !((name ?? '') in process.env));
	expect(own).toEqual([]);
	expect(lines).toContain(`PATH=${process.env['PATH']}`);
});

test('it cannot reach the terminal', async () => {
	const {ended, lines} = run(
		'/bin/sh',
		'-c',
		'(echo x > /dev/tty) 2>&1; read line; echo "got $line"',
	);
	await ended;
	expect(lines.at(-1)).toBe('got ');
	expect(lines.join()).toMatch(/tty/);
});

test.each([
	[['/no/such/program'], 'there is no program /no/such/program'],
	[['/'], '/ may not be run'],
	[['a\0b'], 'null bytes'],
])('%j is not run, and that is told', async (argv, message) => {
	expect(await run(...argv).ended).toEqual({
		...{kind: 'failed', message: expect.stringContaining(message)},
	});
});

test('it is cancelled with all that it has started', async () => {
	const {ended, cancel, lines} = run('/bin/sh', '-c', 'sleep 600 & echo $!; wait');
	await until(() => lines.length > 0, 'its first line');
	cancel();
	cancel();
	expect(await ended).toEqual({kind: 'cancelled'});
	await until(() => !existsSync(`/proc/${lines[0]}`), 'the end of what it started');
});

test('what it leaves behind does not hold it up', async () => {
	const {ended, cancel, lines} = run('/bin/sh', '-c', 'sleep 600 & echo $!');
	expect(await ended).toEqual({kind: 'exited', code: 0});
	cancel();
	await until(() => !existsSync(`/proc/${lines[0]}`), 'the end of what it left');
});
