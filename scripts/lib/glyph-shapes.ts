export interface CellBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const rect = (x: number, y: number, width: number, height: number): string =>
	`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Bit, column and row of the eight dots of a braille character, in the order of Unicode's bits. */
const dots = [
	[0x01, 0, 0],
	[0x02, 0, 1],
	[0x04, 0, 2],
	[0x08, 1, 0],
	[0x10, 1, 1],
	[0x20, 1, 2],
	[0x40, 0, 3],
	[0x80, 1, 3],
] as const;

const braille = (bits: number, {x, y, width, height}: CellBox): string => {
	const size = width / 3.6;
	return dots
		.filter(([bit]) => (bits & bit) !== 0)
		.map(([, column, row]) => {
			const centerX = x + ((2 * column + 1) * width) / 4;
			const centerY = y + ((2 * row + 1) * height) / 8;
			return rect(centerX - size / 2, centerY - size / 2, size, size);
		})
		.join('');
};

const block = (code: number, {x, y, width, height}: CellBox): string | undefined => {
	if (code === 0x2580) return rect(x, y, width, height / 2);
	if (code === 0x2590) return rect(x + width / 2, y, width / 2, height);
	if (code >= 0x2581 && code <= 0x2588) {
		const part = ((code - 0x2580) * height) / 8;
		return rect(x, y + height - part, width, part);
	}
	if (code >= 0x2589 && code <= 0x258f) return rect(x, y, ((0x2590 - code) * width) / 8, height);
	return undefined;
};

/**
 * SVG path of a character that terminals draw themselves, so that bars and charts have no seams and
 * need no font (DejaVu Sans Mono has no braille); undefined for every other character.
 */
export const glyphShape = (character: string, box: CellBox): string | undefined => {
	const code = character.codePointAt(0) ?? 0;
	return code >= 0x2800 && code <= 0x28ff ? braille(code - 0x2800, box) : block(code, box);
};
