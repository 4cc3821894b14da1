import {spawnSync} from 'node:child_process';
import {afterEach, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';
import {tinyApp} from '../helpers/tiny-app.ts';
import {until} from '../helpers/until.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const start = async (args: readonly string[] = [], columns = 120, rows = 60): Promise<Pty> => {
	const started = await openPty({...dockmon('--demo', ...args), columns, rows});
	pty = started;
	await started.until(/containers \d+\/[1-9]/);
	return started;
};

const withMouse = async (): Promise<Pty> => {
	const started = await start();
	await until(() => started.modes().mouse, 'the mouse to be taken');
	// With figures it is in order, and frozen no row moves between the look at it and the click.
	await started.until(/api .*\d+\.\d .*\d+M/);
	started.type('z');
	await started.until('frozen');
	return started;
};

/** What a terminal sends for the last cell of this text; `0` is the left button, 64 and 65 the wheel. */
const reportAt = (screen: Pty, text: string, button = 0): string => {
	const found = screen.find(text);
	if (found === undefined) throw new Error(`${text} is not on\n${screen.text()}`);
	const place = `${found.column + text.length};${found.row + 1}`;
	return `\u001B[<${button};${place}M${button < 64 ? `\u001B[<${button};${place}m` : ''}`;
};

const click = (screen: Pty, text: string): void => screen.type(reportAt(screen, text));

/** At the left edge: bars of figures have that sign too. */
const selected = (screen: Pty): string => screen.screen().find(row => /^│?▌/.test(row)) ?? '';

describe('in a terminal', () => {
	test('rows, tabs, column names, keys of the footer and a question are clicked', async () => {
		const demo = await withMouse();
		click(demo, '✓ redis');
		await demo.until(() => selected(demo).includes('redis'));
		click(demo, 'Overview');
		await demo.until('[Overview]');
		click(demo, ' MEM');
		await demo.until('sort memory');
		// The list has the keys now, and another footer than the tab had.
		await demo.until(/Space mark.*\? help/);
		click(demo, '? help');
		await demo.until('Esc closes');
		click(demo, 'Esc closes');
		await demo.until('r restart');
		click(demo, 'r restart');
		await demo.until('Restart shop/redis?');
		click(demo, 'Yes, do it');
		await demo.until('a click changes nothing; press y');
		click(demo, '[ No ]');
		await demo.until(screen => !screen.includes('Restart shop/redis?'));
		click(demo, '✓ redis');
		await demo.until(screen => !screen.includes('containers 18/18'));
		expect(demo.text()).toContain('shop/redis');
		expect(demo.text()).not.toContain('restarting shop/redis');
	});

	test('a burst of the wheel is answered at once, also when its reports are cut', async () => {
		const demo = await withMouse();
		const down = reportAt(demo, '✓ redis', 65);
		const up = reportAt(demo, '✓ redis', 64);
		const begin = performance.now();
		demo.type(down.repeat(1000));
		for (const character of up.repeat(40)) demo.type(character);
		demo.type('?');
		await demo.until('Esc closes');
		expect(performance.now() - begin).toBeLessThan(3000);
		demo.type('\u001B');
		await demo.until(screen => !screen.includes('Esc closes'));
	});

	test('garbage of a mouse does nothing', async () => {
		const demo = await withMouse();
		const before = selected(demo);
		demo.type('\u001B[<0;0;0M\u001B[<0;9999;9999M\u001B[<0;1;1m\u001B[<35;5;12M\u001B[<9999;1;1M');
		demo.type('\u001B[<65;0;9999M\u001B[M !!\u001B[M#\u00ff\u00ff\u001B[<;;M\u001B[<1M');
		demo.type(']');
		await demo.until('[Overview]');
		// Its name and its sign; how often it restarted is told a moment later.
		expect(selected(demo).slice(0, 10)).toBe(before.slice(0, 10));
	});

	test('m frees it and takes it again, and --no-mouse never takes it before', async () => {
		const demo = await withMouse();
		demo.type('m');
		await demo.until('mouse free (m)');
		expect(demo.modes().mouse).toBe(false);
		demo.type('m');
		await demo.until(screen => !screen.includes('mouse free'));
		expect(demo.modes().mouse).toBe(true);
		await demo.dispose();
		const without = await start(['--no-mouse']);
		await until(() => without.modes().focusReports, 'the reports');
		expect(without.modes().mouse).toBe(false);
		expect(without.text()).not.toContain('mouse free');
		without.type('m');
		await until(() => without.modes().mouse, 'the mouse to be taken');
	});

	test('never asks for motion, and has nothing on when it ends', async () => {
		const demo = await withMouse();
		demo.type('q');
		expect((await demo.end()).code).toBe(0);
		expect(demo.modes()).toEqual(ordinaryModes);
		expect(demo.written).not.toMatch(/\u001B\[\?100[123]h/);
	});

	test.each(['SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('has nothing on after %s', async signal => {
		const demo = await withMouse();
		demo.signal(signal);
		await until(() => !demo.modes().mouse, 'the mouse to be free');
	});

	test('is off while a shell has the terminal, and on after it', async () => {
		const demo = await withMouse();
		demo.type('/ledger\r');
		await demo.until('filter: ledger');
		// The only container that passes.
		await demo.until(() => selected(demo).includes('ledger'));
		click(demo, 'e shell');
		await demo.until('dockmon: shell in billing/ledger');
		expect(demo.modes()).toEqual(ordinaryModes);
		demo.type('exit\r');
		await until(() => demo.modes().mouse && demo.modes().alternateScreen, 'the screen back');
	});
});

test('is off while the program is stopped, and on again after fg', async () => {
	const args = ['--norc', '--noprofile', '-i'];
	const shell = await openPty({
		file: '/bin/bash',
		args,
		env: {PS1: 'prompt> ', HISTFILE: undefined},
	});
	pty = shell;
	await shell.until('prompt>');
	shell.type(`'${process.execPath}' '${tinyApp}'\r`);
	await until(() => shell.modes().mouse, 'the mouse to be taken');
	shell.type('\u001A');
	await shell.until('Stopped');
	expect(shell.modes().mouse).toBe(false);
	shell.type('fg\r');
	await until(() => shell.modes().mouse, 'the mouse to be taken again');
	shell.type('q');
	await until(() => !shell.modes().mouse, 'the mouse to be free');
});

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

test.skipIf(!hasTmux)('works in tmux, which passes the reports on', async () => {
	const {file, args} = dockmon('--demo');
	const socket = `dockmon-test-${process.pid}`;
	const inner = `'${file}' '${args.join("' '")}'`;
	const tmux = await openPty({
		file: 'tmux',
		args: ['-L', socket, '-f', '/dev/null', 'new-session', `tmux set -g mouse on; exec ${inner}`],
		env: {TMUX: undefined},
		...{columns: 120, rows: 60},
	});
	pty = tmux;
	try {
		await tmux.until(/containers \d+\/[1-9]/);
		await until(() => tmux.modes().mouse, 'the mouse to be taken');
		tmux.type('z');
		await tmux.until('frozen');
		click(tmux, '✓ redis');
		await tmux.until(() => selected(tmux).includes('redis'));
		tmux.type('q');
		await tmux.end();
	} finally {
		spawnSync('tmux', ['-L', socket, 'kill-server']);
	}
});
