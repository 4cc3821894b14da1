import type {Command, Scope} from './command.ts';

/** Works in every scope: there is always a way out. */
const alwaysIds: ReadonlySet<string> = new Set([
	'program.interrupt',
	'program.suspend',
	'screen.repaint',
]);

/** The command that a chord means where these scopes are active; the first scope wins. */
export const resolveKey = (
	table: readonly Command[],
	scopes: readonly Scope[],
	chord: string,
): Command | undefined => {
	for (const scope of scopes) {
		const found = table.find(command => command.scope === scope && command.keys.includes(chord));
		if (found !== undefined) return found;
	}
	return table.find(command => alwaysIds.has(command.id) && command.keys.includes(chord));
};

/** Two commands with one chord in one scope, as `scope chord: id, id`; empty when the table is sound. */
export const keyConflicts = (table: readonly Command[]): readonly string[] => {
	const ids = new Map<string, string[]>();
	for (const command of table) {
		for (const chord of command.keys) {
			const place = `${command.scope} ${chord}`;
			ids.set(place, [...(ids.get(place) ?? []), command.id]);
		}
	}
	return [...ids]
		.filter(([, commands]) => commands.length > 1)
		.map(([place, commands]) => `${place}: ${commands.join(', ')}`);
};
