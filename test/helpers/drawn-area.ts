import {fitLine} from '../../source/format/line.ts';
import {cleanText} from '../../source/format/sanitise.ts';
import type {Line, Span, Token} from '../../source/format/span.ts';
import {type Area, layout, pageLayout} from '../../source/view/frame/layout.ts';
import {paintArea} from '../../source/view/frame/paint-area.ts';
import type {Scene} from './view-states.ts';

/** Lines of a pane, asked about as a reader of the screen would. */
export class Drawn {
	readonly lines: readonly Line[];
	readonly width: number;
	readonly height: number;

	constructor(lines: readonly Line[], width: number, height: number) {
		this.lines = lines;
		this.width = width;
		this.height = height;
	}

	/** As it is painted: cleaned, cut and without blanks at the ends. */
	get texts(): readonly string[] {
		return this.lines.map(line => textOf(fitLine(line, this.width)).trimEnd());
	}

	get text(): string {
		return this.texts.join('\n');
	}

	/** The first line that holds this text; fails when there is none. */
	lineWith(text: string): Line {
		const line = this.lines.find(each => textOf(each).includes(text));
		if (line === undefined) throw new Error(`${text} is not in\n${this.text}`);
		return line;
	}

	textWith(text: string): string {
		return textOf(this.lineWith(text)).trimEnd();
	}

	/** What the first piece of the screen with this text means. */
	tokenOf(text: string): Token | undefined {
		return this.spanOf(text).style?.token;
	}

	spanOf(text: string): Span {
		const span = this.lines.flat().find(each => each.text.includes(text));
		if (span === undefined) throw new Error(`${text} is not one piece of\n${this.text}`);
		return span;
	}
}

const textOf = (line: Line): string => line.map(span => cleanText(span.text)).join('');

/** An area of the screen as it is at this size; fails where the layout has none. */
export const drawArea = (
	scene: Scene,
	area: Area,
	columns: number,
	rows: number,
	isAscii = false,
): Drawn => {
	const {view, zoomed, focus, sizes} = scene.state.frame;
	const isList = view === 'dashboard';
	const place = isList
		? layout(columns, rows, zoomed ? focus : undefined, sizes)
		: pageLayout(columns, rows);
	const rect = place[area];
	if (rect === undefined) throw new Error(`A screen of ${columns} by ${rows} has no ${area}.`);
	const {width, height} = rect;
	const shown = scene.view(columns, rows, isAscii);
	return new Drawn(paintArea(shown, area, width, height), width, height);
};
