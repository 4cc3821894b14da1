import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line, Span, Style, Token} from '../../format/span.ts';

export const plain = (text: string): Span => ({text});

export const styled = (token: Token, text: string, style: Omit<Style, 'token'> = {}): Span => ({
	text,
	style: {token, ...style},
});

export const bold = (text: string): Span => ({text, style: {bold: true}});

/** What can be clicked: the id of a command, or what the pane knows it as. */
export const clickable = (click: string, line: Line): Line => line.map(span => ({...span, click}));

/** What the line says of a click on this cell. */
export const clickAt = (line: Line | undefined, x: number): string | undefined => {
	let right = 0;
	return line?.find(span => {
		right += lineWidth([span]);
		return x < right;
	})?.click;
};

/** The line in at most `width` cells; not padded. */
export const shorten = (line: Line, width: number, ellipsis: string): Line =>
	lineWidth(line) <= width ? line : fitLine(line, width, 'left', ellipsis);

/** Left part and right part at the two ends of `width` cells, apart; the left one gives way. */
export const sides = (left: Line, right: Line, width: number, ellipsis: string): Line => {
	const rightWidth = Math.min(width, lineWidth(right));
	const room = Math.max(0, width - rightWidth);
	const gap = rightWidth > 0 ? Math.min(1, room) : 0;
	return [
		...fitLine(left, room - gap, 'left', ellipsis),
		plain(' '.repeat(gap)),
		...fitLine(right, rightWidth, 'right', ellipsis),
	];
};

/** A label in muted and what it stands for. */
export const labelled = (label: string, value: string): Line => [
	styled('muted', `${label} `),
	plain(value),
];
