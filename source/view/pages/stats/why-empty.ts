import {helpingKey} from '../../../commands/keymap.ts';
import {isRunning} from '../../../model/container.ts';
import type {ContainerKey} from '../../../model/ids.ts';
import type {History} from '../../../store/history.ts';
import {comparedKeys, isComparing} from '../../../store/select-stats.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import {rowTitle} from '../../panes/detail/subject.ts';
import type {View} from '../../view.ts';

/** Sought anew only when another one was measured: a heading may stand for thousands that have stopped. */
const hasPast = (history: History, keys: readonly ContainerKey[]): boolean => {
	const {measured} = history;
	const isKnown = latest?.measured === measured && latest.keys === keys;
	if (!isKnown) {
		const found = keys.some(key => history.container(key, 'cpu') !== undefined);
		latest = {measured, keys, found};
	}
	return latest?.found === true;
};

let latest:
	| {
			readonly measured: readonly ContainerKey[];
			readonly keys: readonly ContainerKey[];
			readonly found: boolean;
	  }
	| undefined;

const startStop = 'container.start-stop';

/** Why there is nothing to draw, and which key helps; undefined where there is something. */
export const whyEmpty = ({state, history, keymap}: View): string | undefined => {
	const helps = (id: string, does: string): string => helpingKey(keymap, id, does);
	if (isComparing(state)) {
		return hasPast(history, comparedKeys(state))
			? undefined
			: `none of the marked containers was measured yet${helps('stats.compare', 'shows the selection')}`;
	}
	const row = selectedRow(state);
	if (row === undefined) {
		return state.containers.status === 'loading'
			? 'the containers are being listed'
			: `no container is selected${helps('view.dashboard', 'shows the list')}`;
	}
	const keys = row.kind === 'container' ? [row.id] : row.keys;
	if (hasPast(history, keys)) return undefined;
	const name = rowTitle(state, row);
	if (row.kind !== 'container') {
		return row.measured.length > 0
			? `the first figures of ${name} are on their way`
			: `no container of ${name} runs, and none was measured before${helps(startStop, 'starts them')}`;
	}
	const container = selectedContainer(state);
	if (container !== undefined && isRunning(container)) {
		return `the first figures of ${name} are on their way`;
	}
	if (container?.state === 'restarting') return `${name} is restarting and was not measured before`;
	return `${name} is ${container?.state ?? 'gone'} and was not measured before${helps(startStop, 'starts it')}`;
};
