import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createLineJoiner} from '../../../source/engine/lines.ts';
import type {LogLine, LogStream} from '../../../source/model/log-line.ts';
import {hostileText} from '../../helpers/any-text.ts';
import {splitAt} from '../../helpers/frames.ts';

const stamp = '2026-11-22T10:11:12.123456789Z';
const atMillis = Date.parse('2026-11-22T10:11:12.123Z');

type Entry = readonly [LogStream, string | Uint8Array];

const join = (entries: readonly Entry[]): LogLine[] => {
	const joiner = createLineJoiner({raw: false});
	const lines: LogLine[] = [];
	for (const [stream, bytes] of entries) joiner.push(stream, Buffer.from(bytes), lines);
	return [...lines, ...joiner.end()];
};

const joinRaw = (chunks: readonly Uint8Array[]): LogLine[] => {
	const joiner = createLineJoiner({raw: true});
	const lines: LogLine[] = [];
	for (const chunk of chunks) joiner.push('stdout', chunk, lines);
	return [...lines, ...joiner.end()];
};

const texts = (lines: readonly LogLine[]): string[] =>
	lines.map(line => (line.kind === 'line' ? line.text : line.reason));

describe('entries', () => {
	test('a line loses its stamp and newline, and keeps when and where', () => {
		expect(join([['stderr', `${stamp} hello\n`]])).toEqual([
			{kind: 'line', stream: 'stderr', text: 'hello', stamp, atMillis},
		]);
	});

	test('an empty line is a line', () => {
		expect(texts(join([['stdout', `${stamp} \n`]]))).toEqual(['']);
	});

	test('a line without a stamp is kept whole', () => {
		expect(join([['stdout', 'bare text\n']])).toEqual([
			{kind: 'line', stream: 'stdout', text: 'bare text'},
		]);
	});

	test('a short word that is no stamp is not eaten', () => {
		expect(texts(join([['stdout', 'x\n']]))).toEqual(['x']);
		expect(texts(join([['stdout', 'x']]))).toEqual(['x']);
	});

	test('a stamp of Podman 4, without a fraction, is understood', () => {
		const [line] = join([['stdout', '2026-11-22T10:11:12+01:00 hi\n']]);
		expect(line).toMatchObject({text: 'hi', atMillis: Date.parse('2026-11-22T09:11:12Z')});
	});

	test('the parts of a line above 16 KiB are joined, one stamp each', () => {
		const part = 'p'.repeat(16 * 1024);
		const lines = join([
			['stdout', `${stamp} ${part}`],
			['stdout', `${stamp} ${part}`],
			['stdout', `${stamp} end\n`],
		]);
		expect(lines).toEqual([
			{kind: 'line', stream: 'stdout', text: `${part}${part}end`, stamp, atMillis},
		]);
	});

	test('parts of both streams do not mix', () => {
		const lines = join([
			['stdout', `${stamp} out-`],
			['stderr', `${stamp} err\n`],
			['stdout', `${stamp} put\n`],
		]);
		expect(texts(lines)).toEqual(['err', 'out-put']);
	});

	test('a character that is cut between two entries survives', () => {
		const bytes = Buffer.from('grüße 😀');
		for (let at = 0; at <= bytes.length; at++) {
			const head = Buffer.concat([Buffer.from(`${stamp} `), bytes.subarray(0, at)]);
			const tail = Buffer.concat([Buffer.from(`${stamp} `), bytes.subarray(at), Buffer.from('\n')]);
			const [line] = join([
				['stdout', head],
				['stdout', tail],
			]);
			expect(line).toMatchObject({text: 'grüße 😀'});
		}
	});

	test('bytes that are no UTF-8 become replacement characters, control bytes stay', () => {
		const bytes = Buffer.concat([Buffer.from(`${stamp} a`), Buffer.from([0xff, 0, 0x1b, 0x0a])]);
		expect(texts(join([['stdout', bytes]]))).toEqual(['a\uFFFD\u0000\u001B']);
	});

	test('an entry in one piece gives what the same bytes give without frames', () => {
		const text = fc.oneof(hostileText, fc.stringMatching(/^[ -~\r]*$/));
		const head = fc.constantFrom(`${stamp} `, `${stamp}`, '', '2026-99-22T10:11:12.123456789Z ');
		const other = fc.constantFrom('2026-11-22T10:11:12.12345678xZ ', '2026-11-22T10:11:12+01:00 ');
		fc.assert(
			fc.property(fc.oneof(head, other), text, (start, written) => {
				const bytes = Buffer.from(`${start}${written.replaceAll('\n', '')}\n`);
				expect(join([['stdout', bytes]])).toEqual(joinRaw([bytes]));
			}),
		);
	});

	test('several lines in one entry are several lines', () => {
		expect(texts(join([['stdout', `${stamp} one\ntwo\n`]]))).toEqual(['one', 'two']);
	});

	test('the last line without a newline is handed out at the end', () => {
		expect(texts(join([['stdout', `${stamp} prompt> `]]))).toEqual(['prompt> ']);
	});
});

