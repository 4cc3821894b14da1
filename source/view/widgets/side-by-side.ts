import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';

/** Blocks of lines next to each other; each block has lines of one width, the shorter ones end blank. */
export const sideBySide = (blocks: readonly (readonly Line[])[]): readonly Line[] => {
	const rows = Math.max(0, ...blocks.map(block => block.length));
	const blanks = blocks.map((block): Line => [{text: ' '.repeat(lineWidth(block[0] ?? []))}]);
	return Array.from({length: rows}, (_, row) =>
		blocks.flatMap((block, index) => block[row] ?? blanks[index] ?? []),
	);
};
