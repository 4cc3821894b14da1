import {sayBytes} from '../../../format/bytes.ts';
import {cleanText, enoughFor} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import {formatStamp} from '../../../format/stamp.ts';
import type {FileContent} from '../../../model/files/file-content.ts';
import {type FileKind, modeText, pathIn} from '../../../model/files/file-entry.ts';
import {type FileRow, peekPath, selectedFile} from '../../../store/files/select-files.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {keyDoes} from '../../widgets/key-name.ts';
import {bold, plain, shorten, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {fileLine} from './file-line.ts';

/** Narrower, names and what they are called have no room beside each other. */
const leastCells = 110;
const listShare = 0.5;
/** Wider, the eye would not find the size of a name, and a text has use for the room. */
const mostListCells = 84;
const gap = 2;

/** Cells of the list: all of them where nothing stands beside it. */
export const fileListCells = (width: number): number =>
	width < leastCells ? width : Math.min(mostListCells, Math.floor(width * listShare));

/** What is known of the file under the cursor, and what it begins with: beside the list. */
export const paintPeek = (view: View, width: number, height: number): readonly Line[] => {
	const file = selectedFile(view.state);
	if (file === undefined) return [];
	const cells = width - gap;
	const head = rule({
		...{width: cells, focused: false, symbols: view.symbols},
		title: [plain(cleanText(file.name))],
		right: [styled('muted', kindWords[file.kind])],
	});
	const facts = [head, ...factLines(view, file, cells)];
	const lines = [...facts, ...insideLines(view, file, cells, height - facts.length)];
	return lines.slice(0, height).map(line => [plain(' '.repeat(gap)), ...line]);
};

const kindWords: Readonly<Record<FileKind, string>> = {
	...{folder: 'folder', file: 'file', link: 'link'},
	...{'hard link': 'another name of a file', other: 'device, pipe or socket'},
};

const labelCells = 9;

const factLines = (view: View, file: FileRow, width: number): readonly Line[] => {
	const {symbols, zoneOffsetMinutes} = view;
	const {kind, sizeBytes, mode, owner, modifiedMillis, linkTarget} = file;
	const isFile = kind === 'file' || kind === 'hard link';
	const changed =
		modifiedMillis === undefined ? undefined : formatStamp(modifiedMillis, zoneOffsetMinutes);
	const facts: readonly (readonly [string, string | undefined])[] = [
		['size', isFile && sizeBytes !== undefined ? sayBytes(sizeBytes) : undefined],
		[
			'mode',
			mode === undefined ? undefined : `${modeText(mode)}  ${mode.toString(8).padStart(4, '0')}`,
		],
		['owner', owner],
		// A file tells seconds at most.
		['changed', changed?.replace(/\.\d+/, '')],
		['leads to', kind === 'link' ? (linkTarget ?? symbols.unknown) : undefined],
	];
	return facts.flatMap(([label, value]): readonly Line[] => {
		if (value === undefined) return [];
		const line = [styled('muted', ` ${label.padEnd(labelCells)}`), plain(cleanText(value))];
		return [shorten(line, width, symbols.ellipsis)];
	});
};

const insideLines = (view: View, file: FileRow, width: number, rows: number): readonly Line[] => {
	if (rows < 2) return [];
	switch (file.kind) {
		case 'folder':
			return folderLines(view, file, width, rows);
		case 'link':
			return words(keyDoes(view, 'file.open', 'follows it'), width);
		case 'other':
			return [];
		default:
			return contentLines(view, file, width, rows);
	}
};

/** Of a folder that was open before what was seen there; nothing is asked for. */
const folderLines = (view: View, file: FileRow, width: number, rows: number): readonly Line[] => {
	const {files} = view.state;
	const entries = files.known.get(pathIn(files.path, file.name));
	if (entries === undefined) return words(keyDoes(view, 'file.open', 'shows what is in it'), width);
	const shown = entries.filter(({name}) => !(files.hidesDots && name.startsWith('.')));
	return [
		inside(view, width, [styled('muted', `${shown.length}, when it was open`)]),
		...shown
			.slice(0, rows - 1)
			.map((entry): Line => [plain(' '), ...fileLine(view, {...entry, id: entry.name}, width - 1)]),
	];
};

const contentLines = (view: View, file: FileRow, width: number, rows: number): readonly Line[] => {
	const path = peekPath(view.state);
	if (path === undefined) return file.sizeBytes === 0 ? words('it is empty', width) : [];
	const peek = view.state.files.peeks.get(path);
	if (peek === undefined) return [inside(view, width, [styled('muted', view.symbols.wait)])];
	if (peek.status === 'failed') return words(peek.message, width);
	const {content} = peek;
	return [
		inside(view, width, extentOf(content)),
		...content.covered.slice(0, rows - 1).map((text): Line => {
			const line = [plain(' '), plain(enoughFor(text.replaceAll('\t', '    '), width))];
			return shorten(line, width, view.symbols.ellipsis);
		}),
	];
};

const extentOf = ({kind, readBytes, sizeBytes, lines, covered}: FileContent): Line => {
	if (kind === 'binary') return [styled('info', 'binary: its first bytes')];
	const hidden = covered.filter((line, index) => line !== lines[index]).length;
	return [
		...(hidden === 0
			? []
			: [styled('muted', `${hidden} ${hidden === 1 ? 'line' : 'lines'} covered  `)]),
		...(readBytes < sizeBytes
			? [styled('muted', `the first ${sayBytes(readBytes)}`)]
			: [styled('muted', `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`)]),
	];
};

const inside = ({symbols}: View, width: number, right: Line): Line =>
	rule({width, focused: false, symbols, title: [bold('what is in it')], right});

const words = (text: string, width: number): readonly Line[] => [
	[],
	...wrapWords(cleanText(text), Math.max(1, width - 2)).map(
		(line): Line => [styled('muted', ` ${line}`)],
	),
];
