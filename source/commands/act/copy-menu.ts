import {rawText} from '../../format/raw-text.ts';
import {shellWords} from '../../format/shell-words.ts';
import type {Container} from '../../model/container.ts';
import {shortId} from '../../model/ids.ts';
import {portUrls} from '../../model/port-url.ts';
import {maskSecrets} from '../../model/secrets.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';
import type {MenuContent, MenuItem, OpenMenu} from './menu-item.ts';

/** What of a container can be copied, each with what it is now. */
export const copyMenu = (state: State, menu: OpenMenu): MenuContent => {
	const [container] = stillThere(state, menu.targets);
	return {
		title: `copy from ${menu.subject ?? 'a container'}`,
		items: container === undefined ? [] : [...factItems(state, container), envItem],
	};
};

const factItems = (state: State, container: Container): readonly MenuItem[] => {
	const {ref, name, image, command, networks} = container;
	const address = networks.flatMap(({ipAddress}) => ipAddress || []).at(0);
	const urls = portUrls(container, state.endpoint.url);
	const covered = maskSecrets(command);
	return [
		item('i', 'id', ref.id, shortId(ref.id)),
		item('n', 'name', name),
		item('a', 'ip address', address),
		item('p', 'published port', urls[0] && String(urls[0].publicPort)),
		item('w', 'address of the port', urls.find(({problem}) => problem === undefined)?.url),
		item('m', 'image', image),
		item('c', 'command', covered || undefined),
		...(covered === command ? [] : [item('C', 'command in full', command, 'with its secrets')]),
		item('e', 'docker exec', shellWords(['docker', 'exec', '-it', name, 'sh'])),
	];
};

/** Shown shorter than it is copied, where `note` is given. */
const item = (key: string, title: string, text: string | undefined, note = text): MenuItem => ({
	key,
	title: title.padEnd(20),
	...(note === undefined ? {} : {note}),
	...(text === undefined ? {disabled: 'it has none'} : {}),
	run({effects}) {
		// One line, whatever is in it: in a shell the end of a line would run what stands before it.
		if (text !== undefined) effects.copy(rawText(text), `the ${title}`);
	},
});

/** There are too many for a menu, and they may be secret: the tab shows them covered, and copies one. */
const envItem: MenuItem = {
	key: 'v',
	title: 'a variable …'.padEnd(20),
	note: 'choose it in the tab Env',
	run({dispatch}: CommandContext) {
		dispatch({type: 'frame/view-chosen', view: 'dashboard'});
		dispatch({type: 'frame/tab-chosen', tab: 'env'});
		dispatch({type: 'frame/focused', pane: 'logs'});
	},
};
