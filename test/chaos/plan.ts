import {dice} from '../helpers/dice.ts';
import type {Deed, Plan, Step, StepKind} from './step.ts';

type Roll = (sides: number) => number;

const letters = Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index));
const arrows = ['[A', '[B', '[C', '[D', '[H', '[F', '[5~', '[6~', '[Z'].map(
	tail => `\u001B${tail}`,
);
const controls = ['\r', '\t', ' ', '\u001B', '\u007F', '\u0004', '\u0010', '\u0015', '\u0017'];

/** What opens menus, questions, pages and tabs is more of it than chance would make it. */
const seasoned = [
	...[...letters, ...arrows, ...controls],
	...'xxxxrrsspp1122334455667788:://??]]]][[[[jjjjkkkkGg',
	...['\r', '\r', '\r', '\u001B', '\u001B', '\u001B', '\u001B', ' ', '\u000C'],
];

/** What people do, key after key; chance alone seldom gets so far. */
const phrases: ReadonlyArray<readonly string[]> = [
	['x', '\r', 'y'],
	['x', 'j', 'j', '\r', 'y'],
	['r', 'y'],
	['s', 'y'],
	['p', 'y'],
	['X', 'y'],
	['R', 'y'],
	[' ', 'j', ' ', 'j', ' ', 's', 'y'],
	['/', 'a', 'p', 'i', '\r', '\u001B'],
	['/', 'c', 'p', 'u', '>', '1', '\r'],
	[':', 's', 'o', 'r', 't', '\r', 'j', '\r'],
	[':', 'l', 'o', 'g', '\r'],
	['c', '\r'],
	['?', 'G', '\u001B'],
	['\t', 'g', 'k', 'k', 'G'],
	['\t', '/', 'e', 'r', 'r', '\r', 'n', 'N'],
	['z', 'z'],
	['F', 'j', '\r', '\u001B'],
	['7', 'j', '\r', 'j', '\r'],
	['2', '\u001B[D', '\u001B[D', '\u001B[C'],
	['4', 'j', 'k', '\r', '\u001B'],
	['3', '\r', '\u001B'],
	['\u001B', '\u001B', '\u001B', '1'],
];

const pasted = [
	...[
		'y',
		'yyy\ry\r',
		'rm -rf /\n',
		'q',
		'\u0003',
		'/api\r',
		'x'.repeat(5000),
		'\u001B[31mred\u001B[0m',
	],
	...['名前\u200B', '\u0000\u0007\u009b2J', '/('],
];

/** Reports, answers and halves of them; nothing of it is a key, or may do what one does. */
const noise = [
	...['\u001B[<0;5', '\u001B[<0;500;900M', '\u001B[<35;3;3M', '\u001B[<64;1;1M\u001B[<65;1;1M'],
	...[
		'\u001B[I',
		'\u001B[O',
		'\u001B[O',
		'\u001B[I',
		'\u001B[12;40R',
		'\u001B[?62;c',
		'\u001BP1$r0m\u001B\\',
	],
	...[
		'\u001B]11;rgb:0000/0000/0000\u001B\\',
		'\u001B]11;rgb:00',
		'\u001B[200~never ended',
		'\u001B[',
	],
	...['\u00ff\u00fe', '\u00e2\u0094', '\u001B[1;5A', '\u001BOP', '\u001B[15~', '\u001B\u001B[A'],
];

/** In the words of `--faults`; the braces are filled in. */
const rules = [
	...[
		'* hang',
		'* refuse',
		'* refuse every 3rd',
		'* stall at {bytes}',
		'* cut at {bytes}',
		'* reset at {bytes}',
	],
	...[
		'* status 500 "driver failed: \u001b[2J" 25%',
		'* status 503',
		'* status 403 "no"',
		'* status 404',
	],
	...['* body html 30%', '* body binary 20%', '* body list 30%', '* body null', '* body empty 30%'],
	...[
		'* delay {time} 50%',
		'* delay {time}',
		'GET /containers/*/json hang',
		'GET /containers/*/json status 404',
	],
	...['/containers/json hang', '/containers/json cut at {bytes}', '/containers/json body object'],
	...[
		'/containers/json body half every 2nd',
		'/containers/json delay {time}',
		'/containers/json body list',
	],
	...[
		'/containers/*/stats hang',
		'/containers/*/stats cut at {bytes}',
		'/containers/*/stats body list',
	],
	...[
		'/containers/*/logs hang',
		'/containers/*/logs cut at {bytes}',
		'/containers/*/logs stall at {bytes}',
	],
	...[
		'/containers/*/logs status 501 "no"',
		'/containers/*/logs body binary',
		'/containers/*/top hang',
	],
	...[
		'/containers/*/archive cut at {bytes}',
		'/containers/*/archive stall at {bytes}',
		'/containers/*/archive body text',
	],
	...['/containers/*/exec hang', '/exec/** stall at {bytes}', '/exec/** refuse', '/system/df hang'],
	...[
		'/events hang',
		'/events cut at {bytes}',
		'/events stall at {bytes}',
		'/events refuse every 2nd',
	],
	...[
		'events lost',
		'events duplicated',
		'events replay 100',
		'events die lost',
		'events start lost',
	],
	...[
		'clock +10m',
		'clock -10m',
		'clock +2h after {time}',
		'api 1.24-1.30',
		'api 1.40-1.41',
		'api 1.60-1.70',
	],
	...[
		'POST * hang',
		'POST * cut at 0',
		'POST * status 409 "in progress"',
		'POST * refuse',
		'POST * delay {time}',
	],
	...['/_ping hang', '/_ping stall at 0', '/info status 500', '/version body html', '/info hang'],
];

