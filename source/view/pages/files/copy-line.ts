import {sayBytes} from '../../../format/bytes.ts';
import {bar} from '../../../format/chart.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {plain, sides, styled} from '../../widgets/spans.ts';

const barCells = 20;
const leastForBar = 70;

/** How far a copy is; undefined where there is none. */
export const copyLine = (view: View, width: number): Line | undefined => {
	const {state, symbols} = view;
	const {copy} = state.files;
	if (copy === undefined) return undefined;
	const {bytes, files, totalBytes, direction, from, to} = copy;
	const of = totalBytes === undefined ? '' : ` of ${sayBytes(totalBytes)}`;
	const done = `${sayBytes(bytes)}${of}${files > 1 ? `, ${files} files` : ''}`;
	const share = totalBytes ? Math.min(1, bytes / totalBytes) : undefined;
	const filled =
		share === undefined || width < leastForBar
			? []
			: [styled('accent', bar(share, barCells, symbols)), plain(' ')];
	const key = keyOf(view, 'files.cancel');
	return sides(
		[
			styled('info', ` ${symbols.wait} ${direction === 'out' ? 'copying out' : 'copying in'} `),
			...filled,
			plain(`${done}  `),
			styled('muted', `${cleanText(from)} ${symbols.arrow} ${cleanText(to)}`),
		],
		key === undefined ? [] : [styled('info', key, {bold: true}), plain(' cancels ')],
		width,
		symbols.ellipsis,
	);
};
