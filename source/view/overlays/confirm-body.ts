import {lineWidth} from '../../format/line.ts';
import {shellWords} from '../../format/shell-words.ts';
import type {Line} from '../../format/span.ts';
import type {ClientsAsked} from '../../store/act/clients-asked.ts';
import type {Confirm} from '../../store/overlay.ts';
import type {View} from '../view.ts';
import {bold, plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';

/** Corners, and a line and a blank on each side of the title. */
const titleEdges = 6;
/** More of a command than can be read is for copying. */
const mostCommandLines = 2;

export const titleFits = ({title}: Confirm, width: number): boolean =>
	lineWidth([plain(title)]) <= width - titleEdges;

/** The question in the edge, or its first word where there is no room for it; then the body has all of it. */
export const titleInEdge = (confirm: Confirm, width: number): Line => [
	bold(titleFits(confirm, width) ? confirm.title : confirm.title.replace(/ .*/s, '?')),
];

/** The whole question where the edge has no room for it; a target must never be guessed. */
export const questionLines = (confirm: Confirm, width: number): readonly Line[] =>
	titleFits(confirm, width + 2)
		? []
		: wrapWords(confirm.title, width - 2).map((text): Line => [bold(` ${text}`)]);

interface BodyPlace {
	readonly width: number;
	readonly height: number;
	/** Below everything, whatever the height. */
	readonly answer: readonly Line[];
}

/**
 * The question and the answers whatever the height, then what follows from it, then the names of what
 * it is about, of which only so many are left out as do not fit, and last what would do the same.
 */
export const questionBody = (
	view: View,
	confirm: Confirm,
	{width, height, answer}: BodyPlace,
): readonly Line[] => {
	const question = questionLines(confirm, width);
	const {lines, named: count = 0} = confirm;
	const named = lines
		.slice(0, count)
		.map(text => shorten(toLine(text), width - 1, view.symbols.ellipsis));
	const sentences = [
		...lines.slice(count).flatMap(text => wrapWords(text, width - 2)),
		...clientsLines(view, confirm, width - 2),
	];
	const room = Math.max(0, height - question.length - answer.length);
	const after = [...sentences.map(toLine), []].slice(0, room);
	const left = room - after.length;
	const commands = commandLines(confirm, width);
	const hasCommands = named.length + commands.length + 1 <= left;
	const names = someOf(named, left);
	const same: readonly Line[] = hasCommands ? [...commands, []] : [];
	return [...question, ...names, ...after, ...same, ...answer].slice(-Math.max(1, height));
};

interface Asking {
	readonly clients?: ClientsAsked;
}

/** Who is connected, or that it is looked for: as many lines, so that nothing moves when it comes. */
export const clientsLines = (
	{symbols}: View,
	{clients}: Asking,
	width: number,
): readonly string[] => {
	if (clients === undefined) return [];
	const lines = wrapWords(clients.sentence ?? `${symbols.wait} looking who is connected`, width);
	const reserved = Math.ceil(usualClients / Math.max(1, width));
	return Array.from({length: Math.max(reserved, lines.length)}, (_, row) => lines[row] ?? '');
};

/** The width at which it takes one line, known or not. */
export const leastForClients = ({clients}: Asking): number =>
	clients === undefined ? 0 : usualClients + 2;

/** Cells of what is told of two that are connected; what is longer goes on in the next line. */
const usualClients = 74;

const someOf = (named: readonly Line[], room: number): readonly Line[] => {
	if (named.length <= room) return named;
	const kept = named.slice(0, Math.max(0, room - 1));
	return room <= 0 ? [] : [...kept, toLine(`and ${named.length - kept.length} more`)];
};

const toLine = (text: string): Line => [plain(` ${text}`)];

const commandLines = ({commands = []}: Confirm, width: number): readonly Line[] =>
	commands
		.flatMap(argv => wrapWords(shellWords(argv), width - 2))
		.slice(0, mostCommandLines)
		.map((text): Line => [styled('muted', ` ${text}`)]);
