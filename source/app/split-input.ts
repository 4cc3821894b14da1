/** A press, release or turn of the wheel; cells count from 0 at the top left. */
export interface MouseReport {
	readonly kind: 'mouse';
	readonly action: 'press' | 'release' | 'drag' | 'wheel-up' | 'wheel-down';
	/** `none` for the wheel. */
	readonly button: 'left' | 'middle' | 'right' | 'none';
	readonly column: number;
	readonly row: number;
	readonly shift: boolean;
	readonly alt: boolean;
	readonly ctrl: boolean;
}

/** What the terminal sent, cut into units. `text` holds raw bytes, one in each character. */
export type InputToken =
	/** One key: a character, or the sequence of a named key. */
	| {readonly kind: 'key'; readonly text: string}
	/** The pasted text without its brackets. */
	| {readonly kind: 'paste'; readonly text: string}
	| {readonly kind: 'focus'; readonly focused: boolean}
	/** To a question, ours or that of a program before: taken for keys it would do things. */
	| {readonly kind: 'answer'; readonly text: string}
	| MouseReport;

export interface SplitInput {
	readonly tokens: readonly InputToken[];
	/** The beginning of something of which more has to come; put it before the next bytes. */
	readonly rest: string;
}

export const pasteStart = '\u001B[200~';
export const pasteEnd = '\u001B[201~';

/**
 * Cuts what a terminal sent into keys, pastes, reports, and answers to questions (cursor position,
 * device attributes, colours), which may be strays of another program.
 *
 * `bytes` is a string with one byte in each character, so that a cut anywhere does no harm.
 */
export const splitInput = (bytes: string): SplitInput => {
	const tokens: InputToken[] = [];
	let index = 0;
	while (index < bytes.length) {
		const unit = unitAt(bytes, index);
		if (unit === 'unfinished') break;
		if (unit.token) tokens.push(unit.token);
		index += unit.length;
	}
	return {tokens, rest: bytes.slice(index)};
};

/** `token` is undefined for what is swallowed. */
interface Unit {
	readonly length: number;
	readonly token?: InputToken;
}

const esc = '\u001B';

const unitAt = (bytes: string, index: number): Unit | 'unfinished' => {
	if (bytes[index] !== esc) return keyOf(bytes, index, utf8Length(bytes.charCodeAt(index)));
	const next = bytes[index + 1];
	if (next === undefined) return 'unfinished';
	if (next === '[') return controlSequenceAt(bytes, index);
	if (next === 'O') return singleShiftAt(bytes, index);
	if (mayBeginString.has(next)) {
		if (index + 2 === bytes.length) return 'unfinished';
		if (stringStart.test(bytes.slice(index, index + 3))) return stringAt(bytes, index);
	}
	// Alt and a character arrive as Escape and that character.
	return keyOf(bytes, index, 1 + utf8Length(next.charCodeAt(0)));
};

const keyOf = (bytes: string, index: number, length: number): Unit | 'unfinished' => {
	const text = bytes.slice(index, index + length);
	return text.length < length ? 'unfinished' : {length, token: {kind: 'key', text}};
};

/** Bytes of the character that begins with `lead`; 1 for what can begin none. */
const utf8Length = (lead: number): number => {
	if (lead >= 0xf0 && lead < 0xf8) return 4;
	if (lead >= 0xe0 && lead < 0xf0) return 3;
	return lead >= 0xc0 && lead < 0xe0 ? 2 : 1;
};

/** Application keypad and cursor keys; with parameters where modifiers are held. */
const singleShift = /\u001BO(?:[\d;]*[@-~]|[\d;]*$)?/y;

const singleShiftAt = (bytes: string, index: number): Unit | 'unfinished' => {
	const text = matchAt(singleShift, bytes, index) ?? `${esc}O`;
	const isWhole = /[@-~]$/.test(text.slice(2));
	if (!isWhole && index + text.length === bytes.length) return 'unfinished';
	return {length: text.length, token: {kind: 'key', text}};
};