describe('carriage returns', () => {
	test('those before the newline belong to it', () => {
		expect(texts(join([['stdout', `${stamp} windows\r\n`]]))).toEqual(['windows']);
	});

	test('the last state of a progress bar wins', () => {
		expect(texts(join([['stdout', `${stamp} 10%\r50%\r100%\r\n`]]))).toEqual(['100%']);
	});

	test('also when the states come in several entries', () => {
		const lines = join([
			['stdout', `${stamp} 10%\r`],
			['stdout', `${stamp} 20%\r30`],
			['stdout', `${stamp} %\n`],
		]);
		expect(texts(lines)).toEqual(['30%']);
	});

	test('a progress bar without end keeps only its last state', () => {
		const states: Entry[] = Array.from({length: 3000}, (_, index) => [
			'stdout',
			`${stamp} ${'#'.repeat(100)}${index}\r`,
		]);
		const [line] = join(states);
		expect(line).toMatchObject({text: `${'#'.repeat(100)}2999`});
		expect(line).not.toHaveProperty('cutBytes');
	});
});

describe('long lines', () => {
	test('more than 64 KiB is cut and counted', () => {
		const part = 'x'.repeat(16 * 1024);
		const entries: Entry[] = Array.from({length: 10}, () => ['stdout', `${stamp} ${part}`]);
		const [line] = join([...entries, ['stdout', `${stamp} \n`]]);
		expect(line).toMatchObject({text: part.repeat(4), cutBytes: 6 * 16 * 1024});
	});

	test('the cut never leaves half a character', () => {
		for (const offset of [0, 1, 2, 3]) {
			const [line] = join([['stdout', `${stamp} ${'a'.repeat(offset)}${'😀'.repeat(20_000)}\n`]]);
			expect(texts(line ? [line] : [])[0]).not.toContain('\uFFFD');
		}
	});
});

describe('the raw stream of a terminal', () => {
	const text = `${stamp} first\r\n${stamp} zweite ä\r\n${stamp} \r\n${stamp} rest`;

	test('a split at every byte changes nothing', () => {
		const bytes = Buffer.from(text);
		for (let at = 0; at <= bytes.length; at++)
			expect(joinRaw([bytes.subarray(0, at), bytes.subarray(at)])).toEqual([
				{kind: 'line', stream: 'stdout', text: 'first', stamp, atMillis},
				{kind: 'line', stream: 'stdout', text: 'zweite ä', stamp, atMillis},
				{kind: 'line', stream: 'stdout', text: '', stamp, atMillis},
				{kind: 'line', stream: 'stdout', text: 'rest', stamp, atMillis},
			]);
	});

	test('stamps inside a line above 16 KiB are removed, wherever the stream is split', () => {
		const part = 'q'.repeat(16 * 1024);
		const bytes = Buffer.from(`${stamp} ${part}${stamp} ${part}${stamp} tail\r\n`);
		fc.assert(
			fc.property(fc.array(fc.nat(bytes.length), {maxLength: 12}), cuts => {
				expect(texts(joinRaw(splitAt(bytes, cuts)))).toEqual([`${part}${part}tail`]);
			}),
			{numRuns: 30},
		);
	});

	test('any bytes in any pieces give the same lines', () => {
		const word = fc.constantFrom(`${stamp} `, 'a', '\r', '\n', ' ', '2026-', 'ä', '\u0000');
		fc.assert(
			fc.property(fc.array(word), fc.array(fc.nat(300)), (words, cuts) => {
				const bytes = Buffer.from(words.join(''));
				expect(joinRaw(splitAt(bytes, cuts))).toEqual(joinRaw([bytes]));
			}),
		);
	});
});
