import type {Line} from '../../../format/span.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import type {LogTarget} from '../../../model/logs/log-target.ts';
import {shownTarget, targetContainers} from '../../../store/logs/select-target.ts';
import type {State} from '../../../store/state.ts';
import {bold, styled} from '../../widgets/spans.ts';

/** What the lines belong to: `shop/api`, `shop/*`, `3 marked`. */
export const targetTitle = (state: State): string => {
	const target = shownTarget(state);
	return target === undefined ? 'nothing selected' : titleOf(state, target);
};

const titleOf = (state: State, target: LogTarget): string => {
	switch (target.kind) {
		case 'source': {
			const [container] = targetContainers(state, target);
			const name = state.logs.sources.get(target.source)?.name ?? 'gone';
			return container === undefined ? name : qualifiedName(container);
		}
		case 'service':
			return `${target.project}/${target.service}`;
		case 'project':
			return target.project === '' ? 'no project' : `${target.project}/*`;
		case 'chosen':
			return `${target.sources.length} containers`;
		case 'any':
			return `${target.targets.length} logs`;
		case 'all':
			return 'all containers';
	}
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
