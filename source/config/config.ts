import {known} from '../model/known.ts';
import {type HighlightRule, ruleOf} from '../model/logs/highlight-rule.ts';
import type {Settings} from './schema.ts';

/** What the user has set for good. */
export interface Config {
	readonly highlights: readonly HighlightRule[];
	/** Undefined: as many as dockmon keeps by itself. */
	readonly maxLogLines?: number;
	readonly maxLogBytes?: number;
}

export const toConfig = ({logs = {}}: Settings): Config => ({
	highlights: (logs.highlight ?? []).flatMap(({pattern, color = 'yellow', bold = false}) =>
		pattern === undefined ? [] : [ruleOf(pattern, color, bold)],
	),
	...known('maxLogLines', logs.maxLines),
	...known('maxLogBytes', logs.maxBytes),
});
