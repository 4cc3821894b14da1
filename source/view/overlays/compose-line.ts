import {lineWidth} from '../../format/line.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {filterOverlay} from './filter.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

const least = 12;

/** The line where a number of replicas is typed, or a command to run once. */
export const composeLineOverlay: OverlaySpec<'compose-line'> = {
	place: (view, _overlay, screen) =>
		filterOverlay.place(view, {kind: 'filter', text: '', before: ''}, screen),
	paint({symbols}, {verb, project, service, text, problem}, width) {
		const name = `${project}/${service}`;
		const words = verb === 'scale' ? ` replicas of ${name}: ` : ` run once in ${name}: `;
		const hint =
			verb === 'run-terminal'
				? 'on this terminal, such as sh '
				: 'program and arguments; no shell ';
		const label = shorten(
			[styled('accent', words, {bold: true})],
			Math.max(1, width - least),
			symbols.ellipsis,
		);
		const help =
			problem === undefined
				? styled('muted', verb === 'scale' ? '0 to 100 ' : hint)
				: styled('err', `${problem} `);
		const room = Math.max(0, width - lineWidth(label) - least);
		const right = shorten([help], room, symbols.ellipsis);
		const typed = [
			...label,
			plain(lastCells(text, width - lineWidth(label) - lineWidth(right) - 2)),
			styled('accent', '_'),
		];
		return [sides(typed, right, width, symbols.ellipsis)];
	},
};
