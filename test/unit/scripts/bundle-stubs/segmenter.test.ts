import {expect, test} from 'vitest';
import {graphemeSegmenter} from '../../../../scripts/bundle-stubs/segmenter.ts';

const real = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const parts = (
	segmenter: Pick<Intl.Segmenter, 'segment'> | typeof graphemeSegmenter,
	text: string,
) => Array.from(segmenter.segment(text), ({segment, index}) => [segment, index]);

test.each([
	'',
	'text\n',
	'\r\n',
	'\u001b[31m─red─\u001b[0m',
	'漢字',
	'🧑‍🚀',
	'e\u0301',
	'✓\ufe0f',
	'│\u0301',
])('%j is split as by the real one', text => {
	expect(parts(graphemeSegmenter, text)).toEqual(parts(real, text));
});

test('no character that is taken for one that joins nothing does so', () => {
	const characters = Array.from({length: 0x2c00}, (_, code) => String.fromCharCode(code));
	for (const character of characters) {
		const text = `a${character}b${character}`;
		expect(parts(graphemeSegmenter, text)).toEqual(parts(real, text));
	}
});
