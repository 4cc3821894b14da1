import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createFrameSplitter, type Frame, framesInto} from '../../../source/engine/frames.ts';
import {frame, splitAt} from '../../helpers/frames.ts';

const read = (chunks: readonly Uint8Array[]): Frame[] => {
	const splitter = createFrameSplitter();
	const frames = chunks.flatMap(chunk => splitter.push(chunk));
	splitter.end(framesInto(frames));
	return frames;
};

const texts = (frames: readonly Frame[]): string[] =>
	frames.map(item => {
		if (item.kind === 'entry') return `${item.stream}:${Buffer.from(item.bytes)}`;
		return item.kind === 'gap' ? `gap:${item.reason}` : `notice:${item.text}`;
	});

describe('whole streams', () => {
	test('entries keep their stream and order', () => {
		const bytes = Buffer.concat([frame(1, 'a\n'), frame(2, 'b\n'), frame(0, 'c\n')]);
		expect(texts(read([bytes]))).toEqual(['stdout:a\n', 'stderr:b\n', 'stdout:c\n']);
	});

	test('what the daemon says about itself is told apart', () => {
		expect(texts(read([frame(3, 'disk full')]))).toEqual(['notice:disk full']);
	});

	test('an empty entry is one', () => {
		expect(texts(read([Buffer.concat([frame(1, ''), frame(2, 'x')])]))).toEqual([
			'stdout:',
			'stderr:x',
		]);
	});

	test('a split at every byte changes nothing', () => {
		const bytes = Buffer.concat([frame(1, 'first\n'), frame(2, 'zweite ä\n'), frame(1, '')]);
		const whole = texts(read([bytes]));
		for (let at = 0; at <= bytes.length; at++)
			expect(texts(read([bytes.subarray(0, at), bytes.subarray(at)]))).toEqual(whole);
	});

	test('any split into any number of chunks changes nothing', () => {
		const entry = fc.tuple(fc.integer({min: 0, max: 3}), fc.uint8Array({maxLength: 60}));
		fc.assert(
			fc.property(fc.array(entry, {maxLength: 20}), fc.array(fc.nat(1500)), (entries, cuts) => {
				const bytes = Buffer.concat(entries.map(([type, payload]) => frame(type, payload)));
				expect(texts(read(splitAt(bytes, cuts)))).toEqual(texts(read([bytes])));
				expect(read([bytes])).toHaveLength(entries.length);
			}),
		);
	});

	test('ten thousand frames in one chunk do not overflow the stack', () => {
		const bytes = Buffer.concat(Array.from({length: 10_000}, () => frame(1, 'x')));
		expect(read([bytes])).toHaveLength(10_000);
	});

	test('a frame in many small chunks arrives whole', () => {
		const payload = Buffer.alloc(1024 * 1024, 'm');
		const bytes = frame(1, payload);
		const [entry] = read(
			splitAt(
				bytes,
				Array.from({length: 500}, (_, at) => at * 2100),
			),
		);
		expect(entry?.kind === 'entry' && Buffer.compare(entry.bytes, payload)).toBe(0);
	});
});

describe('broken streams', () => {
	test('a stream that ends in a payload hands out what came and says what is missing', () => {
		const bytes = frame(1, 'hello world\n').subarray(0, 8 + 5);
		expect(texts(read([bytes]))).toEqual([
			'stdout:hello',
			'gap:cut off: 7 bytes of the last entry missing',
		]);
	});

	test('a stream that ends in a header says so', () => {
		const bytes = Buffer.concat([frame(1, 'a\n'), frame(1, 'b\n').subarray(0, 3)]);
		expect(texts(read([bytes]))).toEqual(['stdout:a\n', 'gap:cut off: 3 bytes could not be read']);
	});

	test('garbage is skipped, counted, and reading goes on with the next header', () => {
		const bytes = Buffer.concat([Buffer.from('HTTP garbage'), frame(2, 'alive\n')]);
		expect(texts(read([bytes]))).toEqual([
			'gap:12 bytes of the log could not be read',
			'stderr:alive\n',
		]);
	});

	test('a header that claims four gigabytes allocates nothing and is skipped', () => {
		const hostile = Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
		const bytes = Buffer.concat([hostile, Buffer.from('payload text'), frame(1, 'ok\n')]);
		expect(texts(read([bytes]))).toEqual([
			'gap:20 bytes of the log could not be read',
			'stdout:ok\n',
		]);
	});

	test('any bytes at all are survived, and no entry is larger than what came', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({maxLength: 80}), {maxLength: 10}), chunks => {
				const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
				const got = read(chunks).reduce(
					(sum, item) => sum + (item.kind === 'entry' ? item.bytes.length : 0),
					0,
				);
				expect(got).toBeLessThanOrEqual(total);
			}),
		);
	});
});
