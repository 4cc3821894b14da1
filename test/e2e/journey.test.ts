import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const openDemo = async (columns: number, rows: number): Promise<Pty> => {
	pty = await openPty({...dockmon('--demo'), columns, rows});
	// Figures in the list: from now on it is sorted and stands still.
	await pty.until(/api .*\d+\.\d .*\d+M/);
	return pty;
};

const selected = (demo: Pty): string => demo.screen().find(row => /^│?▌/.test(row)) ?? '';

/** The first and the last row are those of a screen of this width. */
const isFramed = (demo: Pty, columns: number): boolean => {
	const shown = demo.screen().map(row => row.slice(0, columns));
	return (shown[0]?.startsWith(' dockmon') && shown.at(-1)?.includes('Enter open')) ?? false;
};

/** Only the window may have changed. */
const withoutSize = (termios: string): string => termios.replace(/rows \d+; columns \d+;/, '');

const isClosed = async (demo: Pty): Promise<void> => {
	expect((await demo.end()).code).toBe(0);
	expect(demo.modes()).toEqual(ordinaryModes);
	const {before, after} = demo.termios();
	expect(withoutSize(after)).toBe(withoutSize(before));
	await until(() => demo.processes().length === 0, 'no process left');
};

test('a look around: move, filter, sort, fold, help', async () => {
	const demo = await openDemo(120, 40);
	const first = selected(demo);
	demo.type('jj');
	await demo.until(() => selected(demo) !== first);
	demo.type('/health:unhealthy');
	await demo.until('1 of 18');
	demo.type('\r');
	await demo.until(() => selected(demo).includes('mailer'));
	// What the failing probe said.
	await demo.until('SMTPConnectTimeoutError');
	demo.type('\u001B');
	await demo.until('18/18');
	expect(selected(demo)).toContain('mailer');
	demo.type('o');
	await demo.until('sort by');
	demo.type('jj\r');
	await demo.until('sort name');
	expect(selected(demo)).toContain('mailer');
	demo.type('g');
	await demo.until(() => selected(demo).includes('▾'));
	demo.type('\r');
	await demo.until(() => selected(demo).includes('▸'));
	demo.type(':mailer');
	await demo.until('shop/mailer   ');
	demo.type('\r');
	await demo.until(() => selected(demo).includes('mailer'));
	demo.type('?');
	await demo.until('Here: list');
	demo.type('/restart');
	await demo.until('Restart container, service or project');
	demo.type('\u001B');
	await demo.until('Here: list');
	demo.type('q');
	await demo.until(screen => !screen.includes('─ help ─'));
	demo.type('q');
	await isClosed(demo);
});

test('logs: full screen, held while reading, followed again', async () => {
	const demo = await openDemo(100, 24);
	demo.type('/name:api\rG');
	await demo.until(() => selected(demo).includes('api'));
	demo.type('l');
	await demo.until(screen => screen.includes('FOLLOW') && !screen.includes('containers'));
	demo.type('kkk');
	await demo.until('HELD');
	await demo.until(/\+[1-9]\d* new /);
	// Without the scroll bar, which tells that the log grows.
	const entries = () =>
		demo
			.screen()
			.slice(3, 21)
			.map(row => row.slice(0, 98));
	const held = entries();
	await demo.until(/\+(?:[5-9]|\d\d+) new /, 30_000);
	expect(entries()).toEqual(held);
	demo.type('G');
	await demo.until('FOLLOW');
	demo.type('q');
	await demo.until('containers');
	demo.type('q');
	await isClosed(demo);
});

test('a restart is asked for, shown, and followed until the container is healthy', async () => {
	const demo = await openDemo(120, 40);
	demo.type('/name:redis\rG');
	await demo.until(() => selected(demo).includes('redis'));
	demo.type('r');
	await demo.until('Restart shop/redis?');
	demo.type('\r');
	await demo.until(screen => !screen.includes('Restart shop/redis?'));
	demo.type('r');
	await demo.until('Restart shop/redis?');
	// The question is deaf for a moment, and a second `y` would be for the list.
	await sleep(400);
	demo.type('y');
	await demo.until(screen => !screen.includes('Restart shop/redis?'));
	await demo.until(/restarted shop\/redis, healthy again in \d/, 60_000);
	demo.type('h');
	await demo.until('─ messages ─');
	expect(demo.text()).toContain('restarted shop/redis');
	demo.type('\u0003');
	await isClosed(demo);
});

test('every size: the same container stays in sight', async () => {
	const demo = await openDemo(120, 40);
	demo.type('/name:ledger\rG');
	await demo.until(() => selected(demo).includes('ledger'));
	for (const [columns, rows] of [
		[200, 60],
		[80, 24],
		[40, 15],
		[160, 45],
		[60, 16],
	] as const) {
		demo.resize(columns, rows);
		await demo.until(
			() => selected(demo).slice(0, columns).includes('ledger') && isFramed(demo, columns),
		);
		expect(demo.screen()).toHaveLength(rows);
	}
	demo.type('q');
	await isClosed(demo);
});

test('a machine without an engine: told why, and shown the demo when asked', async () => {
	pty = await openPty({
		...dockmon('-H', 'unix:///nonexistent/docker.sock'),
		columns: 100,
		rows: 24,
	});
	await pty.until('unix:///nonexistent/docker.sock');
	await pty.until('the socket does not exist');
	await pty.until(/Retry in \d s|Trying again/);
	pty.type('D');
	await pty.until(/DEMO/);
	await pty.until(/api .*\d+\.\d/);
	pty.type('q');
	await isClosed(pty);
});
