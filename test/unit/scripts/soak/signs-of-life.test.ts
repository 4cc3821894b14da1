import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {readLife, whyNotAlive} from '../../../../scripts/lib/soak/signs-of-life.ts';

const screens = new URL('../../../component/frame/screens/', import.meta.url);
const rowsOf = (name: string): readonly string[] =>
	readFileSync(new URL(name, screens), 'utf8').split('\n');

test('reads a screen of dockmon', () => {
	const life = readLife([...rowsOf('ready-120x40.txt'), ' 10:00:00 line 0000041 cpu 3.0 %']);
	expect(life).toEqual({
		complaint: undefined,
		running: 10,
		figures: ['62.1', '21.4', '2.3', '0.8', '0.2', '3.9'],
		newestLine: 41,
	});
});

test('knows what it says when the engine is lost', () => {
	expect(readLife(rowsOf('stale-80x24.txt')).complaint).toBe('values are 00:42 old');
});

const alive = {complaint: undefined, running: 10, figures: ['1.0', '2.0'], newestLine: 7};
const later = {...alive, figures: ['1.0', '2.1'], newestLine: 9};

test('all goes on', () => {
	expect(whyNotAlive(alive, later, 10)).toBeUndefined();
});

test.each([
	['it says "NO ENGINE"', {...later, complaint: 'NO ENGINE'}],
	['9 of 10 run in it', {...later, running: 9}],
	['no figures in the list', {...later, figures: []}],
	['the figures stand still', {...later, figures: alive.figures}],
	['no line of the log', {...later, newestLine: undefined}],
	['the log stands still', {...later, newestLine: 7}],
])('%s', (reason, after) => {
	expect(whyNotAlive(alive, after, 10)).toBe(reason);
});