/** Linux console and PuTTY function keys, the keys with Shift of rxvt, and everything standard. */
const controlSequence = /\u001B\[(?:\[(?:[A-E]|[56]~)|[235678]\$|[0-?]*[ -/]*[@-Z\\-~])/y;
const unfinishedSequence = /\u001B\[(?:\[[56]?|[0-?]*[ -/]*)$/y;
/** The oldest mouse report: three bytes follow the sequence. */
const oldMouse = `${esc}[M`;

const controlSequenceAt = (bytes: string, index: number): Unit | 'unfinished' => {
	if (bytes.startsWith(pasteStart, index)) return pasteAt(bytes, index);
	const text = matchAt(controlSequence, bytes, index);
	if (text === oldMouse)
		return bytes.length - index < text.length + 3 ? 'unfinished' : {length: text.length + 3};
	if (text !== undefined) {
		const token = tokenOfSequence(text);
		return {length: text.length, ...(token && {token})};
	}
	// What cannot become a sequence any more is dropped up to the byte that broke it.
	return matchAt(unfinishedSequence, bytes, index) === undefined ? {length: 2} : 'unfinished';
};

const pasteAt = (bytes: string, index: number): Unit | 'unfinished' => {
	const start = index + pasteStart.length;
	const end = bytes.indexOf(pasteEnd, start);
	if (end === -1) return 'unfinished';
	return {
		length: end + pasteEnd.length - index,
		token: {kind: 'paste', text: bytes.slice(start, end)},
	};
};

const mouse = /^\u001B\[<(\d+);(\d+);(\d+)([Mm])$/;
/** Everything private, device attributes, status and cursor reports, window reports. */
const answer = /^\u001B\[(?:[<=>?].*|[\d;]*[cnt]|\d+;\d+R|.*[ -/]y)$/;

const tokenOfSequence = (text: string): InputToken | undefined => {
	if (text === `${esc}[I`) return {kind: 'focus', focused: true};
	if (text === `${esc}[O`) return {kind: 'focus', focused: false};
	const [, code, column, row, end] = mouse.exec(text) ?? [];
	if (code !== undefined)
		return mouseReport(Number(code), Number(column), Number(row), end === 'm');
	return {kind: answer.test(text) ? 'answer' : 'key', text};
};

const buttons = ['left', 'middle', 'right', 'none'] as const;
/** The sideways wheel means nothing here. */
const wheelActions = ['wheel-up', 'wheel-down'] as const;

const buttonAction = (code: number, isRelease: boolean): MouseReport['action'] => {
	if (isRelease) return 'release';
	return (code & 32) === 0 ? 'press' : 'drag';
};

/** The button codes of xterm's mode 1006. */
const mouseReport = (
	code: number,
	column: number,
	row: number,
	isRelease: boolean,
): MouseReport | undefined => {
	// Buttons beyond the wheel, which nobody means anything by here, or garbage.
	if (code >= 128) return undefined;
	const number = code & 3;
	const isWheel = (code & 64) !== 0;
	const action = isWheel ? wheelActions[number] : buttonAction(code, isRelease);
	if (action === undefined) return undefined;
	return {
		kind: 'mouse',
		action,
		button: isWheel ? 'none' : (buttons[number] ?? 'none'),
		column: column - 1,
		row: row - 1,
		shift: (code & 4) !== 0,
		alt: (code & 8) !== 0,
		ctrl: (code & 16) !== 0,
	};
};

const mayBeginString: ReadonlySet<string> = new Set([']', 'P', '_']);
/** Answers that are strings (OSC, DCS, APC) are told from Alt with a character by what follows. */
const stringStart = /^\u001B(?:\]\d|P[\d!$+>]|_G)/;
const wholeString = /\u001B[\]P_][^\u0007\u001B]*(?:\u0007|\u001B\\)/y;
const openString = /\u001B[\]P_][^\u0007\u001B]*\u001B?$/y;
const brokenString = /\u001B[\]P_][^\u0007\u001B]*/y;

const stringAt = (bytes: string, index: number): Unit | 'unfinished' => {
	const text = matchAt(wholeString, bytes, index);
	if (text !== undefined) return {length: text.length, token: {kind: 'answer', text}};
	if (matchAt(openString, bytes, index) !== undefined) return 'unfinished';
	return {length: matchAt(brokenString, bytes, index)?.length ?? 1};
};

const matchAt = (sticky: RegExp, text: string, index: number): string | undefined => {
	sticky.lastIndex = index;
	return sticky.exec(text)?.[0];
};
