type Part = Pick<Intl.SegmentData, 'segment' | 'index'>;

/** No character of these blocks joins another one; a carriage return alone does, with the line feed. */
const joinsNothing = /^[\0-\u000c\u000e-\u02ff\u2010-\u2027\u2190-\u2bff]*$/;

let real: Intl.Segmenter | undefined;

/**
 * Stands in for the segmenters that Ink and its packages make while they are loaded: the first one in a process
 * takes 15 ms, and what is split with it is nearly always a frame of letters, lines and blocks.
 */
export const graphemeSegmenter = {
	segment(text: string): Iterable<Part> {
		if (joinsNothing.test(text)) return Array.from(text, (segment, index) => ({segment, index}));
		real ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
		return real.segment(text);
	},
};
