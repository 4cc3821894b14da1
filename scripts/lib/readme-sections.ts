import {helpText} from '../../source/app/help-text.ts';
import {renderKeymapMarkdown} from '../../source/commands/keymap-docs.ts';

/** What the readme holds between `<!-- name -->` and `<!-- /name -->`; its one home is the code. */
const sections: ReadonlyArray<{readonly name: string; readonly render: () => string}> = [
	{name: 'keys', render: renderKeymapMarkdown},
	{name: 'flags', render: () => `\`\`\`\n${helpText.trim()}\n\`\`\``},
];

/** The readme with its generated sections as the code has them now; fails when a marker is missing. */
export const fillSections = (readme: string): string => {
	let result = readme;
	for (const {name, render} of sections) {
		const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
		const from = result.indexOf(start);
		const to = result.indexOf(end);
		if (from === -1 || to < from) throw new Error(`the readme lacks ${start} or ${end}`);
		result = `${result.slice(0, from)}${start}\n${render()}\n${result.slice(to)}`;
	}
	return result;
};
