import type {Command, Keymap} from '../../commands/command.ts';
import {activeScopes} from '../../commands/scopes.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {State} from '../../store/state.ts';
import {pages} from '../pages/index.ts';
import type {Paint} from '../view.ts';
import {keyName} from '../widgets/key-name.ts';
import {clickable, plain, styled} from '../widgets/spans.ts';
import {lostKind} from './paint-lost.ts';

/** The keys that work now, as many as fit; what is disabled is left out, and help never. */
export const paintFooter: Paint = ({state, symbols, keymap}, width) => {
	const commands = footerCommands(state, keymap);
	const hints = commands.map(command => hintSpans(command, symbols));
	const help = commands.findIndex(({id}) => id === 'help.open');
	let room = width - 1 - lineWidth(hints[help] ?? []);
	const shown = hints.filter((hint, index) => {
		if (index === help) return true;
		const size = lineWidth(hint);
		if (size > room) return false;
		room -= size;
		return true;
	});
	return [[plain(' '), ...shown.flat()]];
};

/** Where nothing is known there is nothing to act on. */
const always: ReadonlySet<string> = new Set(['help.open', 'program.quit']);

const footerCommands = (state: State, keymap: Keymap): readonly Command[] => {
	const scopes = activeScopes(state);
	const isNotice = lostKind(state) === 'notice';
	return keymap.commands
		.filter(({footer, scope}) => footer !== undefined && scopes.includes(scope))
		.filter(({keys}) => keys.length > 0)
		.filter(({scope, id}) => !isNotice || scope === 'unreachable' || always.has(id))
		.filter(({needsTarget}) => !needsTarget || showsTarget(state))
		.filter(({disabled}) => disabled?.(state, keymap) === undefined)
		.toSorted((a, b) => rank(a, scopes) - rank(b, scopes));
};

const showsTarget = ({frame: {view, overlays}}: State): boolean =>
	view === 'dashboard' || overlays.length > 0 || pages[view].showsTarget;

/** Whoever is asked first for a key is shown first, then the order of the table. */
const rank = (command: Command, scopes: readonly string[]): number =>
	(command.scope === 'unreachable' || scopes.length === 1 ? 0 : 100) + (command.footer ?? 0);

const hintSpans = ({id, keys, hint, title}: Command, symbols: Symbols): Line =>
	clickable(id, [
		styled('info', keyName(keys[0] ?? '', symbols), {bold: true}),
		plain(` ${hint ?? title}  `),
	]);
