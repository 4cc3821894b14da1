import {Writable} from 'node:stream';
import {expect, test} from 'vitest';
import {Output} from '../../../source/app/output.ts';

/** Of somebody who never says that it is over. */
const endless = new AbortController().signal;

/** A reader that takes its time, or goes. */
const reader = (write: (text: string) => Error | undefined) => {
	const taken: string[] = [];
	const stream = new Writable({
		highWaterMark: 10,
		decodeStrings: false,
		write(chunk, _encoding, done) {
			const error = write(String(chunk));
			if (error === undefined) taken.push(String(chunk));
			setImmediate(() => done(error));
		},
	});
	return {stream, taken};
};

const withCode = (code: string): Error => Object.assign(new Error(code), {code});

test('lines are gathered and all of them written', async () => {
	const {stream, taken} = reader(() => undefined);
	const output = new Output(stream, endless);
	for (let index = 0; index < 10_000; index++) {
		expect(await output.line(`line ${index} ${'x'.repeat(20)}`)).toBe(true);
	}
	expect(await output.flush()).toBe(true);
	expect(taken.length).toBeLessThan(20);
	expect(taken.join('').split('\n')).toHaveLength(10_001);
});

test('a reader that has gone ends it without a word', async () => {
	const {stream} = reader(() => withCode('EPIPE'));
	const output = new Output(stream, endless);
	let isRead = true;
	for (let index = 0; index < 10_000 && isRead; index++) isRead = await output.line('x'.repeat(99));
	expect(isRead).toBe(false);
	expect(await output.line('y'.repeat(100_000))).toBe(false);
});

test('a full disk is told', async () => {
	const {stream} = reader(() => withCode('ENOSPC'));
	const output = new Output(stream, endless);
	await output.line('x'.repeat(100_000)).catch(() => undefined);
	await expect(output.flush()).rejects.toThrow('ENOSPC');
});

test('a reader that does not read is not waited for when it is over', async () => {
	const stream = new Writable({write: () => undefined});
	const life = new AbortController();
	const output = new Output(stream, life.signal);
	const isRead = output.line('x'.repeat(100_000));
	life.abort();
	expect(await isRead).toBe(false);
	expect(await output.line('y'.repeat(100_000))).toBe(false);
});
