import {cleanText} from '../../format/sanitise.ts';
import type {Line} from '../../format/span.ts';

/** Frames, bars and charts are nothing that can be read out. */
const drawn = /[\u2500-\u259f\u2800-\u28ff]+/g;
const least = 2;

/** What is drawn, as lines of words; those of signs only are left out. */
export const wordsOf = (lines: readonly Line[]): readonly string[] =>
	lines
		.map(line => line.map(({text}) => cleanText(text)).join(''))
		.map(text => text.replaceAll(drawn, ' ').replaceAll(/\s+/g, ' ').trim())
		.filter(text => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= least);
