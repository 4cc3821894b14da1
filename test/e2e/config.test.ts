import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';

let home: string;
let pty: Pty | undefined;

beforeEach(() => {
	home = mkdtempSync(path.join(tmpdir(), 'dockmon-home-'));
	mkdirSync(path.join(home, 'dockmon'));
});

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
	rmSync(home, {recursive: true, force: true});
});

const stateFile = (): string => path.join(home, 'dockmon/state.json');

const open = async (
	config: string,
	more: Readonly<Record<string, string | undefined>> = {},
): Promise<Pty> => {
	writeFileSync(path.join(home, 'dockmon/config.yaml'), config);
	const env = {XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, ...more};
	pty = await openPty({...dockmon('--demo'), env, columns: 100, rows: 30});
	await pty.until(/containers \d+\/[1-9]/);
	return pty;
};

const quit = async (opened: Pty): Promise<void> => {
	opened.type('\u0003');
	expect((await opened.end()).code).toBe(0);
	await opened.dispose();
};

test('a mistake is told with its line, and the rest holds', async () => {
	const demo = await open('list: {sort: name}\nthme: dark\nkeys: {help.open: W}\n');
	await demo.until('config.yaml line 2: there is no thme; did you mean theme?');
	await demo.until(/sort name/);
	demo.type('W');
	await demo.until('─ help ─');
	await quit(demo);
});

test('what was changed is there again the next time', async () => {
	const first = await open('');
	first.type('O');
	await first.until(/sort cpu ▴/);
	await quit(first);
	expect(JSON.parse(readFileSync(stateFile(), 'utf8'))).toEqual({
		...{version: 1, values: {'list.sort': 'cpu:asc'}},
	});
	expect(statSync(stateFile()).mode & 0o777).toBe(0o600);
	const second = await open('');
	await second.until(/sort cpu ▴/);
	await quit(second);
});

/** The row of the border above the log, and the column of the one beside the list. */
const borders = (screen: string): readonly number[] => {
	const lines = screen.split('\n');
	const heading = lines.find(line => line.includes('─ containers ')) ?? '';
	return [lines.findIndex(line => line.includes('[Logs]')), heading.indexOf('╮')];
};

test('columns, groups, sizes and what was typed survive a restart', async () => {
	const first = await open('');
	const usual = borders(first.text());
	first.type('c');
	await first.until('─ columns ─');
	first.type('J\r');
	await first.until(/ CPU +NAME/);
	first.type('b');
	await first.until('─ group by ─');
	first.type('jj\r');
	await first.until(/by state/);
	first.type('/cpu>0\r');
	await first.until('filter: cpu>0');
	first.type('}>');
	await first.until(screen => borders(screen).every((place, index) => place > (usual[index] ?? 0)));
	const chosen = borders(first.text());
	await quit(first);

	const second = await open('');
	await second.until(/by state/);
	await second.until(/ CPU +NAME/);
	expect(borders(second.text())).toEqual(chosen);
	expect(second.text()).not.toContain('filter: cpu>0');
	second.type('/');
	await second.until('Enter');
	second.type('\u001b[A');
	await second.until('filter: cpu>0');
	await quit(second);
});

/** Of the sign of a container that runs, as a number of 24 bits. */
const okColour = (demo: Pty): string => {
	const {column, row} = demo.find('●') ?? {column: 0, row: 0};
	return String(demo.cell(column, row).foreground);
};

const ok = {
	dark: '#66e6cc',
	light: '#0b7d76',
	contrast: '#5fffd7',
	nord: '#a3be8c',
	own: '#00ff00',
};
const colours = {TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: undefined};
const isPainted = (demo: Pty, name: keyof typeof ok) =>
	demo.until(() => okColour(demo) === ok[name]);

test('a theme is seen while the cursor is on it, and stays after Enter, the next time too', async () => {
	mkdirSync(path.join(home, 'dockmon/themes'));
	writeFileSync(path.join(home, 'dockmon/themes/mine.yaml'), 'colors: {ok: "#00ff00"}\n');
	const first = await open('', colours);
	first.type('C');
	await first.until(/mine .*yours, dark/);
	await isPainted(first, 'dark');
	first.type('jj');
	await isPainted(first, 'light');
	first.type('j');
	await isPainted(first, 'contrast');
	first.type('\u001b');
	await isPainted(first, 'dark');
	expect(first.text()).not.toContain('─ theme ─');
	first.type('CG');
	await isPainted(first, 'own');
	first.type('\r');
	await first.until(screen => !screen.includes('─ theme ─'));
	await isPainted(first, 'own');
	await quit(first);
	expect(JSON.parse(readFileSync(stateFile(), 'utf8')).values).toEqual({theme: 'mine'});

	const second = await open('theme: nord\n', colours);
	await isPainted(second, 'nord');
	second.type('C');
	await second.until('config.yaml line 1 says nord');
	await quit(second);

	const third = await open('', colours);
	await isPainted(third, 'own');
	third.type('Cg\r');
	await isPainted(third, 'dark');
	await quit(third);
	expect(JSON.parse(readFileSync(stateFile(), 'utf8')).values).toEqual({});
});

test('where there are no colours the picker says so', async () => {
	const demo = await open('', {NO_COLOR: '1'});
	demo.type('C');
	await demo.until('so no theme');
	await quit(demo);
});

test('a theme of the configuration that is nowhere is told, and no more', async () => {
	const demo = await open('theme: nrod\nmouse: false\n');
	await demo.until('There is no theme nrod.');
	expect(demo.modes().mouse).toBe(false);
	await quit(demo);
});

test('a broken file of what is remembered is told, and no more', async () => {
	writeFileSync(stateFile(), '{"version": 1, ');
	const demo = await open('');
	await demo.until('what was remembered in');
	await quit(demo);
});

const own = `commands:
- {name: count, key: T, scope: any, command: [sh, -c, 'echo one; echo two; exit 3']}
- {name: hold, key: B, scope: any, show: terminal, command: [sh, -c, 'echo mine; sleep 600']}
`;

test('a command of the own shows its output and its exit code', async () => {
	const demo = await open(own);
	demo.type('T');
	await demo.until(/count {2}✗ exit code 3/);
	await demo.until('two');
	demo.type('q');
	await demo.until(screen => !screen.includes('─ count '));
	await quit(demo);
});

test('a command of the own has the environment that dockmon was given', async () => {
	const demo = await open(
		`commands: [{name: env, key: T, scope: any, shell: true, command: 'echo "<$MINE> <$NODE_ENV>"'}]`,
		{MINE: 'given', NODE_ENV: undefined},
	);
	demo.type('T');
	await demo.until('exit code 0');
	await demo.until('<given> <>');
	await quit(demo);
});

test('a program in the terminal gets Ctrl-C, and dockmon comes back', async () => {
	const demo = await open(own);
	demo.type('B');
	await demo.until(/mine$/m);
	expect(demo.modes()).toEqual(ordinaryModes);
	demo.type('\u0003');
	await demo.until(/hold: (?:ended by SIGINT|exit code 130)/);
	expect(demo.modes()).toMatchObject({alternateScreen: true, cursorVisible: false});
	demo.type('?');
	await demo.until('─ help ─');
	await quit(demo);
});
