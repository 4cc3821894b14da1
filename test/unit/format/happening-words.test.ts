import {expect, test} from 'vitest';
import {happeningWords} from '../../../source/format/happening-words.ts';
import {foldTimeline} from '../../../source/model/happening.ts';
import {refKey} from '../../../source/model/ids.ts';
import {refOf, startMillis} from '../../helpers/builders.ts';

const ref = refOf('api');

const died = (seq: number, minutes: number, exitCode?: number) => {
	const atMillis = startMillis + minutes * 60_000;
	const event = {kind: 'container.died' as const, ref, atMillis};
	return {
		seq,
		atMillis,
		key: refKey(ref),
		event: exitCode === undefined ? event : {...event, exitCode},
	};
};

const start = (seq: number, minutes: number) => {
	const atMillis = startMillis + minutes * 60_000;
	const event = {kind: 'container.changed' as const, ref, atMillis, action: 'start'};
	return {seq, atMillis, key: refKey(ref), event};
};

const words = (...entries: Parameters<typeof foldTimeline>[0]) =>
	foldTimeline(entries).map(happeningWords);

test('a single event is told as anywhere else', () => {
	expect(words(died(1, 0, 139))).toEqual(['exited with 139: segmentation fault (SIGSEGV)']);
});

test('a code that nobody knows is not told', () => {
	expect(words(died(1, 0), start(2, 0))).toEqual(['restarted']);
});

test('several in a row are told with the time they took', () => {
	expect(words(died(1, 0, 3), start(2, 0), died(3, 8, 3), start(4, 8))).toEqual([
		'restarted 2 times in 8m, exit code 3',
	]);
});
