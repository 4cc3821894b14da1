import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {frame} from '../../widgets/frame.ts';
import {bold} from '../../widgets/spans.ts';

/** A part of the screen of the machine, as lines inside of a frame. */
export interface Panel {
	readonly title: string;
	readonly right?: (view: View) => Line;
	/** As many lines as there are to show, what matters most first; at most `height` of them are seen. */
	readonly body: (view: View, width: number, height: number) => readonly Line[];
}

export const framed = (
	view: View,
	{title, right, body}: Panel,
	width: number,
	height: number,
): readonly Line[] =>
	frame({
		...{width, height, focused: false, symbols: view.symbols},
		title: [bold(title)],
		right: right?.(view) ?? [],
		body: body(view, width - 4, height - 2).map(line => [{text: ' '}, ...line]),
	});
