import {expect, test} from 'vitest';
import {merge} from '../../../source/engine/merge.ts';
import {Channel} from '../../helpers/channel.ts';

const open = (count: number) => {
	const outer = new AbortController();
	const channels: Channel<string>[] = [];
	const opened: string[] = [];
	const sources = Array.from({length: count}, () => (signal: AbortSignal) => {
		const channel = new Channel<string>(signal);
		channels.push(channel);
		return channel;
	});
	const merged = merge(sources, outer.signal);
	const done = (async () => {
		for await (const value of merged) opened.push(value);
	})();
	const [first, second] = channels;
	if (!first || !second) throw new Error('the sources were not opened');
	return {outer, first, second, opened, done};
};

test('what several yield comes as it is yielded, until the last one ends', async () => {
	const {first, second, opened, done} = open(2);
	first.push('a');
	second.push('b');
	first.push('c');
	first.end();
	second.push('d');
	second.end();
	await done;
	expect(opened.toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

test('the failure of one is the failure of all', async () => {
	const {first, done} = open(2);
	first.fail(new Error('broken'));
	await expect(done).rejects.toThrow('broken');
});

test('an abort ends it quietly', async () => {
	const {outer, first, opened, done} = open(2);
	first.push('a');
	outer.abort();
	await done;
	expect(opened.length).toBeLessThanOrEqual(1);
});

test('a taker that leaves ends the sources', async () => {
	let isOpen = true;
	const source = (signal: AbortSignal): Channel<string> => {
		const channel = new Channel<string>(signal);
		signal.addEventListener('abort', () => {
			isOpen = false;
		});
		channel.push('a');
		return channel;
	};
	for await (const value of merge([source], new AbortController().signal)) {
		expect(value).toBe('a');
		break;
	}
	expect(isOpen).toBe(false);
});
