/**
 * `npm run screenshots`: draws the built program on the demo engine, which is the same for the same
 * seed, into screenshots/. A name as argument draws only the scenes whose name holds it.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseKeys} from './lib/keys.ts';
import {darkTheme, lightTheme} from './lib/palette.ts';
import {renderPng} from './lib/png.ts';
import {PseudoTerminal, type Size} from './lib/pseudo-terminal.ts';
import {renderSvg} from './lib/svg.ts';

interface Scene extends Size {
	readonly name: string;
	/** See `parseKeys`. */
	readonly keys: string;
	readonly flags: readonly string[];
	readonly isLight: boolean;
}

const scene = (name: string, columns: number, rows: number, rest: Partial<Scene> = {}): Scene => ({
	...{name, columns, rows, keys: '', flags: [], isLight: false},
	...rest,
});

const scenes: readonly Scene[] = [
	scene('dashboard-40x15', 40, 15, {keys: 'gj'}),
	scene('dashboard-80x24', 80, 24, {keys: 'gj'}),
	scene('dashboard-120x40', 120, 40, {keys: 'gj'}),
	scene('dashboard-200x60', 200, 60, {keys: 'gj'}),
	scene('help', 120, 40, {keys: '?'}),
	scene('logs', 120, 40, {keys: 'gjl'}),
	scene('stats', 120, 40, {keys: 'gj2'}),
	scene('problems', 120, 40, {keys: '3'}),
	scene('events', 120, 40, {keys: '4'}),
	scene('projects', 120, 40, {keys: '6'}),
	scene('files', 120, 40, {keys: 'gjF<wait 2><enter><wait 2>j<wait 2>'}),
	scene('filter', 120, 40, {keys: '/health:unhealthy'}),
	scene('confirm', 120, 40, {keys: 'gjr<wait 0.5>'}),
	scene('light', 120, 40, {keys: 'gj', flags: ['--light'], isLight: true}),
	scene('ascii', 80, 24, {keys: 'gj', flags: ['--ascii', '--no-color']}),
];

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'screenshots');

/** What the charts show. */
const historySeconds = 300;
const zoom = 1.5;

const quietMillis = 300;
const mostQuiets = 60;

/** Not in the middle of a frame, nor while something is still asked for: a busy machine takes its time. */
const untilQuiet = async (terminal: PseudoTerminal): Promise<void> => {
	for (let turn = 0; turn < mostQuiets; turn++) {
		const before = terminal.bytesWritten;
		await sleep(quietMillis);
		const isAsking = terminal.screen().some(row => /asking the engine|⋯ \d/.test(row));
		if (terminal.bytesWritten === before && !isAsking) return;
	}
	throw new Error(`it never stands still:\n${terminal.screen().join('\n')}`);
};

/** One after the other, each with the machine for itself. */
let last: Promise<unknown> = Promise.resolve();

const inTurn = (work: () => Promise<void>): Promise<void> => {
	const turn = last.then(work, work);
	last = turn;
	return turn;
};

const draw = async ({name, columns, rows, keys, flags, isLight}: Scene): Promise<void> => {
	const terminal = new PseudoTerminal({
		command: [process.execPath, path.join(root, 'build/cli.js'), '--demo', '--seed=1', ...flags],
		columns,
		rows,
	});
	try {
		await terminal.until(screen => /\d+\.\d/u.test(screen), 'a figure', 30_000);
		await sleep(historySeconds * 1000);
		await inTurn(async () => {
			for (const step of parseKeys(keys)) {
				await terminal.play([step]);
				await sleep(quietMillis);
			}
			await sleep(1500);
			await untilQuiet(terminal);
			const svg = renderSvg(terminal.emulator, isLight ? lightTheme : darkTheme);
			writeFileSync(path.join(folder, `${name}.svg`), svg);
			writeFileSync(path.join(folder, `${name}.png`), renderPng(svg, zoom));
			console.log(`screenshots/${name}.png`);
		});
	} finally {
		await terminal.stop();
	}
};

const wanted = scenes.filter(({name}) => name.includes(process.argv[2] ?? ''));
mkdirSync(folder, {recursive: true});
console.log(`${wanted.length} scenes, after ${historySeconds} s of history`);
await Promise.all(wanted.map(draw));
