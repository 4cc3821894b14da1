import {portUrls} from '../../model/port-url.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {State} from '../../store/state.ts';
import type {MenuContent, OpenMenu} from './menu-item.ts';

/** One of several published ports, to be opened in the browser. */
export const portMenu = (state: State, menu: OpenMenu): MenuContent => {
	const [container] = stillThere(state, menu.targets);
	const urls = container === undefined ? [] : portUrls(container, state.endpoint.url);
	return {
		title: `open a port of ${menu.subject ?? 'a container'}`,
		items: [...letters].flatMap((key, index) => {
			const found = urls[index];
			if (found === undefined) return [];
			const {url, port, problem} = found;
			return [
				{
					key,
					title: url.padEnd(34),
					note: `port ${port.privatePort} inside`,
					...(problem === undefined ? {} : {disabled: problem}),
					run: ({effects}) => effects.openUrl(url),
				},
			];
		}),
	};
};

const letters = '123456789abcdefghi';
