import {expect, test} from 'vitest';
import {contentOf} from '../../../../source/model/files/file-content.ts';
import {cover} from '../../../../source/model/secrets.ts';

const of = (text: string) => {
	const bytes = Buffer.from(text);
	return contentOf(bytes, bytes.length);
};

test('a text is its lines', () => {
	const content = of('one\r\ntwo\n');
	expect(content).toMatchObject({kind: 'text', lines: ['one', 'two']});
	expect(content.covered).toBe(content.lines);
});

test.each([
	['PORT=1\nexport DB_PW=hunter2', ['PORT=1', `export DB_PW=${cover}`]],
	['password: hunter2', [`password: ${cover}`]],
	['url = postgres://a:hunter2@db/x', [`url = postgres://a:${cover}@db/x`]],
	['a\n-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nb', ['a', cover, 'b']],
])('secrets of %j are covered, and kept for whoever asks', (text, covered) => {
	const content = of(text);
	expect(content.covered).toEqual(covered);
	expect(content.lines.join('\n')).toBe(text);
});

test('what is no text is shown as bytes', () => {
	expect(of('\u007fELF\0\u0001 hello').lines).toEqual([
		'000000  7f 45 4c 46 00 01 20 68 65 6c 6c 6f              .ELF.. hello',
	]);
	const noise = Uint8Array.from({length: 9000}, (_, index) => 128 + (index % 100));
	const content = contentOf(noise, 1e6);
	expect(content).toMatchObject({kind: 'binary', readBytes: 9000, sizeBytes: 1e6});
	expect(content.lines).toHaveLength(256);
});

test('letters of other languages, and one that was cut, are text', () => {
	const bytes = Buffer.from('grüße 漢字 '.repeat(20));
	expect(contentOf(bytes.subarray(0, bytes.length - 2), 9999).kind).toBe('text');
});