const deeds: readonly Deed[] = [
	...(['start', 'stop', 'kill', 'restart', 'pause', 'unpause', 'remove', 'rename'] as const),
	...(['start', 'start', 'kill', 'restart', 'unpause'] as const),
];

const sizes: ReadonlyArray<readonly [columns: number, rows: number]> = [
	...([
		[80, 24],
		[80, 24],
		[120, 40],
		[120, 40],
		[200, 60],
		[100, 30],
		[40, 12],
		[20, 8],
	] as const),
	...([
		[1, 1],
		[2, 2],
		[300, 6],
		[30, 100],
	] as const),
];

const jumps = [-3_600_000, -5000, 2000, 30_000, 600_000, 86_400_000];

const pick = <T>(roll: Roll, items: readonly [T, ...T[]] | readonly T[]): T =>
	items[roll(items.length)] as T;

const ruleBy = (roll: Roll): string => {
	const rule = pick(roll, rules)
		.replace('{bytes}', String(pick(roll, [0, 1, 64, 300, 1000, 5000, 40_000])))
		.replace('{time}', pick(roll, ['200ms', '1500ms', '3s', '20s']));
	const isForever = rule.startsWith('api') || rule.startsWith('clock') || roll(3) > 0;
	return isForever ? rule : `${rule} for ${pick(roll, ['1s', '5s', '30s'])}`;
};

const makers: ReadonlyArray<readonly [weight: number, make: (roll: Roll) => StepKind]> = [
	[
		40,
		roll => ({kind: 'keys', keys: Array.from({length: 1 + roll(4)}, () => pick(roll, seasoned))}),
	],
	[
		8,
		roll => ({
			...{kind: 'mouse', x: roll(1000) / 1000, y: roll(1000) / 1000},
			...{button: pick(roll, [0, 0, 0, 64, 65, 2]), times: 1 + roll(3)},
		}),
	],
	[
		2,
		roll => ({
			kind: 'bytes',
			// One byte a character, as all of these.
			bytes: Buffer.from(`\u001B[200~${pick(roll, pasted)}\u001B[201~`).toString('latin1'),
		}),
	],
	[3, roll => ({kind: 'bytes', bytes: pick(roll, noise)})],
	[
		4,
		roll => {
			const [columns, rows] = roll(2) === 0 ? pick(roll, sizes) : [1 + roll(250), 1 + roll(80)];
			return {kind: 'resize', columns, rows};
		},
	],
	[5, roll => ({kind: 'fault', rule: ruleBy(roll)})],
	[3, () => ({kind: 'mend'})],
	[6, roll => ({kind: 'deed', deed: pick(roll, deeds), which: roll(1000)})],
	[1, () => ({kind: 'cut'})],
	[0.4, roll => ({kind: 'restart', awayMillis: pick(roll, [0, 50, 1000, 8000, 40_000])})],
	[0.5, roll => ({kind: 'jump', millis: pick(roll, jumps)})],
	[6, () => ({kind: 'wait'})],
];

const total = makers.reduce((sum, [weight]) => sum + weight, 0);

const stepBy = (roll: Roll): StepKind => {
	let left = (roll(1_000_000) / 1_000_000) * total;
	for (const [weight, make] of makers) {
		left -= weight;
		if (left < 0) return make(roll);
	}
	return {kind: 'wait'};
};

/** Mostly what hardly counts, sometimes more than a deadline, seldom more than a minute. */
const restBy = (roll: Roll): number => {
	const chance = roll(100);
	if (chance < 60) return roll(60);
	if (chance < 90) return 100 + roll(500);
	return chance < 98 ? 1000 + roll(4000) : 10_000 + roll(60_000);
};

/** Beyond what a question does not hear. */
const humanMillis = 350;
const calmEvery = 250;

/** The same plan for the same seed; a longer one begins as the shorter one does. */
export const planBy = (seed: number, count: number): Plan => {
	const roll = dice(seed);
	const steps: Step[] = [];
	while (steps.length < count) {
		if (roll(12) === 0) {
			const keys = pick(roll, phrases);
			steps.push(
				...keys.map((key): Step => ({kind: 'keys', keys: [key], thenMillis: humanMillis})),
			);
		} else steps.push({...stepBy(roll), thenMillis: restBy(roll)});
		if (roll(calmEvery) === 0) steps.push({kind: 'calm', thenMillis: 0});
	}
	return {seed, steps: [...steps.slice(0, count), {kind: 'calm', thenMillis: 0}]};
};
