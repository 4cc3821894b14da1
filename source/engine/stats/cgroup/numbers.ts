// Digits are read from bytes, since thousands of numbers are read a second: to make text of them
// would cost more than the reading itself.

const zero = 0x30;
const nine = 0x39;

/** The number that begins at an index; undefined where no digit stands there. */
export const numberAt = (content: Buffer, start: number): number | undefined => {
	let value = 0;
	let index = start;
	for (; index < content.length; index++) {
		const digit = content[index] ?? 0;
		if (digit < zero || digit > nine) break;
		value = value * 10 + (digit - zero);
	}
	return index === start ? undefined : value;
};

/** The content of a file that holds one number; undefined for `max`. */
export const onlyNumber = (content: Buffer): number | undefined => numberAt(content, 0);

/** A name at the beginning of a line, with a number behind it. */
export const label = (name: string): Buffer => Buffer.from(`\n${name} `);

/** The number behind a `label`; undefined where no line begins so. */
export const numberAfter = (content: Buffer, name: Buffer): number | undefined => {
	const first = name.length - 1;
	if (content.length > first && name.compare(content, 0, first, 1) === 0)
		return numberAt(content, first);
	const index = content.indexOf(name);
	return index < 0 ? undefined : numberAt(content, index + name.length);
};

/** The sum of the numbers behind each place where the mark stands, such as ` Read ` or ` rbytes=`. */
export const sumAfter = (content: Buffer, mark: Buffer): number => {
	let sum = 0;
	let index = content.indexOf(mark);
	while (index >= 0) {
		sum += numberAt(content, index + mark.length) ?? 0;
		index = content.indexOf(mark, index + mark.length);
	}
	return sum;
};

/** The number behind the mark, with a point and decimals, as pressure is written: `avg10=1.25`. */
export const decimalAfter = (content: Buffer, mark: Buffer): number | undefined => {
	const index = content.indexOf(mark);
	if (index < 0) return undefined;
	const value = Number.parseFloat(
		content.toString('latin1', index + mark.length, index + mark.length + 8),
	);
	return Number.isFinite(value) ? value : undefined;
};
