import {describe, expect, test} from 'vitest';
import {happeningWords} from '../../../source/format/happening-words.ts';
import {unicodeSymbols} from '../../../source/format/symbols.ts';
import {exitOf, foldTimeline, wasOutOfMemory} from '../../../source/model/happening.ts';
import {refKey} from '../../../source/model/ids.ts';
import type {TimelineEntry} from '../../../source/model/timeline.ts';
import {happeningMark} from '../../../source/view/widgets/happening-mark.ts';
import {refOf, startMillis} from '../../helpers/builders.ts';

const second = 1000;

/** `12 api died 1`: seconds, name, what, and the exit code. */
const entryOf = (text: string, index: number): TimelineEntry => {
	const [seconds, name = '', what = '', code] = text.split(' ');
	const atMillis = startMillis + Number(seconds) * second;
	const at = {ref: refOf(name), atMillis};
	const event = ((): TimelineEntry['event'] => {
		switch (what) {
			case 'died':
				return {kind: 'container.died', ...at, exitCode: Number(code)};
			case 'oom':
				return {kind: 'container.oom', ...at};
			case 'destroyed':
				return {kind: 'container.destroyed', ...at};
			case 'healthy':
			case 'unhealthy':
				return {kind: 'container.health', ...at, health: what};
			case 'success':
			case 'error':
				return {
					kind: 'action.ended',
					atMillis,
					verb: 'restart',
					outcome: what,
					text: `${what} told`,
				};
			case 'lost':
				return {kind: 'connection.lost', atMillis, reason: 'it is gone'};
			default:
				return {kind: 'container.changed', ...at, action: what};
		}
	})();
	const of = what === 'lost' ? {} : {key: refKey(at.ref), name};
	return {seq: index + 1, atMillis, ...of, event};
};

const fold = (...events: readonly string[]) => foldTimeline(events.map(entryOf));

/** `↻ api restarted, exit code 1: ...`, the newest first. */
const told = (...events: readonly string[]): readonly string[] =>
	fold(...events).map(happening =>
		[
			happeningMark(happening, unicodeSymbols).text,
			happening.entry.name ?? 'engine',
			happeningWords(happening),
		].join(' '),
	);

test.each<[string, readonly string[], readonly string[]]>([
	['nothing', [], []],
	['one event', ['0 api pause'], ['‖ api paused']],
	[
		'a restart',
		['0 api kill', '10 api kill', '10 api died 137', '11 api start'],
		['↻ api restarted, exit code 137: killed (SIGKILL)'],
	],
	['a stop', ['0 api kill', '1 api died 0'], ['○ api stopped, exit code 0']],
	[
		'a crash, and the restart by its policy',
		['0 api died 1', '30 api start'],
		['↻ api restarted, exit code 1: an error of the program'],
	],
	['out of memory', ['0 api oom', '0 api died 137'], ['✗ api ended, out of memory (OOM)']],
	['a new container', ['0 api create', '1 api start'], ['● api created and started']],
	[
		'a removal of what runs',
		['0 api kill', '0 api died 137', '1 api destroyed'],
		['⊘ api removed, exit code 137: killed (SIGKILL)'],
	],
	[
		'what others do meanwhile',
		['0 api kill', '0 db pause', '1 api died 0', '1 db unpause', '2 api start'],
		['↻ api restarted, exit code 0', '● db goes on after a pause', '‖ db paused'],
	],
	[
		'health is told apart',
		['0 api kill', '1 api died 0', '2 api start', '9 api healthy'],
		['✓ api healthy', '↻ api restarted, exit code 0'],
	],
	[
		'a start long after the end',
		['0 api died 1', '600 api start'],
		['● api started', '✗ api exited with 1: an error of the program'],
	],
	[
		'what the user did',
		['0 api kill', '1 api died 0', '2 api start', '3 api success'],
		['↻ api restarted from here, exit code 0'],
	],
	['what the user failed to do', ['0 api error'], ['✗ api error told']],
	[
		'what the user did long after',
		['0 api start', '900 api success'],
		['→ api success told', '● api started'],
	],
	['the connection', ['0 x lost', '1 api start'], ['● api started', '✗ engine lost: it is gone']],
])('%s', (_name, events, lines) => {
	expect(told(...events)).toEqual(lines);
});

describe('a crash loop', () => {
	const round = (seconds: number, code = 1): readonly string[] => [
		`${seconds} api died ${code}`,
		`${seconds + 1} api start`,
	];

	test('is one line, with how often and how long', () => {
		expect(told(...round(0), ...round(60), '70 db pause', ...round(120))).toEqual([
			'↻ api restarted 3 times in 2m, exit code 1: an error of the program',
			'‖ db paused',
		]);
	});

	test('that ends in another way is another one', () => {
		expect(told(...round(0), ...round(60, 2))).toHaveLength(2);
	});

	test('is not made of restarts that somebody wanted', () => {
		expect(told('0 api kill', ...round(0), '60 api kill', ...round(60))).toHaveLength(2);
	});

	test('keeps its name, and knows what has joined it', () => {
		const [loop] = fold(...round(0), ...round(60));
		expect(loop).toMatchObject({id: '1', otherIds: ['3'], times: 2});
		expect(loop?.parts.map(({seq}) => seq)).toEqual([1, 2, 3, 4]);
	});
});

test('the newest is the first, also where it was heard late', () => {
	expect(fold('10 api pause', '5 db pause', '20 web pause').map(({id}) => id)).toEqual([
		'3',
		'1',
		'2',
	]);
});

test('how it ended', () => {
	const [ended] = fold('0 api oom', '0 api died 137');
	expect(ended && exitOf(ended)).toBe(137);
	expect(ended && wasOutOfMemory(ended)).toBe(true);
	const [paused] = fold('0 api pause');
	expect(paused && exitOf(paused)).toBeUndefined();
});
