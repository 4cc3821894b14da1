/** What JSON lets through and a terminal acts on, draws as nothing, or reads from the right; and piles of marks. */
const harmful =
	/[\p{Cc}\p{Cf}\p{Cn}\p{Zl}\p{Zp}]|[\u115f\u1160\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|(?<=\p{M}{4})\p{M}/gu;

/**
 * JSON on one line that can be shown on any terminal and says the same: whoever parses it gets every
 * character back.
 */
export const safeJson = (
	value: unknown,
	replacer?: (name: string, value: unknown) => unknown,
): string => JSON.stringify(value, replacer).replaceAll(harmful, escaped);

const escaped = (character: string): string =>
	character
		.split('')
		.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
