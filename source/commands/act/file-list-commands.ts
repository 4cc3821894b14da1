import {qualifiedName} from '../../model/container-facts.ts';
import {completePath, typedPath} from '../../model/files/complete-path.ts';
import {type FileOrder, fileSorts} from '../../model/files/sort-files.ts';
import {refKey} from '../../model/ids.ts';
import {mostReach} from '../../store/files/files-state.ts';
import {filesContainer} from '../../store/files/select-files.ts';
import type {State} from '../../store/state.ts';
import type {Command, CommandContext} from '../command.ts';
import {topOverlay} from '../top-overlay.ts';

const whyNoFolder = (state: State): string | undefined => {
	if (filesContainer(state) === undefined) return 'no container is selected';
	return state.connection.status === 'live' ? undefined : 'the engine does not answer';
};

/** What is typed begins with where one is; a second slash begins at the root. */
const openPath = ({state, dispatch}: CommandContext): void => {
	const container = filesContainer(state);
	if (container === undefined) return;
	const {path} = state.files;
	const text = path === '/' ? path : `${path}/`;
	const [key, name] = [refKey(container.ref), qualifiedName(container)];
	dispatch({type: 'overlay/opened', overlay: {kind: 'path', text, key, name}});
};

const complete = (context: CommandContext): void => {
	const overlay = topOverlay(context, 'path');
	if (overlay === undefined) return;
	const {known} = context.state.files;
	const {text} = completePath(overlay.text, folder => known.get(folder));
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, text}});
};

const goTo = (context: CommandContext): void => {
	const overlay = topOverlay(context, 'path');
	const {state, dispatch} = context;
	const typed = overlay?.text.trim();
	if (overlay === undefined || !typed) return;
	dispatch({type: 'overlay/closed'});
	const {key} = overlay;
	// Another one is selected by now.
	if (state.files.key !== key) return;
	dispatch({type: 'files/wanted', key, path: typedPath(typed)});
};

const sayOrder = ({sort, isReversed}: FileOrder): string =>
	({
		name: isReversed ? 'by name, Z first' : 'by name',
		size: isReversed ? 'by size, smallest first' : 'by size, largest first',
		time: isReversed ? 'by time, oldest first' : 'by time, newest first',
	})[sort];

const sortBy = ({dispatch, nowMillis: atMillis}: CommandContext, order: FileOrder): void => {
	dispatch({type: 'files/sorted', order});
	dispatch({type: 'message/added', level: 'info', text: `files ${sayOrder(order)}`, atMillis});
};

/** How the list of a folder is looked at. */
export const fileListCommands: readonly Command[] = [
	{
		id: 'files.go-to',
		title: 'Go to a path that is typed',
		hint: 'go to',
		group: 'look',
		keywords: 'cd chdir jump type folder directory',
		scope: 'files',
		keys: ['/'],
		footer: 8,
		disabled: whyNoFolder,
		run: openPath,
	},
	{
		id: 'files.sort',
		title: 'Sort files by name, size or time',
		hint: 'sort',
		group: 'look',
		scope: 'files',
		keys: ['o'],
		footer: 13,
		disabled: whyNoFolder,
		run(context) {
			const {sort} = context.state.files.order;
			const next = fileSorts[(fileSorts.indexOf(sort) + 1) % fileSorts.length] ?? 'name';
			sortBy(context, {sort: next, isReversed: false});
		},
	},
	{
		id: 'files.reverse',
		title: 'Reverse the order of files',
		group: 'look',
		scope: 'files',
		keys: ['O'],
		disabled: whyNoFolder,
		run(context) {
			const {sort, isReversed} = context.state.files.order;
			sortBy(context, {sort, isReversed: !isReversed});
		},
	},
	{
		id: 'files.hidden',
		title: 'Hide or show what begins with a dot',
		hint: 'dot files',
		group: 'look',
		keywords: 'hidden dotfiles',
		scope: 'files',
		keys: ['.'],
		footer: 14,
		disabled: whyNoFolder,
		run: ({dispatch}) => dispatch({type: 'files/dots-turned'}),
	},
	{
		id: 'files.read-on',
		title: 'Read on where a folder was cut short',
		hint: 'read on',
		group: 'look',
		keywords: 'more incomplete',
		scope: 'files',
		keys: ['+'],
		footer: 9,
		disabled(state) {
			const why = whyNoFolder(state);
			if (why !== undefined) return why;
			const {listing, reach, wish, answered} = state.files;
			if (listing.status !== 'ready' || listing.value.whyIncomplete === undefined)
				return 'all of it was read';
			if (wish !== answered) return 'it is being read';
			return reach < mostReach ? undefined : 'it was read as far as it goes';
		},
		run: ({dispatch}) => dispatch({type: 'files/read-on'}),
	},
	{
		id: 'path.go',
		title: 'Go there',
		hint: 'go there',
		group: 'look',
		scope: 'path',
		keys: ['enter'],
		footer: 10,
		run: goTo,
	},
	{
		id: 'path.complete',
		title: 'Complete the path, as far as is known what is there',
		hint: 'complete',
		group: 'look',
		scope: 'path',
		keys: ['tab', 'right'],
		footer: 11,
		run: complete,
	},
	{
		id: 'path.cancel',
		title: 'Stay where it is',
		hint: 'cancel',
		group: 'look',
		scope: 'path',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
