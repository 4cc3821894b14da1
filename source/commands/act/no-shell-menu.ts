import {isRunning} from '../../model/container.ts';
import {refKey} from '../../model/ids.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {State} from '../../store/state.ts';
import type {TabId} from '../../store/tabs.ts';
import {showContainer} from '../show-container.ts';
import {whyNotLive} from './acted.ts';
import {askWayIn} from './ask-way-in.ts';
import type {MenuContent, MenuItem, OpenMenu} from './menu-item.ts';
import {openShellForm} from './shell-form.ts';
import {shellTarget} from './shell-target.ts';

/** What still works where the image has no shell. */
export const noShellMenu = (state: State, menu: OpenMenu): MenuContent => {
	const title = menu.targets[0]?.name ?? '';
	const [container] = stillThere(state, menu.targets);
	if (container === undefined) return {title: `${title} (gone)`, items: []};
	const reason = isRunning(container) ? whyNotLive(state) : `${title} is not running`;
	const disabled = reason === undefined ? {} : {disabled: reason};
	const noDebug = state.endpoint.isDemo ? {disabled: 'the demo engine makes no containers'} : {};
	const tab = (key: string, name: string, to: TabId, note: string): MenuItem => ({
		...{key, title: name, note},
		run(context) {
			showContainer(context, refKey(container.ref));
			context.dispatch({type: 'frame/tab-chosen', tab: to});
		},
	});
	const target = shellTarget(container);
	return {
		title: `${title} has no shell`,
		items: [
			{
				...{key: 'd', title: 'Debug container', note: 'another image, its processes and network'},
				...disabled,
				...noDebug,
				run: ({effects}) => effects.askDebug(target),
			},
			{
				...{key: 'c', title: 'Run a program', note: 'one that the image has'},
				...disabled,
				run: context => openShellForm(context, container),
			},
			{
				...{key: 'a', title: 'Attach', note: 'to its first process'},
				...disabled,
				run: context => askWayIn(context, {kind: 'attach', target}),
			},
			tab('t', 'Processes', 'processes', 'what runs in it'),
			tab('v', 'Environment', 'env', 'what it was given'),
			{
				...{key: 'f', title: 'Files', note: 'read, and copied in and out'},
				run(context) {
					showContainer(context, refKey(container.ref));
					context.dispatch({type: 'frame/view-chosen', view: 'files'});
				},
			},
		],
	};
};
