import {afterEach, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, type Pty, type PtyOptions} from '../helpers/pty.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const openDemo = async (env: PtyOptions['env'] = {}, ...args: readonly string[]): Promise<Pty> => {
	pty = await openPty({
		...dockmon('--demo', ...args),
		...{env: {TERM: 'xterm-256color', COLORTERM: 'truecolor', ...env}, columns: 120, rows: 40},
	});
	await pty.until(/api .*\d+\.\d .*\d+M/);
	return pty;
};

/** The colour of the sign of a container that runs, as a number of 24 bits. */
const okColour = (demo: Pty): string | undefined => {
	const place = demo.find('●');
	return place && String(demo.cell(place.column, place.row).foreground);
};

const asks = (demo: Pty, question: string): number => demo.written.split(question).length - 1;

const background = '\u001B]11;?';
const cursor = '\u001B[6n';

const ok = {dark: '#66e6cc', light: '#0b7d76', nord: '#a3be8c'};

test('the terminal is asked once, and its answer brings the colours for its background', async () => {
	const demo = await openDemo();
	expect(asks(demo, background)).toBe(1);
	expect(asks(demo, cursor)).toBe(1);
	expect(okColour(demo)).toBe(ok.dark);
	demo.type('\u001B]11;rgb:fdfd/f6f6/e3e3\u001B\\');
	await demo.until(() => okColour(demo) === ok.light);
	demo.type('\u001B]11;rgb:0000/0000/0000\u0007');
	await demo.until(() => okColour(demo) === ok.dark);
});

test('frames that are drawn twice as wide become ASCII, others stay', async () => {
	const demo = await openDemo();
	demo.type('\u001B[2;2R');
	demo.type('j');
	expect(demo.text()).toContain('╭─ containers');
	demo.type('\u001B[2;3R');
	await demo.until('+- containers');
	expect(demo.text()).not.toMatch(/[─│●✓]/);
	demo.type('?');
	await demo.until('+- help');
});

test('who leaves before the terminal has answered leaves no answer to the shell', async () => {
	pty = await openPty({...dockmon('--demo'), answerMillis: 600});
	await pty.until('dockmon');
	pty.type('q');
	expect((await pty.end()).code).toBe(0);
	expect(pty.answers).toContain('R');
	expect(pty.written).not.toContain('^[');
});

test('who names a theme is not overruled', async () => {
	const demo = await openDemo({}, '--theme', 'nord');
	expect(asks(demo, background)).toBe(0);
	expect(okColour(demo)).toBe(ok.nord);
	demo.type('\u001B]11;rgb:ffff/ffff/ffff\u0007j');
	await demo.until(() => demo.screen().some(row => row.includes('▌')));
	expect(okColour(demo)).toBe(ok.nord);
});

test('a terminal that shows what it is asked is not asked', async () => {
	const demo = await openDemo({TERM: 'linux', COLORTERM: ''});
	expect(asks(demo, background) + asks(demo, cursor)).toBe(0);
});

test('a theme that there is not ends it, with those there are', async () => {
	pty = await openPty({...dockmon('--demo', '--theme', 'nrod')});
	expect((await pty.end()).code).toBe(2);
	expect(pty.text()).toContain('There is no theme nrod.');
	expect(pty.text().replaceAll(/\s+/g, ' ')).toContain('solarized-light');
});

test('for a screen reader: one line after another, the same keys, and an ordinary screen', async () => {
	pty = await openPty({...dockmon('--demo', '--screen-reader'), columns: 80, rows: 24});
	await pty.until('attention: shop/mailer unhealthy');
	expect(pty.modes()).toMatchObject({alternateScreen: false, cursorVisible: true});
	pty.type('/mailer\r');
	await pty.until(/shop\/mailer, running, unhealthy/);
	pty.type('r');
	await pty.until('y Yes, do it');
	pty.type('n');
	await pty.until('closed');
	pty.type('q');
	expect((await pty.end()).code).toBe(0);
	// Nothing that was written is written over.
	const [, lines = ''] = pty.written.split('connected to');
	expect(lines).not.toMatch(/\u001B\[\d*[AFJ]|\u001B\[\d+;\d+H/);
});
