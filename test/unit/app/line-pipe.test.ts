import {Writable} from 'node:stream';
import {expect, test} from 'vitest';
import {LinePipe} from '../../../source/app/line-pipe.ts';
import {Output} from '../../../source/app/output.ts';

/** Of somebody who never says that it is over. */
const endless = new AbortController().signal;

/** A reader that takes one piece each time it is asked to. */
const slowReader = () => {
	let text = '';
	let goOn: (() => void) | undefined;
	const stream = new Writable({
		highWaterMark: 1,
		decodeStrings: false,
		write(chunk, _encoding, done) {
			text += chunk;
			goOn = done;
		},
	});
	return {stream, read: () => goOn?.(), text: () => text};
};

const note = (reason: string): string => `note: ${reason}`;

const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test('lines come out in order, also after nothing was pushed', async () => {
	const {stream, read, text} = slowReader();
	const pipe = new LinePipe(new Output(stream, endless), note, () => undefined);
	pipe.push([]);
	pipe.push(['one']);
	pipe.push(['two']);
	await settle();
	expect(text()).toBe('one\ntwo\n');
	pipe.push(['three']);
	read();
	await settle();
	expect(text()).toBe('one\ntwo\nthree\n');
	read();
	await pipe.end();
});

test('what a slow reader cannot take is left out and counted', async () => {
	const {stream, read, text} = slowReader();
	const pipe = new LinePipe(new Output(stream, endless), note, () => undefined);
	pipe.push(['first']);
	await settle();
	pipe.push(Array.from({length: 100_500}, (_, index) => `line ${index}`));
	for (let index = 0; index < 40; index++) {
		read();
		await settle();
	}
	await pipe.end();
	expect(text()).toContain(
		'line 99999\nnote: skipped 500 lines: they come faster than they are read\n',
	);
	expect(text()).not.toContain('line 100000\n');
});

test('a reader that has gone is told once, and nothing is kept for him', async () => {
	const stream = new Writable({
		write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), {code: 'EPIPE'})),
	});
	const ends: unknown[] = [];
	const pipe = new LinePipe(new Output(stream, endless), note, error => ends.push(error));
	pipe.push(['x'.repeat(100_000)]);
	await pipe.end();
	pipe.push(['y'.repeat(100_000)]);
	await pipe.end();
	await settle();
	pipe.push(['z']);
	await pipe.end();
	expect(ends.length).toBeLessThanOrEqual(1);
});
