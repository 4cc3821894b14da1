import type {Line} from '../../../format/span.ts';
import {selectedMeasured} from '../../../store/select-target.ts';
import type {View} from '../../view.ts';
import {drawCpu, drawDisk, drawMemory, drawNetwork, type SubjectPaint} from './paint-charts.ts';
import {type Subject, selectedSubject} from './subject.ts';

/** Rows of a chart that tells anything, and of one that tells no more by being higher. */
const leastChart = 7;
const mostChart = 12;

/** What matters most first; what an engine does not tell has no chart. */
const drawn = (subject: Subject): readonly SubjectPaint[] => {
	const {netRxPerSecond, blockReadPerSecond, blockWritePerSecond} = subject;
	const hasDisk = blockReadPerSecond !== undefined || blockWritePerSecond !== undefined;
	return [
		...[drawCpu, drawMemory],
		...(netRxPerSecond === undefined ? [] : [drawNetwork]),
		...(hasDisk ? [drawDisk] : []),
	];
};

/** What the selection used, one chart below the other, as many as there is room for; none where nothing was measured. */
export const chartsBelow = (view: View, width: number, height: number): readonly Line[] => {
	const isMeasured = selectedMeasured(view.state).some(
		key => view.history.container(key, 'cpu') !== undefined,
	);
	if (height < leastChart || !isMeasured) return [];
	const subject = selectedSubject(view);
	const draws = drawn(subject);
	const count = Math.min(draws.length, Math.floor(height / leastChart));
	const rows = Math.min(mostChart, Math.floor(height / count));
	return draws.slice(0, count).flatMap(draw => draw(view, subject, width, rows));
};
