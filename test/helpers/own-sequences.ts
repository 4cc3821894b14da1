/**
 * What dockmon itself sends to a terminal while it shows its panes, by exact pattern and place. Whoever
 * adds a sequence to the program adds it here, and nothing wider than it.
 */
const colour = '(?:5;\\d{1,3}|2(?:;\\d{1,3}){3})';
const foreground = `(?:;3[0-7]|;9[0-7]|;38;${colour})`;
const background = `(?:;4[0-7]|;10[0-7]|;48;${colour})`;

/** Within an update: all begin at a reset, and have neither blink (5, 6) nor conceal (8). */
const style = `\\[0(?:;[1-47]){0,5}${foreground}?${background}?m`;
const place = '\\[\\d{1,4};\\d{1,4}H';
const restOfRow = '\\[K';
const inUpdate = new RegExp(`\\u001b(?:${[style, place, restOfRow].join('|')})`, 'gu');

/**
 * Between updates: into the alternate screen, no cursor, reports of pasting, of the focus and of the mouse,
 * and a text for the clipboard.
 */
const betweenUpdates =
	/\u001b\[\?(?:1049h|25l|2004h|1004h|100[06][hl])|\u001b\]52;c;[\w+/]*={0,2}\u0007/gu;

/** The last one may be on its way. */
const update = /\u001b\[\?2026h(.*?)(?:\u001b\[\?2026l|$)/gsu;

/** Drawn as nothing, or by turning the direction of text, or no character at all. */
const invisible = [
	...['\\p{Cc}', '\\p{Cf}', '\\p{Cs}', '\\p{Zl}', '\\p{Zp}'],
	...['\\u115f', '\\u1160', '\\u3164', '\\uffa0', '[\\ufdd0-\\ufdef]', '\\ufffe', '\\uffff'],
	...['\\u{1fffe}', '\\u{1ffff}', '\\u034f', '[\\ufe00-\\ufe0f]', '[\\u{e0000}-\\u{e0fff}]'],
];
/** More of them than the gate lets through. */
const marks = '\\p{M}{5,}';
const foreign = new RegExp([...invisible, marks].join('|'), 'gu');

const shown = (text: string, index: number): string =>
	JSON.stringify(text.slice(index, index + 24));

/** The background and the width of a line of a frame, once each at the start. */
const questions = ['\u001b]11;?\u001b\\', '\u001b[2;1H│\u001b[6n'];

/** The output as if dockmon had asked the terminal nothing; a second question of its own stays. */
export const withoutQuestions = (written: string): string =>
	questions.reduce((rest, question) => rest.replace(question, ''), written);

/**
 * What in a program's output to a terminal, while it runs, is neither text at a place that it chose nor
 * one of its own sequences; each with what follows it.
 */
export const foreignIn = (all: string): readonly string[] => {
	const written = withoutQuestions(all);
	const updates = [...written.matchAll(update)].map(([, content = '']) => content);
	// What ours are replaced by is text, so that nothing is joined over the gap.
	const inside = updates.map(content => content.replaceAll(inUpdate, '¤'));
	const outside = written.replaceAll(update, '').replaceAll(betweenUpdates, '');
	return [
		...inside.flatMap(text => [...text.matchAll(foreign)].map(({index}) => shown(text, index))),
		...(outside === '' ? [] : [`outside an update: ${shown(outside, 0)}`]),
	];
};

/** The same of what was written line by line, without a screen: tables, sentences, messages. */
export const foreignInLines = (written: string): readonly string[] => {
	const text = written.replaceAll(/\r?\n/g, '¤');
	return [...text.matchAll(foreign)].map(({index}) => shown(text, index));
};
