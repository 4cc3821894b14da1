import {sayBytes} from '../../../format/bytes.ts';
import {fitLine} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import {mostReach} from '../../../store/files/files-state.ts';
import {filesContainer, selectFiles, shownFiles} from '../../../store/files/select-files.ts';
import {cursorIndex, windowTop} from '../../../store/page-cursor.ts';
import {selectedContainer} from '../../../store/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {Paint, View} from '../../view.ts';
import {cursorLine} from '../../widgets/cursor-line.ts';
import {fade} from '../../widgets/fade.ts';
import {rule} from '../../widgets/frame.ts';
import {keyDoes, keyOf} from '../../widgets/key-name.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {copyLine} from './copy-line.ts';
import {fileLine, headerLine} from './file-line.ts';
import {fileListCells, paintPeek} from './paint-peek.ts';

/** The rule, and the names of the columns. */
export const headRows = 2;

/** One folder of a container, beside it what is under the cursor, and what is being copied. */
export const paintFiles: Paint = (view, width, height) => {
	const {state} = view;
	const lines = [head(view, width), ...body(view, width, fileListRows(view, width, height) + 1)];
	const filled = Array.from({length: Math.max(0, height)}, (_, row) => lines[row] ?? []);
	const copy = copyLine(view, width);
	if (copy !== undefined && height > headRows) filled[height - 1] = copy;
	return state.connection.status === 'live' ? filled : filled.map(fade);
};

/** Rows of the list alone. */
export const fileListRows = ({state}: View, _width: number, height: number): number =>
	Math.max(1, height - headRows - (state.files.copy === undefined ? 0 : 1));

const head = (view: View, width: number): Line => {
	const {state, symbols} = view;
	const container = selectedContainer(state);
	if (container === undefined) {
		return rule({width, title: [bold('files')], right: rightOf(view), focused: true, symbols});
	}
	const name = `${cleanText(qualifiedName(container))}:`;
	const isShown = filesContainer(state) !== undefined;
	const path = cleanText(isShown ? state.files.path : '/');
	const via = isShown ? state.files.via : undefined;
	const title = [
		...[bold(name), plain(path)],
		...(via === undefined ? [] : [styled('info', `  by the link ${cleanText(via)}`)]),
	];
	return rule({width, title, right: rightOf(view), focused: true, symbols});
};

const rightOf = (view: View): Line => {
	const {state, symbols} = view;
	const {listing, viewed, following, reach, wish, answered} = state.files;
	const wait = (text: string): Line => [styled('info', `${symbols.wait} ${text}`)];
	if (viewed !== undefined && viewed.content === undefined)
		return wait(`reading ${cleanText(viewed.path)}`);
	if (following !== undefined) return wait(`following ${cleanText(following)}`);
	if (listing.status !== 'ready' || filesContainer(state) === undefined) return [];
	if (reach > 1 && wish !== answered) return wait('reading on');
	const {whyIncomplete} = listing.value;
	if (whyIncomplete === undefined) return [styled('muted', sumWords(state))];
	const more = reach < mostReach ? keyDoes(view, 'files.read-on', 'reads on') : '';
	return [
		styled('warn', whyIncomplete),
		...(more === '' ? [] : [plain('  '), styled('info', more)]),
	];
};

/** `3 folders, 12 files of 4.2 MB, 1 link, 2 hidden` */
const sumWords = (state: State): string => {
	const {sum, hidden} = shownFiles(state);
	const {folders, files, links, others, bytes} = sum;
	const of = (count: number, one: string, many = `${one}s`): readonly string[] =>
		count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
	const size = bytes === undefined || files === 0 ? '' : ` of ${sayBytes(bytes)}`;
	return [
		...of(folders, 'folder'),
		...of(files, 'file').map(text => text + size),
		...of(links, 'link'),
		...of(others, 'device or pipe', 'devices or pipes'),
		...(hidden === 0 ? [] : [`${hidden} hidden`]),
	].join(', ');
};

const body = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const {listing, path} = state.files;
	if (selectedContainer(state) === undefined)
		return sentence(
			`These are the files of one container: select one in the list${keyText(view)}.`,
			width,
		);
	if (filesContainer(state) === undefined || listing.status === 'loading')
		return [[], [styled('muted', ` ${symbols.wait} reading ${cleanText(path)}`)]];
	if (listing.status === 'failed') {
		const {message, hint} = listing.failure;
		const again = keyDoes(view, 'files.refresh', 'reads it again');
		const text = [message, hint, again].filter(Boolean).join('. ');
		return sentence(cleanText(text), width, 'err');
	}
	if (selectFiles(state).length === 0 && listing.value.entries.length > 0)
		return sentence(
			`All that is here begins with a dot. ${keyDoes(view, 'files.hidden', 'shows it')}`,
			width,
		);
	if (listing.value.entries.length === 0)
		return sentence(
			`This folder is empty. ${keyDoes(view, 'files.copy-in', 'copies something into it')}`,
			width,
		);
	const cells = fileListCells(width);
	const list = rows(view, cells, height);
	if (cells === width) return list;
	const filled = Array.from({length: height}, (_, row) => fitLine(list[row] ?? [], cells));
	return sideBySide([filled, paintPeek(view, width - cells, height)]);
};

const keyText = (view: View): string => {
	const key = keyOf(view, 'view.dashboard');
	return key === undefined ? '' : ` (${key})`;
};

const sentence = (
	text: string,
	width: number,
	token: 'muted' | 'err' = 'muted',
): readonly Line[] => [
	[],
	...wrapWords(text, Math.max(1, width - 2)).map((line): Line => [styled(token, ` ${line}`)]),
];

const rows = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const all = selectFiles(state);
	const {files: place} = state.places;
	const shown = Math.max(0, height - 1);
	const top = windowTop(all, place, shown);
	const selected = place === undefined ? 0 : cursorIndex(all, place);
	return [
		headerLine(view, width),
		...all
			.slice(top, top + shown)
			.map((row, index) =>
				cursorLine(fileLine(view, row, width - 1), top + index === selected, width, symbols),
			),
	];
};
