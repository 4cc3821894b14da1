import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line, Span, Style} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';

export interface RuleOptions {
	readonly width: number;
	readonly title: Line;
	readonly right?: Line;
	/** The keys go here: accent edge and bold title. */
	readonly focused: boolean;
	readonly symbols: Symbols;
}

export interface FrameOptions extends RuleOptions {
	readonly height: number;
	/** In the bottom edge, at the right: a position, a range. */
	readonly footer?: Line;
	/** Cut or filled to the inside, which is two cells narrower and two rows lower. */
	readonly body: readonly Line[];
	/** Most lines of the body are the very ones of the picture before, so that their frames are kept. */
	readonly isSteady?: boolean;
}

/**
 * A line with a title that heads a pane of foreign text, where side borders could be broken by it.
 * Exactly `width` cells.
 */
export const rule = (options: RuleOptions): Line => edge(options, '', '');

/** Exactly `height` lines of `width` cells with a rounded border. */
export const frame = (options: FrameOptions): readonly Line[] => {
	const {height, body, symbols} = options;
	if (height <= 0) return [];
	const inside = Array.from({length: Math.max(0, height - 2)}, (_, row): Line => {
		const content = body[row] ?? empty;
		return options.isSteady ? keptLine(content, options) : framedLine(content, options);
	});
	const top = edge(options, symbols.topLeft, symbols.topRight);
	return height === 1 ? [top] : [top, ...inside, bottomEdge(options)];
};

const empty: Line = [];

const framedLine = (content: Line, {width, focused, symbols}: FrameOptions): Line => {
	const border: Span = {text: symbols.vertical, style: borderStyle(focused)};
	const whole = [border, ...fitLine(content, width - 2), border];
	return width < 2 ? fitLine(whole, width) : whole;
};

/** A line that was framed in this way before is the same one. */
const keptLine = (content: Line, options: FrameOptions): Line => {
	const {width, focused, symbols} = options;
	const known = framed.get(content);
	if (known?.width === width && known.focused === focused && known.symbols === symbols) {
		return known.line;
	}
	const line = framedLine(content, options);
	framed.set(content, {width, focused, symbols, line});
	return line;
};

const framed = new WeakMap<
	Line,
	Pick<FrameOptions, 'width' | 'focused' | 'symbols'> & {readonly line: Line}
>();

const borderStyle = (focused: boolean): Style =>
	focused ? {token: 'accent', bold: true} : {token: 'dim'};

const isEmpty = (line: Line): boolean => lineWidth(line) === 0;

/** `╭─ title ──── right ─╮`; the right part goes first where there is no room. */
const edge = (options: RuleOptions, start: string, end: string): Line => {
	const {width, title, right = [], focused, symbols} = options;
	const {horizontal, ellipsis} = symbols;
	const border = (text: string): Span => ({text, style: borderStyle(focused)});
	const around = (line: Line): Line => (isEmpty(line) ? [] : [{text: ' '}, ...line, {text: ' '}]);
	const outside = lineWidth([{text: start + end}]) + 2;
	const room = width - outside;
	const heading = around(title.map(span => withBold(span, focused)));
	const value = around(right);
	const shown = lineWidth(heading) + lineWidth(value) <= room ? value : [];
	const free = room - lineWidth(shown);
	const left =
		lineWidth(heading) > free ? fitLine(heading, Math.max(0, free), 'left', ellipsis) : heading;
	const line = [
		border(start + horizontal),
		...left,
		border(horizontal.repeat(Math.max(0, free - lineWidth(left)))),
		...shown,
		border(horizontal + end),
	];
	return fitLine(line, width);
};

/** Bold says where the keys go, so that a title has it only then. */
const withBold = ({style: {bold: _, ...style} = {}, ...span}: Span, focused: boolean): Span => ({
	...span,
	style: focused ? {...style, bold: true} : style,
});

/** `╰──────╴1-11 of 40╶─╯` */
const bottomEdge = ({width, footer = [], focused, symbols}: FrameOptions): Line => {
	const {horizontal, bottomLeft, bottomRight, edgeEnds} = symbols;
	const border = (text: string): Span => ({text, style: borderStyle(focused)});
	const room = width - 3;
	const value = isEmpty(footer) ? [] : [border(edgeEnds[0]), ...footer, border(edgeEnds[1])];
	const shown = lineWidth(value) <= room ? value : [];
	const line = [
		border(bottomLeft + horizontal.repeat(Math.max(0, room - lineWidth(shown)))),
		...shown,
		border(horizontal + bottomRight),
	];
	return fitLine(line, width);
};
