import {formatBytes} from '../../../format/bytes.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import {refKey} from '../../../model/ids.ts';
import type {HeadingRow} from '../../../store/select-rows.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import type {Paint, View} from '../../view.ts';
import {frame} from '../../widgets/frame.ts';
import {bold, labelled, plain, styled} from '../../widgets/spans.ts';
import {healthMark, stateMark} from '../list/marks.ts';
import {containerFacts} from './facts.ts';

/** Facts of the selected container, or what a heading adds up to, in a frame. */
export const paintDetail: Paint = (view, width, height) =>
	frame({
		width,
		height,
		title: [bold('detail')],
		body: detailLines(view, width - 2).slice(0, Math.max(0, height - 2)),
		focused: false,
		symbols: view.symbols,
	});

export const detailLines = (view: View, width: number): readonly Line[] => {
	const {state, symbols} = view;
	const container = selectedContainer(state);
	if (container) return containerFacts(container, symbols, state.nowMillis, width);
	const row = selectedRow(state);
	return row === undefined || row.kind === 'container' ? [] : headingFacts(view, row);
};

const headingFacts = (view: View, row: HeadingRow): readonly Line[] => {
	const {state, symbols} = view;
	return [
		[
			bold(`${row.kind} ${row.name}`),
			plain(`  ${row.running} of ${row.containers.length} running`),
		],
		...row.containers.map((container): Line => {
			const usage = state.usages.get(refKey(container.ref));
			return [
				stateMark(container, symbols),
				plain(' '),
				healthMark(container, symbols),
				...labelled('', container.name),
				styled(
					'muted',
					`${formatPercent(usage?.cpuPercent)}% ${formatBytes(usage?.sample.memoryUsedBytes)}`,
				),
			];
		}),
	];
};
