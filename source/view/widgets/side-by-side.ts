import type {Line} from '../../format/span.ts';

/** Blocks of lines next to each other; each block has lines of one width. */
export const sideBySide = (blocks: readonly (readonly Line[])[]): readonly Line[] => {
	const rows = Math.max(0, ...blocks.map(block => block.length));
	return Array.from({length: rows}, (_, row) => blocks.flatMap(block => block[row] ?? []));
};
