/** One step of a key script: bytes to type, a pause, or a new size. */
export type KeyStep =
	| {readonly kind: 'type'; readonly bytes: string}
	| {readonly kind: 'wait'; readonly seconds: number}
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number};

const namedKeys: Readonly<Record<string, string>> = {
	enter: '\r',
	esc: '\u{1B}',
	tab: '\t',
	'shift+tab': '\u{1B}[Z',
	backspace: '\u{7F}',
	space: ' ',
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	home: '\u{1B}[H',
	end: '\u{1B}[F',
	pageup: '\u{1B}[5~',
	pagedown: '\u{1B}[6~',
	lt: '<',
};

const namedStep = (name: string): KeyStep => {
	const bytes = namedKeys[name];
	if (bytes !== undefined) return {kind: 'type', bytes};
	const control = /^ctrl\+([a-z])$/u.exec(name)?.[1];
	if (control !== undefined) {
		return {kind: 'type', bytes: String.fromCodePoint((control.codePointAt(0) ?? 0) - 96)};
	}
	const seconds = /^wait ([\d.]+)$/u.exec(name)?.[1];
	if (seconds !== undefined) return {kind: 'wait', seconds: Number(seconds)};
	const size = /^resize (\d+)x(\d+)$/u.exec(name);
	if (size) return {kind: 'resize', columns: Number(size[1]), rows: Number(size[2])};
	throw new Error(`unknown key <${name}>; known: ${Object.keys(namedKeys).join(', ')}`);
};

/**
 * Steps of a script such as `jj<enter><wait 1>/web<resize 80x24><ctrl+c>`: every character is a key
 * of its own, names stand in angle brackets, and `<lt>` is the bracket itself.
 */
export const parseKeys = (script: string): readonly KeyStep[] =>
	[...script.matchAll(/<([^>]+)>|./gsu)].map(match =>
		match[1] === undefined ? {kind: 'type', bytes: match[0]} : namedStep(match[1]),
	);
