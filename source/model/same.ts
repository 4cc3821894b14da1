/** True where two values of plain data are made of the same: text, numbers, arrays and records. */
export const isSame = (some: unknown, other: unknown): boolean => {
	if (Object.is(some, other)) return true;
	if (typeof some !== 'object' || typeof other !== 'object' || !some || !other) return false;
	if (Array.isArray(some) || Array.isArray(other)) {
		return (
			Array.isArray(some) &&
			Array.isArray(other) &&
			some.length === other.length &&
			some.every((value, index) => isSame(value, other[index]))
		);
	}
	return isSameRecord(some as Record<string, unknown>, other as Record<string, unknown>);
};

/** True where two lists hold the same things in the same order, by identity. */
export const hasSameItems = (some: readonly unknown[], others: readonly unknown[]): boolean => {
	if (some === others) return true;
	if (some.length !== others.length) return false;
	// A loop, because every row and pane asks in every frame.
	for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return false;
	return true;
};

const isSameRecord = (
	some: Readonly<Record<string, unknown>>,
	other: Readonly<Record<string, unknown>>,
): boolean => {
	// Loops, because tens of thousands are compared with each list. Records of data inherit nothing.
	let count = 0;
	for (const name in some) {
		if (!(Object.hasOwn(other, name) && isSame(some[name], other[name]))) return false;
		count++;
	}
	for (const _ in other) count--;
	return count === 0;
};
