import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** `3/41`, the place of the cursor among the hits; `41+` while more is looked through. */
export const hitPosition = ({state, logs, symbols}: View): string => {
	const {held} = state.logs;
	const more = logs.isComplete ? '' : '+';
	if (logs.hitCount === 0) return logs.isComplete ? 'not found' : symbols.wait;
	const last = logs.at(logs.count - 1)?.seq ?? 0;
	// A cursor between two hits has that many at or above it.
	const place = logs.hitsBefore((held?.seq ?? last) + 1);
	return `${place}/${logs.hitCount}${more}`;
};

/** `/ timeout  3/41`; empty where nothing is looked for. */
export const searchSpans = (view: View): Line => {
	const {search} = view.state.logs;
	if (search === undefined) return [];
	const {text, problem} = search;
	return [
		styled('accent', '/ ', {bold: true}),
		plain(text),
		problem === undefined
			? styled('accent', `  ${hitPosition(view)}`)
			: styled('err', `  ${problem}`),
	];
};
