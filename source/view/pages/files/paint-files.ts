import {sayBytes} from '../../../format/bytes.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import {filesContainer, selectFiles} from '../../../store/files/select-files.ts';
import {cursorIndex, windowTop} from '../../../store/page-cursor.ts';
import {selectedContainer} from '../../../store/select-target.ts';
import type {Paint, View} from '../../view.ts';
import {cursorLine} from '../../widgets/cursor-line.ts';
import {fade} from '../../widgets/fade.ts';
import {rule} from '../../widgets/frame.ts';
import {keyDoes, keyOf} from '../../widgets/key-name.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {copyLine} from './copy-line.ts';
import {fileLine, headerLine} from './file-line.ts';

/** The rule, and the names of the columns. */
export const headRows = 2;

/** One folder of a container, and what is being copied. */
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
	const name = container === undefined ? '' : `${cleanText(qualifiedName(container))}:`;
	const path = cleanText(filesContainer(state) === undefined ? '/' : state.files.path);
	const title = container === undefined ? [bold('files')] : [bold(name), plain(path)];
	return rule({width, title, right: rightOf(view), focused: true, symbols});
};

const rightOf = ({state, symbols}: View): Line => {
	const {listing, viewed} = state.files;
	if (viewed !== undefined && viewed.content === undefined)
		return [styled('info', `${symbols.wait} reading ${cleanText(viewed.path)}`)];
	if (listing.status !== 'ready' || filesContainer(state) === undefined) return [];
	const {entries, whyIncomplete} = listing.value;
	if (whyIncomplete !== undefined) return [styled('warn', whyIncomplete)];
	const bytes = entries.reduce(
		(sum, {kind, sizeBytes = 0}) => (kind === 'file' ? sum + sizeBytes : sum),
		0,
	);
	const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
	return [styled('muted', `${count}, ${sayBytes(bytes)} in files`)];
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
	if (listing.value.entries.length === 0)
		return sentence(
			`This folder is empty. ${keyDoes(view, 'files.copy-in', 'copies something into it')}`,
			width,
		);
	return rows(view, width, height);
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
		headerLine(width),
		...all
			.slice(top, top + shown)
			.map((row, index) =>
				cursorLine(fileLine(view, row, width - 1), top + index === selected, width, symbols),
			),
	];
};
