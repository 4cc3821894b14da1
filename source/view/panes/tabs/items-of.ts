import type {Line} from '../../../format/span.ts';
import type {TabBody} from './tab.ts';

/** A body of items of one line or several. */
export const itemsOf = (items: readonly (readonly Line[])[]): Required<Omit<TabBody, 'head'>> => {
	const starts: number[] = [];
	const lines: Line[] = [];
	for (const item of items) {
		starts.push(lines.length);
		lines.push(...item);
	}
	return {lines, items: starts};
};
