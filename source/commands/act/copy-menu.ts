import {rawText} from '../../format/raw-text.ts';
import {shellWords} from '../../format/shell-words.ts';
import type {Container} from '../../model/container.ts';
import {shortId} from '../../model/ids.ts';
import {portUrls} from '../../model/port-url.ts';
import {maskSecrets} from '../../model/secrets.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {CopyPart} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import {copyParts, healthCommand} from './copy-parts.ts';
import type {MenuContent, MenuItem, OpenMenu} from './menu-item.ts';

/** What of a container can be copied, each with what it is now. */
export const copyMenu = (state: State, menu: OpenMenu): MenuContent => {
	const [container] = stillThere(state, menu.targets);
	return {
		title: `copy from ${menu.subject ?? 'a container'}`,
		items: container === undefined ? [] : factItems(state, container, menu),
	};
};

const factItems = (state: State, container: Container, menu: OpenMenu): readonly MenuItem[] => {
	const {ref, name, image, command} = container;
	const urls = portUrls(container, state.endpoint.url);
	const part = partItem(state, container, menu);
	return [
		item('i', 'id', ref.id, shortId(ref.id)),
		item('n', 'name', name),
		part('a', 'ip address', 'networks'),
		part('p', 'published port', 'ports'),
		item('w', 'address of the port', urls.find(({problem}) => problem === undefined)?.url),
		item('m', 'image', image),
		...secretItems('c', 'command', command),
		...healthItems(healthCommand(state, container)),
		part('M', 'mount', 'mounts'),
		part('l', 'label', 'labels'),
		part('v', 'variable', 'env'),
		item('e', 'docker exec', shellWords(['docker', 'exec', '-it', name, 'sh'])),
	];
};

const healthItems = (command: ReturnType<typeof healthCommand>): readonly MenuItem[] =>
	typeof command === 'object'
		? [{...item('h', 'health command', undefined), disabled: command.problem}]
		: secretItems('h', 'health command', command);

/** Covered, and below that, where it holds a secret, in full. */
const secretItems = (key: string, title: string, text: string | undefined): readonly MenuItem[] => {
	const covered = text === undefined ? undefined : maskSecrets(text);
	return [
		item(key, title, covered || undefined),
		...(covered === text
			? []
			: [item(key.toUpperCase(), `${title} in full`, text, 'with its secrets')]),
	];
};

/** Of one thing what it is; of several, and of what may be secret, a menu of its own. */
const partItem =
	(state: State, container: Container, menu: OpenMenu) =>
	(key: string, title: string, what: CopyPart): MenuItem => {
		const entries = copyParts[what](state, container);
		const [only, another] = 'problem' in entries ? [] : entries;
		if (only !== undefined && another === undefined && only.text === only.covered)
			return item(
				key,
				title,
				only.text,
				`${only.text}  ${what === 'networks' ? only.title : ''}`.trim(),
			);
		const isNone = !('problem' in entries) && only === undefined;
		return {
			...{
				key,
				title: isNone ? title : `${title} …`,
				note: 'problem' in entries ? '' : countOf(entries.length),
			},
			...(isNone ? {disabled: 'it has none'} : {}),
			run: ({dispatch}) =>
				dispatch({type: 'overlay/opened', overlay: {...menu, menu: 'copy-part', what, index: 0}}),
		};
	};

const countOf = (count: number): string => (count === 1 ? 'choose it' : `choose one of ${count}`);

/** Shown shorter than it is copied, where `note` is given. */
const item = (key: string, title: string, text: string | undefined, note = text): MenuItem => ({
	...{key, title},
	...(note === undefined ? {} : {note}),
	...(text === undefined ? {disabled: 'it has none'} : {}),
	run({effects}) {
		// One line, whatever is in it: in a shell the end of a line would run what stands before it.
		if (text !== undefined) effects.copy(rawText(text), `the ${title}`);
	},
});
