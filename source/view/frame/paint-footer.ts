import type {Command} from '../../commands/command.ts';
import {commandTable} from '../../commands/command-table.ts';
import {formatChord} from '../../commands/keymap-docs.ts';
import {activeScopes} from '../../commands/scopes.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {State} from '../../store/state.ts';
import type {Paint} from '../view.ts';
import {plain, styled} from '../widgets/spans.ts';

/** The keys that work now, as many as fit; what is disabled is left out. */
export const paintFooter: Paint = ({state}, width) => {
	const line: Line[] = [[plain(' ')]];
	let room = width - 2;
	for (const command of footerCommands(state)) {
		const hint = hintSpans(command);
		const size = lineWidth(hint);
		if (size > room) continue;
		room -= size;
		line.push(hint);
	}
	return [line.flat()];
};

const footerCommands = (state: State): readonly Command[] => {
	const scopes = activeScopes(state);
	return commandTable
		.filter(({footer, scope}) => footer !== undefined && scopes.includes(scope))
		.filter(({disabled}) => disabled?.(state) === undefined)
		.toSorted((a, b) => rank(a, scopes) - rank(b, scopes));
};

/** Whoever is asked first for a key is shown first, then the order of the table. */
const rank = (command: Command, scopes: readonly string[]): number =>
	(command.scope === 'unreachable' || scopes.length === 1 ? 0 : 100) + (command.footer ?? 0);

const hintSpans = ({keys, hint, title}: Command): Line => [
	styled('info', formatChord(keys[0] ?? ''), {bold: true}),
	plain(` ${hint ?? title}  `),
];
