import {formatBytes} from '../../format/bytes.ts';
import {formatAge} from '../../format/duration.ts';
import type {Container} from '../../model/container.ts';
import {ageMillis, exitCode, healthOf} from '../../model/container-facts.ts';
import {refKey} from '../../model/ids.ts';
import {selectedContainer, selectedRow} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import {rowTitle, type Subject, selectedSubject} from '../panes/detail/subject.ts';
import {knownEngineMillis} from '../panes/known-millis.ts';
import {taskWord} from '../task-word.ts';
import type {View} from '../view.ts';

/** All that the row under the cursor shows, in words: `shop/api, running, healthy, CPU 62 percent`. */
export const rowSentence = (view: View): string => {
	const {state} = view;
	const row = selectedRow(state);
	if (row === undefined) return 'the list is empty';
	const container = selectedContainer(state);
	const facts =
		container === undefined
			? [row.kind === 'container' ? '' : groupWords(row)]
			: containerWords(container, state);
	return [rowTitle(state, row), ...facts, ...figures(selectedSubject(view))]
		.filter(Boolean)
		.join(', ');
};

const groupWords = ({
	running,
	keys,
	isFolded,
}: {
	readonly running: number;
	readonly keys: readonly unknown[];
	readonly isFolded: boolean;
}): string => `${running} of ${keys.length} up, ${isFolded ? 'folded' : 'open'}`;

const containerWords = (container: Container, state: State): readonly string[] => {
	const {kind} = healthOf(container);
	const code = exitCode(container);
	const age = ageMillis(container, knownEngineMillis(state));
	const task = state.tasks.get(refKey(container.ref));
	const restarts = container.details?.restartCount ?? 0;
	return [
		task === undefined ? container.state : taskWord(task),
		container.state === 'running' && kind !== 'none' ? kind : '',
		container.state === 'exited' && code !== undefined ? `exit code ${code}` : '',
		age === undefined ? '' : `for ${formatAge(age)}`,
		restarts === 0 ? '' : `${restarts} restarts`,
	];
};

const figures = ({cpuPercent, memoryUsedBytes, memoryLimitBytes}: Subject): readonly string[] => {
	const limit = memoryLimitBytes ? ` of ${formatBytes(memoryLimitBytes).trim()}` : '';
	return [
		cpuPercent === undefined ? '' : `CPU ${Math.round(cpuPercent)} percent`,
		memoryUsedBytes === undefined ? '' : `memory ${formatBytes(memoryUsedBytes).trim()}${limit}`,
	];
};
