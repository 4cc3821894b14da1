import {qualifiedName} from '../../model/container-facts.ts';
import {portUrls} from '../../model/port-url.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import type {MenuId} from '../../store/overlay.ts';
import {selectedContainer} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {Command, CommandContext} from '../command.ts';

const whyNone = (state: State): string | undefined =>
	selectedContainer(state) === undefined ? 'no container is selected' : undefined;

const urlsOf = (state: State) => {
	const container = selectedContainer(state);
	return container === undefined ? [] : portUrls(container, state.endpoint.url);
};

const whyNoPort = (state: State): string | undefined => {
	const why = whyNone(state);
	if (why !== undefined) return why;
	const urls = urlsOf(state);
	if (urls.length === 0) return 'it has no published port';
	return urls.every(({problem}) => problem !== undefined) ? urls[0]?.problem : undefined;
};

const openMenu = ({state, dispatch}: CommandContext, menu: MenuId): void => {
	const container = selectedContainer(state);
	if (container === undefined) return;
	const targets = [actionTarget(container)];
	const subject = qualifiedName(container);
	dispatch({type: 'overlay/opened', overlay: {kind: 'menu', menu, targets, subject, index: 0}});
};

/** What of a container leaves the screen. */
export const copyCommands: readonly Command[] = [
	{
		id: 'container.copy',
		title: 'Copy id, address, port, label, variable …',
		hint: 'copy',
		keywords: 'clipboard yank ip env variable name image command mount health',
		group: 'look',
		scope: 'list',
		keys: ['y'],
		disabled: whyNone,
		run: context => openMenu(context, 'copy'),
	},
	{
		id: 'container.browse',
		title: 'Open a published port in the browser',
		hint: 'browser',
		keywords: 'web url http open port',
		group: 'act',
		scope: 'list',
		keys: ['w'],
		disabled: whyNoPort,
		run(context) {
			const urls = urlsOf(context.state).filter(({problem}) => problem === undefined);
			const [first, ...others] = urls;
			if (first !== undefined && others.length === 0) context.effects.openUrl(first.url);
			else openMenu(context, 'ports');
		},
	},
];
