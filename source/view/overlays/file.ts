import {sayBytes} from '../../format/bytes.ts';
import {cleanText} from '../../format/sanitise.ts';
import type {Line} from '../../format/span.ts';
import type {FileContent} from '../../model/files/file-content.ts';
import {nameOf} from '../../model/files/file-entry.ts';
import type {ViewedFile} from '../../store/files/files-state.ts';
import type {State} from '../../store/state.ts';
import {shownSpans} from '../panes/tabs/env.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import {wrapExact} from '../widgets/wrap.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const widest = 140;

/** What is in a file, secrets covered. */
export const fileOverlay: OverlaySpec<'file'> = {
	place: (_view, _overlay, screen) =>
		centred(screen, Math.min(widest, screen.columns - 4), screen.rows - 4),
	length: (view, width) => linesOf(view, width - 2).length,
	paint(view, {top}, width, height) {
		const {symbols, state} = view;
		const {viewed} = state.files;
		const lines = linesOf(view, width - 4);
		const {body, footer} = scrolled(lines, top, Math.max(1, height - 2), symbols);
		return frame({
			...{width, height, symbols, focused: true},
			footer: footer.length > 0 ? footer : [],
			title: [
				bold(cleanText(viewed?.path ?? 'no file')),
				...linkSpans(viewed),
				...factSpans(view, viewed),
			],
			right: [styled('muted', keyDoes(view, 'file.close', 'closes'))],
			body: body.map((line): Line => [plain(' '), ...line]),
		});
	},
};

/** Which link led to it. */
const linkSpans = (viewed: ViewedFile | undefined): Line =>
	viewed?.via === undefined
		? []
		: [styled('info', `  by the link ${cleanText(nameOf(viewed.via))}`)];

const factSpans = (view: View, viewed: ViewedFile | undefined): Line => {
	const {content} = viewed ?? {};
	if (content === undefined) return [];
	const {kind, readBytes, sizeBytes, lines, covered} = content;
	const hidden = covered.filter((line, index) => line !== lines[index]).length;
	const shown = shownSpans(view);
	return [
		styled('muted', `  ${sayBytes(sizeBytes)}`),
		...(kind === 'binary' ? [styled('info', '  binary: its first bytes')] : []),
		...(readBytes < sizeBytes && kind === 'text'
			? [styled('warn', `  only the first ${sayBytes(readBytes)}`)]
			: []),
		...(shown.length > 0
			? [plain('  '), ...shown]
			: hidden > 0
				? [styled('muted', `  ${hidden} ${hidden === 1 ? 'line' : 'lines'} covered`)]
				: []),
	];
};

const isOpen = ({detail, files}: State): boolean =>
	detail.revealed !== undefined && detail.revealed.name === `file ${files.viewed?.path ?? ''}`;

/** It may be thousands of lines, and what is below it goes on changing. */
let latest:
	| {
			readonly content: FileContent;
			readonly width: number;
			readonly isOpen: boolean;
			readonly isAscii: boolean;
			readonly lines: readonly Line[];
	  }
	| undefined;

const linesOf = ({state, symbols}: View, width: number): readonly Line[] => {
	const {content} = state.files.viewed ?? {};
	if (content === undefined) return [[styled('muted', 'nothing was read')]];
	const isShown = isOpen(state);
	const isAscii = symbols.chart === 'ascii';
	if (
		latest?.content !== content ||
		latest.width !== width ||
		latest.isOpen !== isShown ||
		latest.isAscii !== isAscii
	) {
		const texts = isShown ? content.lines : content.covered;
		const lines = texts.flatMap((text, index): readonly Line[] => {
			const token = isShown && text !== content.covered[index] ? 'warn' : undefined;
			const tabbed = text.replaceAll('\t', '    ');
			const parts = tabbed === '' ? [''] : wrapExact(tabbed, Math.max(1, width), isAscii);
			return parts.map((part): Line => [token === undefined ? plain(part) : styled(token, part)]);
		});
		latest = {content, width, isOpen: isShown, isAscii, lines};
	}
	return content.sizeBytes === 0 ? [[styled('muted', 'the file is empty')]] : latest.lines;
};
