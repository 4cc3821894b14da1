import {formatSeconds} from '../../format/duration.ts';
import {styledSpans} from '../../format/sanitise.ts';
import {wrapLine} from '../../format/slice-line.ts';
import type {Line} from '../../format/span.ts';
import {type ProgramState, sayEnd} from '../../store/program.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, clickable, plain, shorten, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

/** The command that was run stands above what it wrote. */
const headLines = 1;

/** It stays as it is while lines come. */
const size = {columns: 120, rows: 24} as const;

/** What a command of the user's own writes, as it comes. */
export const outputOverlay: OverlaySpec<'output'> = {
	place: (_view, _overlay, screen) =>
		centred(
			screen,
			Math.min(size.columns, screen.columns - 4),
			Math.min(size.rows, screen.rows - 4),
		),
	length: (view, width) => outputLines(view.state.program, width - 2).length + headLines,
	paint(view, {top}, width, height) {
		const {state, symbols} = view;
		const {program} = state;
		const lines = outputLines(program, width - 4);
		const {body, footer} = scrolled(lines, top, Math.max(1, height - 2 - headLines), symbols);
		const run = program === undefined ? '' : `$ ${program.text}`;
		return frame({
			...{width, height, footer, symbols, focused: true},
			title: [bold(program?.name ?? 'output'), ...endSpans(view)],
			right: clickable('output.close', [styled('muted', keyDoes(view, 'output.close', 'closes'))]),
			body: [
				shorten([styled('muted', ` ${run}`)], width - 2, symbols.ellipsis),
				...body.map((line): Line => [plain(' '), ...line]),
			],
		});
	},
};

const endSpans = (view: View): Line => {
	const {state, symbols} = view;
	const {program} = state;
	if (program === undefined) return [];
	const {end, endedAtMillis = state.nowMillis, startedAtMillis} = program;
	const took = formatSeconds(Math.max(0, endedAtMillis - startedAtMillis));
	if (end === undefined) return [styled('warn', `  ${symbols.wait} running ${took}`)];
	const isWell = end.kind === 'exited' && end.code === 0;
	const sign = isWell ? symbols.healthy : symbols.failed;
	return [
		styled(isWell ? 'ok' : 'err', `  ${sign} ${sayEnd(end)}`),
		styled('muted', ` after ${took}`),
	];
};

const outputLines = (program: ProgramState | undefined, width: number): readonly Line[] => {
	if (program === undefined) return [];
	const {output, dropped} = program;
	const lines = output.flatMap(piece => wrapped(piece, width));
	if (dropped > 0) {
		return [
			[styled('warn', `${dropped.toLocaleString('en')} lines before are not kept`)],
			...lines,
		];
	}
	return lines.length > 0 ? lines : [[styled('muted', whyNothing(program))]];
};

const whyNothing = ({end}: ProgramState): string =>
	end === undefined ? 'no output yet' : 'it wrote nothing';

/** Each piece is laid out once at a width. */
const wrapped = (piece: readonly string[], width: number): readonly Line[] => {
	const known = layouts.get(piece);
	if (known?.width === width) return known.lines;
	const lines = piece.flatMap(text => wrapLine(styledSpans(text), width, width));
	layouts.set(piece, {width, lines});
	return lines;
};

const layouts = new WeakMap<
	readonly string[],
	{readonly width: number; readonly lines: readonly Line[]}
>();
