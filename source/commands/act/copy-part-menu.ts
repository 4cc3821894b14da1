import {rawText} from '../../format/raw-text.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {CopyPart} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';
import {type CopyEntry, copyParts, type NotYet} from './copy-parts.ts';
import type {MenuContent, MenuItem, OpenMenu} from './menu-item.ts';

const words: Readonly<Record<CopyPart, string>> = {
	networks: 'an address',
	ports: 'a port',
	mounts: 'a mount',
	labels: 'a label',
	env: 'a variable',
};

const keys = '123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY';
/** Shows those for which there is no letter. */
const lastKey = 'Z';

const entriesIn = (
	state: State,
	{targets, what = 'labels'}: OpenMenu,
): readonly CopyEntry[] | NotYet => {
	const [container] = stillThere(state, targets);
	return container === undefined
		? {problem: 'the container is gone'}
		: copyParts[what](state, container);
};

/** One of several things of a kind; what is secret is covered, and asked about before it is copied. */
export const copyPartMenu = (state: State, menu: OpenMenu): MenuContent => {
	const {what = 'labels', subject = 'a container'} = menu;
	const entries = entriesIn(state, menu);
	const title = `copy ${words[what]} of ${subject}`;
	if ('problem' in entries) {
		const waits: MenuItem = {
			...{key: keys[0] ?? '', title: words[what], disabled: entries.problem},
			run: () => {},
		};
		return {title, items: [waits]};
	}
	const items = [...keys].flatMap((key, index) => {
		const entry = entries[index];
		return entry === undefined ? [] : [itemOf(menu, key, entry)];
	});
	return {title, items: entries.length > keys.length ? [...items, restItem(what, entries)] : items};
};

const itemOf = (menu: OpenMenu, key: string, {id, title, text, covered}: CopyEntry): MenuItem => ({
	...{key, title, note: covered === '' ? '(empty)' : covered},
	run({effects, dispatch}) {
		// One line, as in the menu before: what a shell would run is a sign.
		if (text === covered) effects.copy(rawText(text), title.trim());
		else dispatch({type: 'overlay/opened', overlay: {...menu, menu: 'copy-secret', id, index: 0}});
	},
});

/** The tab has all of them. */
const restItem = (what: CopyPart, entries: readonly CopyEntry[]): MenuItem => ({
	...{key: lastKey, title: `${entries.length - keys.length} more …`},
	note: what === 'env' ? 'in the tab Env' : 'in the tab Config',
	run: context => openTab(context, what === 'env' ? 'env' : 'config'),
});

const openTab = ({dispatch}: CommandContext, tab: 'env' | 'config'): void => {
	dispatch({type: 'frame/view-chosen', view: 'dashboard'});
	dispatch({type: 'frame/tab-chosen', tab});
	dispatch({type: 'frame/focused', pane: 'logs'});
};

/** The one step more that a secret takes. The first entry gives nothing away. */
export const copySecretMenu = (state: State, menu: OpenMenu): MenuContent => {
	const entries = entriesIn(state, menu);
	const entry = 'problem' in entries ? undefined : entries.find(({id}) => id === menu.id);
	const title = `${menu.id ?? ''} is secret`;
	if (entry === undefined) return {title, items: []};
	const {id, text} = entry;
	return {
		title,
		items: [
			{
				...{key: 'n', title: 'copy its name', note: id},
				run: ({effects}) => effects.copy(rawText(id), 'the name'),
			},
			{
				...{key: 'y', title: 'copy the secret', note: 'into the clipboard, as it is'},
				run: ({effects}) => effects.copy(text, `the value of ${id}`),
			},
			...(menu.what === 'env' ? [revealItem(id)] : []),
		],
	};
};

const revealItem = (name: string): MenuItem => ({
	...{key: 'v', title: 'show it', note: 'for ten seconds, in the tab Env'},
	run(context) {
		openTab(context, 'env');
		context.dispatch({type: 'detail/revealed', name});
	},
});
