import type {Line} from '../../format/span.ts';

/** Old figures: the same text, all in one weak colour. */
export const fade = (line: Line): Line =>
	line.map(span => ({...span, style: {token: 'dim' as const}}));

export const fadeIf = (isOld: boolean, line: Line): Line => (isOld ? fade(line) : line);
