import fc from 'fast-check';
import {expect, test} from 'vitest';
import {jsonLines} from '../../../source/engine/ndjson.ts';
import {collect} from '../../helpers/collect.ts';
import {splitAt} from '../../helpers/frames.ts';

const chunked = async function* (chunks: readonly Uint8Array[]) {
	yield* chunks;
};

const lines = (text: string, cuts: readonly number[] = []) =>
	collect(jsonLines(chunked(splitAt(Buffer.from(text), cuts))));

const read = async (text: string, cuts?: readonly number[]): Promise<unknown[]> =>
	(await lines(text, cuts)).map(({value}) => value);

test('values come one a line, the last one also without a newline', async () => {
	expect(await read('{"a":1}\r\n\n[2]\n"ä"')).toEqual([{a: 1}, [2], 'ä']);
});

test('the text of a line is told as it came, with all digits', async () => {
	expect(await lines('{"timeNano":1795678509295973753}\n')).toMatchObject([
		{text: '{"timeNano":1795678509295973753}'},
	]);
});

test('where the chunks are cut does not matter', () =>
	fc.assert(
		fc.asyncProperty(fc.array(fc.string()), fc.array(fc.nat(400)), async (values, cuts) => {
			const text = values.map(value => `${JSON.stringify(value)}\n`).join('');
			expect(await read(text, cuts)).toEqual(values);
		}),
	));

test('a line that is not JSON rejects', async () => {
	await expect(read('{"a":1}\n<html>\n')).rejects.toMatchObject({kind: 'protocol'});
	await expect(read('{"a":')).rejects.toMatchObject({kind: 'protocol'});
});

test('a line without end rejects before it fills the memory', async () => {
	const endless = async function* () {
		for (;;) yield Buffer.alloc(1024 * 1024, 'x');
	};
	await expect(collect(jsonLines(endless()))).rejects.toMatchObject({kind: 'protocol'});
});
