import {rawText} from '../../format/raw-text.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {folderOf, pathIn} from '../../model/files/file-entry.ts';
import {type ContainerKey, refKey} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {
	type FileRow,
	filesContainer,
	selectedFile,
	selectFiles,
} from '../../store/files/select-files.ts';
import {selectedContainer} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {Command, CommandContext} from '../command.ts';
import {closing} from '../overlay-commands.ts';
import {pageMoves} from '../page-moves.ts';
import {topOverlay} from '../top-overlay.ts';
import {fileListCommands} from './file-list-commands.ts';

/** Of the secrets of a file that is shown, by the name that the seconds are counted under. */
const revealName = (state: State): string => `file ${state.files.viewed?.path ?? ''}`;

const whyNone = (state: State): string | undefined => {
	if (selectedContainer(state) === undefined) return 'no container is selected';
	if (state.connection.status !== 'live') return 'the engine does not answer';
	return selectedFile(state) === undefined ? 'there is nothing here' : undefined;
};

const whyNoFolder = (state: State): string | undefined => {
	if (filesContainer(state) === undefined) return 'no container is selected';
	if (state.connection.status !== 'live') return 'the engine does not answer';
	return state.files.copy === undefined ? undefined : 'another copy is under way';
};

const whyNoCopy = (state: State): string | undefined => whyNone(state) ?? whyNoFolder(state);

/** What the cursor stands on, with its path and whose it is. */
const target = ({
	state,
}: CommandContext):
	| {readonly key: ContainerKey; readonly row: FileRow; readonly path: string}
	| undefined => {
	const container = filesContainer(state);
	const row = selectedFile(state);
	if (container === undefined || row === undefined) return undefined;
	return {key: refKey(container.ref), row, path: pathIn(state.files.path, row.name)};
};

/** Into a folder, to where a link leads, or a look into a file. */
const open = (context: CommandContext): void => {
	const found = target(context);
	if (found === undefined) return;
	const {key, row, path} = found;
	const {dispatch, nowMillis} = context;
	if (row.kind === 'folder') dispatch({type: 'files/wanted', key, path});
	else if (row.kind === 'file' || row.kind === 'hard link') dispatch({type: 'file/wanted', path});
	else if (row.kind === 'link') dispatch({type: 'link/wanted', path});
	else {
		const text = `${path} is no file with a content`;
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	}
};

const wish = ({state, dispatch}: CommandContext, path: string, via?: string): void => {
	const container = selectedContainer(state);
	if (container === undefined) return;
	dispatch({type: 'files/wanted', key: refKey(container.ref), path, ...known('via', via)});
};

export const fileCommands: readonly Command[] = [
	...pageMoves('files', selectFiles),
	...fileListCommands,
	{
		id: 'files.open',
		title: 'Files of the container',
		hint: 'files',
		group: 'look',
		keywords: 'browse folder directory copy cp download upload',
		scope: 'list',
		keys: ['F'],
		disabled: state =>
			selectedContainer(state) === undefined ? 'no container is selected' : undefined,
		run: ({dispatch}) => dispatch({type: 'frame/view-chosen', view: 'files'}),
	},
	{
		id: 'file.open',
		title: 'Into the folder, or look into the file',
		hint: 'open',
		group: 'look',
		scope: 'files',
		keys: ['enter', 'right'],
		footer: 6,
		disabled: whyNone,
		run: open,
	},
	{
		id: 'files.parent',
		title: 'To the folder above',
		hint: 'up',
		group: 'look',
		scope: 'files',
		keys: ['left'],
		footer: 7,
		disabled: ({files}) => (files.path === '/' ? 'nothing is above it' : undefined),
		run: context => wish(context, folderOf(context.state.files.path)),
	},
	{
		id: 'files.refresh',
		title: 'Read the folder again',
		hint: 'read again',
		group: 'look',
		scope: 'files',
		keys: ['R'],
		footer: 18,
		disabled: state =>
			selectedContainer(state) === undefined ? 'no container is selected' : undefined,
		run: context => wish(context, context.state.files.path, context.state.files.via),
	},
	{
		id: 'file.copy-out',
		title: 'Copy the file or folder into the current directory',
		hint: 'copy out',
		group: 'act',
		keywords: 'download export cp',
		scope: 'files',
		keys: ['c'],
		footer: 10,
		disabled: whyNoCopy,
		run(context) {
			const found = target(context);
			if (found !== undefined) context.effects.copyOut(found.key, found.path);
		},
	},
	{
		id: 'files.copy-in',
		writes: true,
		title: 'Copy a file or folder of this machine into the folder',
		hint: 'copy in',
		group: 'act',
		keywords: 'upload import cp put',
		scope: 'files',
		keys: ['u'],
		footer: 11,
		disabled: whyNoFolder,
		run({state, dispatch}) {
			const container = filesContainer(state);
			if (container === undefined) return;
			const [key, name] = [refKey(container.ref), qualifiedName(container)];
			const overlay = {kind: 'put', text: '', key, name, folder: state.files.path} as const;
			dispatch({type: 'overlay/opened', overlay});
		},
	},
	{
		id: 'files.cancel',
		title: 'Cancel the copy',
		hint: 'cancel',
		group: 'act',
		scope: 'files',
		keys: ['X'],
		footer: 12,
		disabled: ({files}) => (files.copy === undefined ? 'nothing is being copied' : undefined),
		run: ({effects}) => effects.cancelCopy(),
	},
	{
		id: 'file.path',
		title: 'Copy the path',
		hint: 'path',
		group: 'look',
		scope: 'files',
		keys: ['y'],
		footer: 17,
		disabled: whyNone,
		run(context) {
			const found = target(context);
			// One line: in a shell the end of a line would run what stands before it.
			if (found !== undefined) context.effects.copy(rawText(found.path), 'the path');
		},
	},
	{
		id: 'put.go',
		writes: true,
		title: 'Copy it into the folder',
		hint: 'copy in',
		group: 'act',
		scope: 'put',
		keys: ['enter'],
		footer: 10,
		needsTarget: true,
		acts: true,
		run(context) {
			const put = topOverlay(context, 'put');
			const from = put?.text.trim();
			if (put === undefined || !from) return;
			context.dispatch({type: 'overlay/closed'});
			context.effects.askCopyIn({key: put.key, from, folder: put.folder});
		},
	},
	{
		id: 'put.cancel',
		title: 'Copy nothing',
		hint: 'cancel',
		group: 'act',
		scope: 'put',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		id: 'file.reveal',
		title: 'Show the secrets of the file for ten seconds, or cover them',
		hint: 'secrets',
		group: 'look',
		scope: 'file',
		keys: ['v'],
		footer: 12,
		disabled({files: {viewed}}) {
			const {lines, covered} = viewed?.content ?? {};
			return lines === covered ? 'nothing in it is covered' : undefined;
		},
		run({state, dispatch}) {
			const name = revealName(state);
			const isShown = state.detail.revealed?.name === name;
			dispatch(isShown ? {type: 'detail/revealed'} : {type: 'detail/revealed', name});
		},
	},
	{
		...closing('file', ['escape', 'q', 'enter', 'left']),
		run({dispatch}) {
			dispatch({type: 'detail/revealed'});
			dispatch({type: 'overlay/closed'});
			dispatch({type: 'file/left'});
		},
	},
];
