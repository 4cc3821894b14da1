import {fitLine, lineWidth} from '../../format/line.ts';
import type {Line, Span, Style, Token} from '../../format/span.ts';

export const plain = (text: string): Span => ({text});

export const styled = (token: Token, text: string, style: Omit<Style, 'token'> = {}): Span => ({
	text,
	style: {token, ...style},
});

export const bold = (text: string): Span => ({text, style: {bold: true}});

/** Left part and right part at the two ends of `width` cells; the left one gives way. */
export const sides = (left: Line, right: Line, width: number, ellipsis: string): Line => {
	const rightWidth = Math.min(width, lineWidth(right));
	return [
		...fitLine(left, Math.max(0, width - rightWidth), 'left', ellipsis),
		...fitLine(right, rightWidth, 'right', ellipsis),
	];
};

/** A label in muted and what it stands for; two spaces part it from the next. */
export const labelled = (label: string, value: string | Span): Line => [
	styled('muted', `${label} `),
	typeof value === 'string' ? plain(value) : value,
	plain('  '),
];
