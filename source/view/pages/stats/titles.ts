import {formatAge, formatDuration} from '../../../format/duration.ts';
import type {Line} from '../../../format/span.ts';
import {ageMillis, healthOf} from '../../../model/container-facts.ts';
import {shortId} from '../../../model/ids.ts';
import {comparedKeys, isComparing} from '../../../store/select-stats.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import {rowTitle} from '../../panes/detail/subject.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import {healthMark, stateMark} from '../../panes/list/marks.ts';
import type {View} from '../../view.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';

/** What the charts are of: its name, then what is known of it. */
export const titleParts = (view: View): readonly Line[] => {
	const {state, symbols} = view;
	if (isComparing(state)) {
		const count = comparedKeys(state).length;
		return [[bold(`${count} ${count === 1 ? 'container' : 'containers'} compared`)]];
	}
	const row = selectedRow(state);
	if (row === undefined) return [[bold('nothing selected')]];
	const title = bold(rowTitle(state, row));
	if (row.kind !== 'container') {
		return [[title], [plain(`${row.running} of ${row.keys.length} running`)]];
	}
	const container = selectedContainer(state);
	if (container === undefined) return [[title]];
	const age = ageMillis(container, knownEngineMillis(state));
	const isRunning = container.state === 'running';
	const since = isRunning ? formatDuration(age) : age === undefined ? '' : `${formatAge(age)} ago`;
	const health = healthOf(container).kind;
	return [
		[title],
		[stateMark(container, symbols), plain(` ${container.state} ${since}`)],
		...(isRunning && health !== 'none'
			? [[healthMark(container, symbols), plain(` ${health}`)]]
			: []),
		[styled('muted', shortId(container.ref.id))],
	];
};
