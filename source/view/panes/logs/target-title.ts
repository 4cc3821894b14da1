import type {Line} from '../../../format/span.ts';
import {describeTarget} from '../../../store/logs/describe-target.ts';
import {shownTarget} from '../../../store/logs/select-target.ts';
import type {State} from '../../../store/state.ts';
import {bold, styled} from '../../widgets/spans.ts';

/** What the lines belong to: `shop/api`, `shop/*`, `3 containers`. */
export const targetTitle = (state: State): string => {
	const target = shownTarget(state);
	return target === undefined ? 'nothing selected' : describeTarget(state, target);
};

/** The title with the names of the sources and how they come together, the longest first. */
export const headTitles = (state: State): readonly Line[] => {
	const title = bold(targetTitle(state));
	const names = [...state.logs.sources.values()].map(({name}) => name);
	if (names.length < 2) return [[title]];
	const named = styled('muted', ` (${names.join(' ')})`);
	const merged = (words: string) => styled('muted', `  ${names.length} ${words}`);
	return [
		[title, named, merged('streams merged by engine time')],
		[title, named],
		[title, merged('streams merged')],
		[title, merged('streams')],
		[title],
	];
};
