import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterEach, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, ordinaryModes, type Pty, type PtyOptions} from '../helpers/pty.ts';
import {tinyApp} from '../helpers/tiny-app.ts';
import {until} from '../helpers/until.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const start = async (options: PtyOptions): Promise<Pty> => {
	pty = await openPty({columns: 100, rows: 30, ...options});
	return pty;
};

const run = async (args: readonly string[]) =>
	promisify(execFile)(dockmon().file, args).catch(
		(error: {code: number; stdout: string; stderr: string}) => error,
	);

const nowhere = {DOCKER_HOST: 'unix:///nonexistent/docker.sock'};

describe('on the screen', () => {
	test('fills the alternate screen from its first row to its last', async () => {
		const demo = await start(dockmon('--demo'));
		await demo.until('shop');
		expect(demo.screen()[0]).toContain('dockmon');
		expect(demo.screen().at(-1)?.trim()).not.toBe('');
		expect(demo.modes()).toMatchObject({alternateScreen: true, cursorVisible: false});
	});

	test('shows nothing of what is typed while it starts, and does it', async () => {
		const demo = await start(dockmon('--demo'));
		demo.type('?jj');
		await demo.until('─ help ─');
		expect(demo.text()).not.toContain('?jj');
		expect(demo.screen()[0]).toContain('dockmon');
	});

	test('does so in CI too, when there is a terminal', async () => {
		const demo = await start({...dockmon('--demo'), env: {CI: '1'}});
		await demo.until('shop');
		expect(demo.modes().alternateScreen).toBe(true);
	});

	test('writes nothing but its screens to the terminal', async () => {
		const demo = await start(dockmon('--demo'));
		await demo.until('shop');
		demo.type('q');
		await demo.end();
		expect(demo.text().trim()).toBe('');
	});

	test('lets nothing else write over the screen, and tells of it once', async () => {
		const tiny = await start({file: process.execPath, args: [tinyApp]});
		await tiny.until('ready');
		tiny.type('W');
		await tiny.until('Warning: stray warning');
		expect(tiny.screen().filter(line => line !== '')).toEqual([
			'tiny 100 by 30',
			'keys W.',
			'stray debug, stray log, Warning: stray warning',
		]);
		expect(tiny.written).not.toContain('with details');
		tiny.type('q');
		expect((await tiny.end()).code).toBe(0);
	});

	test('follows the window through a storm of sizes', async () => {
		const demo = await start(dockmon('--demo'));
		await demo.until('shop');
		for (let step = 0; step < 40; step++)
			demo.resize(1 + ((step * 37) % 140), 1 + ((step * 11) % 50));
		demo.resize(90, 28);
		await until(
			() => demo.screen()[0]?.includes('dockmon') && demo.text().includes('shop'),
			() => `the screen of 90 by 28, but\n${demo.text()}`,
		);
		demo.type('q');
		expect((await demo.end()).code).toBe(0);
	});

	test('opens the demo where no engine answers, when asked to', async () => {
		const demo = await start({...dockmon('--or-demo'), env: nowhere});
		await demo.until('DEMO');
		demo.type('h');
		await demo.until(/No engine at .*nonexistent/);
		// The list of messages first, then the program.
		demo.type('qq');
		expect((await demo.end()).code).toBe(0);
	});

	test('is what npm start shows on a machine without an engine', async () => {
		const script = path.join(import.meta.dirname, '../../scripts/start.ts');
		const demo = await start({file: process.execPath, args: [script], env: nowhere});
		await demo.until('DEMO');
		demo.type('q');
		expect((await demo.end()).code).toBe(0);
	});
});

describe('without a screen', () => {
	test.each([
		['--version', /^dockmon \d/],
		['--help', /--demo/],
	])('answers %s at once, in plain text', async (flag, answer) => {
		const asked = await start(dockmon(flag));
		expect((await asked.end()).code).toBe(0);
		expect(asked.text()).toMatch(answer);
		expect(asked.written).not.toContain('\u001B');
	});

	test('prints a table to a terminal that cannot place the cursor', async () => {
		const dumb = await start({...dockmon('--demo'), env: {TERM: 'dumb'}});
		expect((await dumb.end()).code).toBe(0);
		expect(dumb.written).toContain('NAME');
		expect(dumb.written).not.toContain('\u001B');
	});

	test('prints a table to a pipe', async () => {
		const {stdout, stderr} = await run([...dockmon('--demo').args]);
		expect(stdout).toContain('NAME');
		expect(stdout + stderr).not.toContain('\u001B');
	});
});

describe('when it cannot', () => {
	test('tells a Node.js that is too old, in one line', async () => {
		const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;
		const result = await run(['--import', pretend, ...dockmon().args]);
		expect(result).toMatchObject({
			code: 1,
			stdout: '',
			stderr: 'dockmon needs Node.js 22 or newer; this is 20.1.0.\n',
		});
	});

	test('says why and gives back the terminal when the program fails to begin', async () => {
		const tiny = await start({file: process.execPath, args: [tinyApp, '--fail']});
		expect((await tiny.end()).code).toBe(70);
		expect(tiny.screen()[0]).toBe('dockmon could not go on: cannot even [31m  begin');
		expect(tiny.modes()).toEqual(ordinaryModes);
		expect(tiny.termios().after).toBe(tiny.termios().before);
	});

	test('refuses an option that it does not know, on the ordinary screen', async () => {
		const refusing = await start(dockmon('--frobnicate'));
		expect((await refusing.end()).code).toBe(2);
		expect(refusing.text()).toContain('unknown option --frobnicate');
		expect(refusing.written).not.toContain('\u001B[?1049h');
		expect(refusing.termios().after).toBe(refusing.termios().before);
	});
});
